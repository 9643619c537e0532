import type { ServiceContext } from '../../context.ts';
import { countNextWords } from '../../db/queries/catalogue-words.ts';

/** Well within the time limit of a statement. */
const SONGS_AT_ONCE = 500;
/** A slot of the schedule counts up to 4,000 songs. */
const ROUNDS = 8;

/** Counts how many songs hold each word, from where the last slot ended; at most `rounds` statements. */
export async function countWords(
  ctx: Pick<ServiceContext, 'sql'>,
  { rounds = ROUNDS }: { rounds?: number } = {},
): Promise<{ songs: number }> {
  let total = 0;
  for (let round = 0; round < rounds; round++) {
    const counted = await countNextWords(ctx.sql, SONGS_AT_ONCE);
    total += counted;
    if (counted < SONGS_AT_ONCE) break;
  }
  return { songs: total };
}
