import type { ServiceContext } from '../../../context.ts';
import { countWordsOfDueSongs } from '../../../db/queries/word-counts.ts';

/** Well within the time limit of a statement. */
const SONGS_AT_ONCE = 250;
/** A slot of the schedule counts up to 4,000 songs. */
const ROUNDS = 16;

/** Counts the words of songs that were stored, changed or removed since they were counted; at most `rounds` transactions. */
export async function countDueWords(
  ctx: Pick<ServiceContext, 'sql'>,
  { rounds = ROUNDS, atOnce = SONGS_AT_ONCE }: { rounds?: number; atOnce?: number } = {},
): Promise<{ songs: number }> {
  let total = 0;
  for (let round = 0; round < rounds; round++) {
    const counted = await countWordsOfDueSongs(ctx.sql, atOnce);
    total += counted;
    if (counted < atOnce) break;
  }
  return { songs: total };
}
