import { type Sql, sql } from '../../../src/db/client.ts';

export interface TrendRequest {
  path: string;
  body?: object;
}

export interface TrendRequests {
  /** The name of the kind in the report. */
  name: string;
  /** Milliseconds that the p95 is to stay under; null: none is set. */
  goal: number | null;
  request(i: number): TrendRequest;
}

const WORDS_GOAL = 50;

const pick = <T>(list: readonly T[], i: number, otherwise: T): T =>
  list[i % Math.max(1, list.length)] ?? otherwise;

const words = (terms: string, i: number): TrendRequest => ({
  path: `/trends/words?by=${i % 2 === 0 ? 'quarter' : 'year'}&terms=${encodeURIComponent(terms)}`,
});

/** Words of the catalogue from the most to the least common, and phrases that are sung in it. */
async function readTerms(db: Sql): Promise<{ words: string[]; phrases: string[] }> {
  const common = await db.query<{ word: string }>(sql`
    select word from word_periods where length(word) > 2 group by word having sum(songs) >= 20 order by sum(songs) desc limit 2000`);
  const texts = await db.query<{ words: string }>(
    sql`select words from track_words order by hashint4(track_id) limit 200`,
  );
  const phrases = texts.map(({ words: sung }, i) => {
    const all = sung.trim().split('  ');
    const from = (i * 37) % Math.max(1, all.length - 3);
    return all.slice(from, from + 2 + (i % 2)).join(' ');
  });
  return { words: common.map(({ word }) => word), phrases };
}

/** Every kind of request for words over the years, over common and rare words alike. */
export async function wordRequests(db: Sql): Promise<TrendRequests[]> {
  const terms = await readTerms(db);
  const word = (i: number): string => pick(terms.words, i * 97, 'night');
  const kind = (name: string, of: (i: number) => string): TrendRequests => ({
    name,
    goal: WORDS_GOAL,
    request: (i) => words(of(i), i),
  });
  return [
    kind('words', word),
    kind('words_most_common', (i) => pick(terms.words.slice(0, 40), i, 'the')),
    kind('words_five_terms', (i) => [0, 1, 2, 3, 4].map((n) => word(5 * i + n)).join(',')),
    kind('words_alternatives', (i) => [0, 1, 2].map((n) => word(3 * i + n)).join('|')),
    kind('words_beginnings', (i) => `${word(i).slice(0, 4)}*`),
    kind('words_phrases', (i) => pick(terms.phrases, i, 'on my mind')),
  ];
}

/** What any answer costs on this machine at this moment, to read the others beside. */
export const BARE_REQUESTS: TrendRequests = {
  name: 'bare',
  goal: null,
  request: () => ({ path: '/tracks?limit=1' }),
};

/** The map for a reader without it. */
export const MAP_REQUESTS: TrendRequests = {
  name: 'map',
  goal: 150,
  request: () => ({ path: '/trends/map' }),
};
