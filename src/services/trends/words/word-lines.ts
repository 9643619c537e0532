import type { TermPeriodRow, WordUses } from '../../../db/queries/word-uses.ts';
import { wilsonInterval } from '../../../ml/wilson-interval.ts';
import type { WordLine, WordPeriod, WordPoint, WordsAnswer, WordsInput } from './contract.ts';
import type { AskedTerm } from './read-terms.ts';

type Total = WordsAnswer['periods'][number];

const EXAMPLES = 3;
const MILLION = 1_000_000;
const DIGITS = 6;

const rounded = (value: number, digits = DIGITS): number => Number(value.toFixed(digits));

/** The name of a period of the database, five times the year plus the quarter; null: it stands in none. */
export function periodName(period: number, by: WordPeriod): string | null {
  const [year, quarter] = [Math.floor(period / 5), period % 5];
  if (year === 0 || (by === 'quarter' && quarter === 0)) return null;
  const name = String(year).padStart(4, '0');
  return by === 'year' ? name : `${name}-Q${quarter}`;
}

/** The quarter that it is now, as a period of the database. */
export const periodOf = (now: Date): number =>
  now.getUTCFullYear() * 5 + Math.floor(now.getUTCMonth() / 3) + 1;

const isWithin = (period: number, { fromYear, toYear }: Pick<WordsInput, 'fromYear' | 'toYear'>): boolean => {
  const year = Math.floor(period / 5);
  return (fromYear === null || year >= fromYear) && (toYear === null || year <= toYear);
};

/** The songs and words of each period with songs up to `now`, in order. */
export function totalsOf(uses: WordUses, input: WordsInput, now: number): Total[] {
  const sums = new Map<string, Total>();
  for (const { period, songs, words } of uses.totals) {
    const name = periodName(period, input.by);
    if (name === null || period > now || !isWithin(period, input)) continue;
    const sum = sums.get(name) ?? { period: name, songs: 0, words: 0 };
    sums.set(name, { period: name, songs: sum.songs + songs, words: sum.words + words });
  }
  return [...sums.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
}

interface Found {
  uses: number;
  songs: number;
  /** Songs that were found in what was read, and not scaled up from it. */
  songsRead: number;
  examples: number[];
}

const NOTHING: Found = { uses: 0, songs: 0, songsRead: 0, examples: [] };

function foundByPeriod(rows: readonly TermPeriodRow[], by: WordPeriod): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const row of rows) {
    const name = periodName(row.period, by);
    if (name === null) continue;
    const sum = found.get(name) ?? NOTHING;
    found.set(name, {
      uses: sum.uses + row.uses,
      songs: sum.songs + row.songs,
      songsRead: sum.songsRead + row.songs * row.read_share,
      examples: [...sum.examples, ...row.song_ids].slice(0, EXAMPLES),
    });
  }
  return found;
}

/** How much was read of what may hold the term. */
const readShareOf = ({ songs, songsRead }: Pick<Found, 'songs' | 'songsRead'>): number =>
  songs === 0 ? 1 : Math.min(1, songsRead / songs);

const intervalOf = (count: number, trials: number, scale = 1) => {
  const { low, high } = wilsonInterval(count, trials);
  return { low: rounded(low * scale), high: rounded(high * scale) };
};

/**
 * A point from what was found. An estimate is as sure as a count in the share that was read would be: songs without the phrase's
 * rarest word need not be read to know that they lack it. A song repeats its words, so a word counts as many trials less as a
 * song that holds it uses it (Kish's design effect).
 */
function pointOf(total: Total, found: Found = NOTHING): WordPoint {
  // An estimate can be more than there are.
  const songs = Math.min(found.songs, total.songs);
  const { uses, examples } = found;
  const read = readShareOf(found);
  const trials = songs === 0 ? read : read / Math.max(1, uses / songs);
  return {
    period: total.period,
    songs: rounded(songs, 1),
    uses: rounded(uses, 1),
    share_of_songs: rounded(songs / total.songs),
    share_interval: intervalOf(songs * read, total.songs * read),
    per_million: total.words === 0 ? 0 : rounded((uses / total.words) * MILLION, 2),
    per_million_interval: intervalOf(uses * trials, total.words * trials, MILLION),
    examples,
  };
}

interface LineQuestion {
  /** Its place. */
  term: number;
  /** Of all terms. */
  rows: readonly TermPeriodRow[];
  uses: WordUses;
  totals: readonly Total[];
  by: WordPeriod;
}

/** The line of one term over these periods. */
export function lineOf({ label }: AskedTerm, { term, rows, uses, totals, by }: LineQuestion): WordLine {
  const found = foundByPeriod(
    rows.filter((row) => row.term === term),
    by,
  );
  const points = totals.map((total) => pointOf(total, found.get(total.period)));
  const shown = totals.flatMap(({ period }) => found.get(period) ?? []);
  const sumOf = (key: 'songs' | 'songsRead') => shown.reduce((sum, one) => sum + one[key], 0);
  return {
    term: label,
    read_as: uses.terms
      .filter((row) => row.term === term)
      .map(({ words, is_beginning }) => (is_beginning ? `${words}*` : words)),
    songs: rounded(
      points.reduce((sum, { songs }) => sum + songs, 0),
      1,
    ),
    uses: rounded(
      points.reduce((sum, point) => sum + point.uses, 0),
      1,
    ),
    matched_words: uses.words.filter((row) => row.term === term).map(({ word, songs }) => ({ word, songs })),
    read_share: rounded(readShareOf({ songs: sumOf('songs'), songsRead: sumOf('songsRead') })),
    points,
  };
}
