import type { Snippet } from '../api/types.ts';

/** Where lines are, for people, who count them from 1: "Lines 12-13, in Verse 2". */
export function placeText(
  { start_line, end_line }: Pick<Snippet, 'start_line' | 'end_line'>,
  section: string | null,
): string {
  const lines = end_line - start_line > 1 ? `Lines ${start_line + 1}-${end_line}` : `Line ${start_line + 1}`;
  return section === null ? lines : `${lines}, in ${section}`;
}
