/** How much an installation holds and does in a month. */
export interface Size {
  name: string;
  songs: number;
  /** Mean over the month, day and night. */
  requestsPerMinute: number;
  /** Songs that are new or changed in a month. */
  newSongs: number;
  /** Analyses that a model makes in a month, those of new songs included; the engine's cost no tokens. */
  modelAnalyses: number;
  /** Entries in the caches of Redis at once. */
  cacheEntries: number;
}

/** The sizes of the docs: a research group, the catalogue of the benchmarks, and more than one database serves. */
export const SIZES: readonly Size[] = [
  {
    name: 'small',
    songs: 5_000,
    requestsPerMinute: 2,
    newSongs: 200,
    modelAnalyses: 1_000,
    cacheEntries: 2_000,
  },
  {
    name: 'medium',
    songs: 57_718,
    requestsPerMinute: 100,
    newSongs: 2_000,
    modelAnalyses: 20_000,
    cacheEntries: 100_000,
  },
  {
    name: 'large',
    songs: 500_000,
    requestsPerMinute: 10_000,
    newSongs: 20_000,
    modelAnalyses: 500_000,
    cacheEntries: 1_000_000,
  },
];

/** Share of each kind of request, by its row in docs/request-prices.md; an assumption, as traffic differs. */
export const MIX: Readonly<Record<string, number>> = {
  'GET /search': 0.25,
  'GET /search, words that were not asked for before': 0.15,
  'GET /tracks/{id}': 0.3,
  'GET /tracks/{id}/similar': 0.1,
  'GET /rhymes': 0.08,
  'POST /analyze': 0.06,
  'POST /analyze, a new text': 0.04,
  'POST /next-lines': 0.02,
};
