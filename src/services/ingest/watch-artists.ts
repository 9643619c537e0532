import type { ServiceContext } from '../../context.ts';
import { watchArtists as putOnList } from '../../db/queries/artist-watch.ts';
import { requireScope } from '../../lib/rbac.ts';

/**
 * Puts many artists on the watch list without scraping now: the schedule starts them one after another over
 * `spreadHours`. Returns how many were not watched before.
 */
export async function watchArtists(
  ctx: Pick<ServiceContext, 'sql' | 'actor'>,
  input: { names: readonly string[]; priority: number | null; spreadHours: number },
): Promise<{ added: number; known: number }> {
  requireScope(ctx.actor, 'ingest:write');
  const trimmed = input.names.map((name) => name.trim()).filter((name) => name !== '');
  const folded = trimmed.map((name) => name.toLowerCase());
  const names = trimmed.filter((_, i) => folded.indexOf(folded[i] ?? '') === i);
  const added = await putOnList(ctx.sql, { ...input, names });
  return { added, known: names.length - added };
}
