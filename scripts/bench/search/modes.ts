import type { Sql } from '../../../src/db/client.ts';
import { findCandidates, findRatedTracks } from '../../../src/db/queries/recommend.ts';
import { searchTracks } from '../../../src/db/queries/search.ts';
import { findSimilarTracks } from '../../../src/db/queries/similar.ts';
import { NO_FILTERS, type TrackFilters } from '../../../src/db/queries/track-filters.ts';
import type { Facet } from '../../../src/lib/facets.ts';
import { readQuery } from '../../../src/services/search/read-query.ts';
import { DRAWN_MODEL } from './fill-tables.ts';

/** One kind of request: through the Worker, and as the same statements sent by themselves. */
export interface Mode {
  name: string;
  path(i: number): string;
  body?(i: number): unknown;
  /** Ids in the order of the answer. */
  bare(sql: Sql, i: number): Promise<number[]>;
}

export interface Inputs {
  questions: readonly string[];
  vectorOf(text: string): number[];
  /** Tracks to start from. */
  tracks: readonly number[];
  artist: string;
  /** Whether analyses are there. */
  analysed: boolean;
}

const LIMIT = 10;
const LIKED = 3;

const pickFrom = <T>(list: readonly T[], i: number): T => {
  const item = list[i % list.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** From one song in a hundred to every other one. */
const filterSets = (artist: string): [string, Partial<TrackFilters>][] => [
  ['artist', { artist }],
  ['explicit', { explicit: true }],
  ['theme', { theme: 'faith' }],
  ['from_year', { fromYear: 2010 }],
  ['decade', { fromYear: 2000, toYear: 2009 }],
  ['density', { minRhymeDensity: 0.5 }],
  ['mixed', { theme: 'place', sentiment: 'positive', fromYear: 1990, toYear: 1999 }],
];

const PARAMETERS: Partial<Record<keyof TrackFilters, string>> = {
  fromYear: 'from_year',
  toYear: 'to_year',
  minRhymeDensity: 'min_rhyme_density',
};

function searchMode(
  name: string,
  inputs: Inputs,
  mode: 'semantic' | 'lexical' | 'hybrid',
  options: { filters?: (i: number) => Partial<TrackFilters>; facets?: readonly Facet[] } = {},
): Mode {
  const { filters = () => ({}), facets = [] } = options;
  return {
    name,
    path: (i) => {
      const q = new URLSearchParams({ q: pickFrom(inputs.questions, i), mode, limit: String(LIMIT) });
      for (const [key, value] of Object.entries(filters(i)))
        q.set(PARAMETERS[key as keyof TrackFilters] ?? key, String(value));
      if (facets.length > 0) q.set('facets', facets.join(','));
      return `/search?${q}`;
    },
    bare: async (sql, i) => {
      const text = pickFrom(inputs.questions, i);
      const { lexical, phrases, unwanted } = readQuery(text);
      const result = await searchTracks(sql, {
        lexical: mode === 'semantic' ? null : lexical,
        semantic: mode === 'lexical' ? null : { vector: inputs.vectorOf(text), model: DRAWN_MODEL },
        scope: {
          filters: { ...NO_FILTERS, ...filters(i) },
          phrases,
          unwanted,
          languages: lexical.languages,
          lastId: null,
        },
        facets,
        limit: LIMIT,
        offset: 0,
      });
      return result.rows.map(({ id }) => id);
    },
  };
}

function similarMode(inputs: Inputs, by: 'lyrics' | 'combined'): Mode {
  const weights =
    by === 'lyrics' ? { lyrics: 1, audio: 0, analysis: 0 } : { lyrics: 0.5, audio: 0.25, analysis: 0.25 };
  return {
    name: by === 'lyrics' ? 'similar' : 'similar_combined',
    path: (i) => `/tracks/${pickFrom(inputs.tracks, i)}/similar?by=${by}&limit=${LIMIT}`,
    bare: async (sql, i) => {
      const trackId = pickFrom(inputs.tracks, i);
      const rows = await findSimilarTracks(sql, {
        trackId,
        weights,
        excludeArtist: false,
        filters: NO_FILTERS,
        limit: LIMIT,
      });
      return rows.map(({ id }) => id);
    },
  };
}

function recommendMode(inputs: Inputs): Mode {
  const liked = (i: number): number[] =>
    Array.from({ length: LIKED }, (_, n) => pickFrom(inputs.tracks, i * LIKED + n));
  return {
    name: 'recommendations',
    path: () => '/recommendations',
    body: (i) => ({ liked: liked(i), limit: LIMIT }),
    bare: async (sql, i) => {
      await findRatedTracks(sql, liked(i));
      const rows = await findCandidates(sql, {
        liked: liked(i),
        disliked: [],
        found: [],
        model: DRAWN_MODEL,
        excludedArtists: [],
        filters: NO_FILTERS,
        candidates: 40,
      });
      return rows.map(({ id }) => id).slice(0, LIMIT);
    },
  };
}

/** What is measured; songs alone have no analyses to filter by, to recommend from or to count. */
export function modesOf(inputs: Inputs): Mode[] {
  const search = (['semantic', 'lexical', 'hybrid'] as const).map((mode) => searchMode(mode, inputs, mode));
  const similar = similarMode(inputs, 'lyrics');
  if (!inputs.analysed) return [...search, similar];
  const sets = filterSets(inputs.artist);
  return [
    ...search,
    searchMode('filtered', inputs, 'hybrid', { filters: (i) => pickFrom(sets, i)[1] }),
    searchMode('facets', inputs, 'hybrid', {
      facets: ['artist', 'decade', 'theme', 'sentiment', 'explicit'],
    }),
    similar,
    similarMode(inputs, 'combined'),
    recommendMode(inputs),
  ];
}
