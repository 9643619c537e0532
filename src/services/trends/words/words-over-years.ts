import type { ServiceContext } from '../../../context.ts';
import { countWordsOfDueSongs } from '../../../db/queries/word-counts.ts';
import {
  findWordUses,
  type NamedSongRow,
  nameWordSongs,
  type WordUses,
} from '../../../db/queries/word-uses.ts';
import { AppError, describeError } from '../../../lib/errors.ts';
import type { WordsAnswer, WordsInput } from './contract.ts';
import { joinWords } from './joined-words.ts';
import { lineOf, periodOf, totalsOf } from './word-lines.ts';

/** As many songs are counted before the answer; more wait for the schedule, and the answer says how many. */
const COUNTED_AT_ONCE = 100;
/** For another count that is under way. */
const LOCK_MS = 300;

function refuse(message: string): never {
  throw new AppError('VALIDATION_FAILED', message, {
    errors: [{ path: 'query.terms', code: 'CUSTOM', message }],
  });
}

/** Throws VALIDATION_FAILED for what only shows when words are folded and counted. */
function assertCounted(uses: WordUses, { terms }: WordsInput): void {
  const labelOf = (term: number): string => terms[term]?.label ?? '';
  for (const { term, words, is_beginning, is_text } of uses.terms) {
    if (words === '') refuse(`"${labelOf(term)}" holds no word that is counted`);
    if (is_text && is_beginning && !words.includes(' '))
      refuse(
        `"${labelOf(term)}": a beginning of a word and a phrase cannot be counted together; ask for two terms`,
      );
  }
  if (uses.is_cut)
    refuse(
      'these words stand in too many songs to be counted at once; write more letters before the asterisk, or ask for fewer words together',
    );
}

/** A count that fails or waits for another one only leaves songs uncounted, which the answer says. */
async function usesWithLatest(
  ctx: Pick<ServiceContext, 'sql' | 'log'>,
  { terms }: WordsInput,
): Promise<WordUses> {
  const asked = terms.flatMap(({ words }) => words);
  const uses = await findWordUses(ctx.sql, asked);
  if (uses.due === 0 || uses.due > COUNTED_AT_ONCE) return uses;
  try {
    await countWordsOfDueSongs(ctx.sql, COUNTED_AT_ONCE, { lockMs: LOCK_MS });
  } catch (error) {
    ctx.log.warn('words of new songs not counted', { songs: uses.due, error: describeError(error) });
    return uses;
  }
  return findWordUses(ctx.sql, asked);
}

/** The uses of each term by quarter or year, from the counts that are kept as songs are stored. */
export async function wordsOverYears(
  ctx: Pick<ServiceContext, 'sql' | 'clock' | 'log'>,
  input: WordsInput,
): Promise<WordsAnswer> {
  const uses = await usesWithLatest(ctx, input);
  assertCounted(uses, input);
  const now = periodOf(new Date(ctx.clock.now()));
  const totals = totalsOf(uses, input, now);
  const rows = [...uses.periods, ...joinWords(uses.joined)];
  const lines = input.terms.map((one, term) => lineOf(one, { term, rows, uses, totals, by: input.by }));
  const songs = await nameExamples(ctx, uses, lines);
  return {
    by: input.by,
    terms: lines,
    periods: totals,
    songs: songs.map(({ id, artist, title }) => ({ track_id: id, artist, title })),
    left_out: {
      without_date: songsOf(uses, (period) => period === 0),
      announced: songsOf(uses, (period) => period > now),
      only_year: input.by === 'year' ? 0 : songsOf(uses, (period) => period !== 0 && period % 5 === 0),
    },
    counted: {
      songs: songsOf(uses, () => true),
      words: uses.totals.reduce((sum, { words }) => sum + words, 0),
      at: uses.counted_at === null ? null : new Date(uses.counted_at).toISOString(),
      waiting: uses.due,
    },
    reason: totals.length > 0 ? null : reasonFor(uses, input),
  };
}

/** The songs that points show; those of words that are counted together are only known now. */
async function nameExamples(
  ctx: Pick<ServiceContext, 'sql'>,
  { songs }: WordUses,
  lines: WordsAnswer['terms'],
): Promise<NamedSongRow[]> {
  const shown = new Set(lines.flatMap(({ points }) => points.flatMap(({ examples }) => examples)));
  const known = songs.filter(({ id }) => shown.has(id));
  for (const { id } of known) shown.delete(id);
  const others = shown.size === 0 ? [] : await nameWordSongs(ctx.sql, [...shown]);
  return [...known, ...others].sort((a, b) => a.id - b.id);
}

const songsOf = ({ totals }: WordUses, isMeant: (period: number) => boolean): number =>
  totals.reduce((sum, { period, songs }) => sum + (isMeant(period) ? songs : 0), 0);

/** Why there is no period to show. */
function reasonFor({ totals, due }: WordUses, { by, fromYear, toYear }: WordsInput): string {
  if (totals.length === 0 && due > 0)
    return `The words of ${due} songs are not counted yet; the schedule counts them.`;
  if (totals.length === 0) return 'The catalogue has no lyrics.';
  if (fromYear !== null || toYear !== null) return 'No song with a date is from these years.';
  return by === 'quarter'
    ? 'No song has a release date with its month; by=year needs the year alone.'
    : 'No song has a release date.';
}
