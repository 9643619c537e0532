import { PAGE_PATHS } from '../../lib/page-paths.ts';

/** What stands beside the pad. */
export const TOOLS = ['rhymes', 'next', 'verse', 'style'] as const;
export type Tool = (typeof TOOLS)[number];

/** Which draft is open, and what stands beside it. */
export interface WriteAddress {
  /** Null: the one that was saved last. */
  draft: string | null;
  tool: Tool;
}

const isTool = (value: string | null): value is Tool => TOOLS.some((tool) => tool === value);

export function parseWriteAddress(search: string): WriteAddress {
  const query = new URLSearchParams(search);
  const draft = query.get('draft');
  const tool = query.get('beside');
  return {
    draft: draft !== null && /^[\w-]{1,40}$/.test(draft) ? draft : null,
    tool: isTool(tool) ? tool : 'rhymes',
  };
}

export function writeHref({ draft, tool }: WriteAddress): string {
  const query = new URLSearchParams();
  if (draft !== null) query.set('draft', draft);
  if (tool !== 'rhymes') query.set('beside', tool);
  const search = query.toString();
  return PAGE_PATHS.write + (search === '' ? '' : `?${search}`);
}
