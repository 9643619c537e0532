import type { ServiceContext } from '../../context.ts';
import { findNearPairs, type PairRow, type PairSpace } from '../../db/queries/near-pairs.ts';

const TRACKS_A_STATEMENT = 100;

/**
 * Yields pairs of songs in the whole catalogue within a cosine distance, each pair once, one range of the catalogue at
 * a time.
 */
export async function* listNearPairs(
  ctx: Pick<ServiceContext, 'sql'>,
  input: { space: PairSpace; maxDistance: number; neighbours: number },
): AsyncGenerator<PairRow[]> {
  const seen = new Set<string>();
  for (let afterId = 0; ; ) {
    const { pairs, lastId } = await findNearPairs(ctx.sql, { ...input, afterId, tracks: TRACKS_A_STATEMENT });
    if (lastId === null) return;
    yield pairs.filter(({ id, other_id }) => {
      const key = `${Math.min(id, other_id)} ${Math.max(id, other_id)}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
    afterId = lastId;
  }
}
