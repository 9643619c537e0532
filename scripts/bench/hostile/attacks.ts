import { FACETS } from '../../../src/lib/facets.ts';

/** The knowledge of an attacker: common words from any word list, and that ids are numbers. */
export interface Knowledge {
  words: readonly string[];
  tracks: number;
}

export interface Request {
  path: string;
  body?: unknown;
}

/** The aim of an attack, and its nth request. */
export interface Attack {
  name: string;
  request(n: number): Request;
}

const MOST_HITS = 50;
/** The API refuses more. */
const MOST_PHRASES = 5;

const pick = <T>(list: readonly T[], n: number): T => {
  const item = list[n % list.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

const search = (query: Record<string, string>): Request => ({
  path: `/search?${new URLSearchParams(query)}`,
});

/** Everything that shows a piece of a text: searches by one word, rhymes with their bars, songs one after the other. */
function lyricsAttack({ words, tracks }: Knowledge): Attack {
  const kinds: ((n: number) => Request)[] = [
    (n) => search({ mode: 'lexical', limit: String(MOST_HITS), q: pick(words, n) }),
    (n) =>
      search({ mode: 'lexical', limit: String(MOST_HITS), q: `${pick(words, n)} ${pick(words, n * 7 + 3)}` }),
    (n) => ({ path: `/rhymes?limit=100&word=${encodeURIComponent(pick(words, n))}` }),
    (n) => ({ path: `/tracks/${1 + (n % tracks)}` }),
  ];
  return { name: 'lyrics', request: (n) => pick(kinds, n)(Math.floor(n / kinds.length)) };
}

/**
 * The most expensive requests for the database: many phrases, common words, all facets, vectors under filters, distant
 * pages.
 */
function workAttack({ words, tracks }: Knowledge): Attack {
  const phrases = (n: number) =>
    Array.from({ length: MOST_PHRASES }, (_, i) => `"${pick(words, n + i)} ${pick(words, n + i + 1)}"`)
      .join(' ')
      .slice(0, 500);
  const kinds: ((n: number) => Request)[] = [
    (n) => search({ mode: 'lexical', limit: String(MOST_HITS), q: phrases(n) }),
    (n) =>
      search({
        limit: String(MOST_HITS),
        q: Array.from({ length: 60 }, (_, i) => pick(words, n + i))
          .join(' ')
          .slice(0, 500),
        facets: FACETS.join(','),
      }),
    (n) =>
      search({ mode: 'semantic', limit: String(MOST_HITS), q: pick(words, n), min_rhyme_density: '0.99' }),
    (n) => ({
      path: `/tracks/${1 + (n % tracks)}/similar?by=combined&weights=1,1,1&limit=${MOST_HITS}&min_rhyme_density=0.9`,
    }),
    (n) => ({
      path: '/recommendations',
      body: {
        liked: Array.from({ length: 50 }, (_, i) => 1 + ((n + i) % tracks)),
        limit: MOST_HITS,
        diversity: 1,
      },
    }),
    (n) => ({ path: `/rhymes?limit=100&kind=multi&word=${encodeURIComponent(pick(words, n))}` }),
  ];
  return { name: 'work', request: (n) => pick(kinds, n)(Math.floor(n / kinds.length)) };
}

/** The largest answers of the API. */
const bytesAttack: Attack = {
  name: 'bytes',
  request: (n) => ({ path: pick(['/export/tracks', '/export/analyses'], n) }),
};

export const attacksOf = (knowledge: Knowledge): Attack[] => [
  lyricsAttack(knowledge),
  workAttack(knowledge),
  bytesAttack,
];
