import type { ServiceContext } from '../../src/context.ts';
import { NO_FILTERS } from '../../src/db/queries/track-filters.ts';
import { searchLyrics } from '../../src/services/search/search-lyrics.ts';
import type { Half } from './labelled-verses.ts';
import { ndcgAt10, recallAt10 } from './rank-measures.ts';
import { type GradedQuery, gradedQueries, unanswerable } from './search-queries.ts';
import {
  type ByMode,
  byMode,
  compareWithBaselines,
  MODES,
  type Mode,
  type QueryResult,
  type Scores,
  summariseScores,
} from './search-scores.ts';
import { answersOf, songKey, titleQueries } from './search-songs.ts';
import { storeDemoSongs } from './store-demo-songs.ts';

export interface SearchEval extends ReturnType<typeof summariseScores> {
  half: Half;
  queries: number;
  songs: number;
  /** nDCG@10 with 95 % intervals. */
  baselines: ReturnType<typeof compareWithBaselines>;
  /** Titles of both halves, typed exactly: how many bring their song first. */
  exact_titles: { titles: number; first: ByMode<number>; missed_by_hybrid: string[] };
  /** Queries that no song answers: how many get hits nevertheless. They are not part of the means. */
  unanswerable: { queries: number; with_hits: ByMode<number> };
  /** Queries that hybrid search answers badly, the worst first. */
  weak: { q: string; ndcg_at_10: ByMode<number> }[];
}

interface Hit {
  artist: string;
  title: string;
}

type Find = (q: string, mode: Mode) => Promise<Hit[]>;

const WEAK = 0.6;
const LIMIT = 50;
/** The constant of reciprocal rank fusion (Cormack et al. 2009, https://doi.org/10.1145/1571941.1572114). */
const RANK_CONSTANT = 60;

const findIn =
  (ctx: ServiceContext): Find =>
  async (q, mode) => {
    const { items } = await searchLyrics(ctx, {
      q,
      mode,
      filters: NO_FILTERS,
      facets: [],
      limit: LIMIT,
      cursor: null,
    });
    return items.map(({ track }) => track);
  };

const inEachMode = async <T>(measure: (mode: Mode) => Promise<T>): Promise<ByMode<T>> => ({
  lexical: await measure('lexical'),
  semantic: await measure('semantic'),
  hybrid: await measure('hybrid'),
});

/** Scores of the hits in order; another version of a song that was found before has grade 0. */
async function scoreQuery(find: Find, query: GradedQuery): Promise<QueryResult> {
  const answers = answersOf(query);
  const all = [...answers.values()];
  const keys = await inEachMode(async (mode) => {
    const hits = await find(query.q, mode);
    return [...new Set(hits.map(({ artist, title }) => songKey(artist, title)))];
  });
  const measure = (list: readonly string[]): Scores => {
    const ranked = list.map((key) => answers.get(key) ?? 0);
    return { ndcg_at_10: ndcgAt10(ranked, all), recall_at_10: recallAt10(ranked, all) };
  };
  return {
    q: query.q,
    kind: query.kind,
    scores: byMode((mode) => measure(keys[mode])),
    fusedByRank: measure(fuseByRank([keys.lexical, keys.semantic])),
  };
}

/** All entries of the lists, those first whose reciprocal ranks sum to most. */
function fuseByRank(lists: readonly (readonly string[])[]): string[] {
  const sums = new Map<string, number>();
  for (const list of lists)
    for (const [i, key] of list.entries()) sums.set(key, (sums.get(key) ?? 0) + 1 / (RANK_CONSTANT + i + 1));
  return [...sums].sort(([, a], [, b]) => b - a).map(([key]) => key);
}

async function scoreTitles(find: Find): Promise<SearchEval['exact_titles']> {
  const titles = titleQueries();
  const missed = await inEachMode(async (mode) => {
    const names: string[] = [];
    for (const { artist, title, songs } of titles) {
      const first = (await find(title, mode)).slice(0, songs);
      if (!first.some((hit) => hit.artist === artist && hit.title === title))
        names.push(`${artist}: ${title}`);
    }
    return names;
  });
  return {
    titles: titles.length,
    first: byMode((mode) => titles.length - missed[mode].length),
    missed_by_hybrid: missed.hybrid,
  };
}

async function scoreUnanswerable(find: Find, half: Half): Promise<SearchEval['unanswerable']> {
  const queries = unanswerable(half);
  const with_hits = { lexical: 0, semantic: 0, hybrid: 0 };
  for (const { q } of queries)
    for (const mode of MODES) if ((await find(q, mode)).length > 0) with_hits[mode] += 1;
  return { queries: queries.length, with_hits };
}

/** Ranks the demo catalogue for every query of one half in every mode, and for every exact title. */
export async function evalSearch(
  ctx: ServiceContext,
  half: Half,
  onProgress: (done: number, total: number) => void,
): Promise<SearchEval> {
  const songs = await storeDemoSongs(ctx, onProgress);
  const find = findIn(ctx);
  const results: QueryResult[] = [];
  for (const query of gradedQueries(half)) results.push(await scoreQuery(find, query));
  return {
    half,
    queries: results.length,
    songs,
    ...summariseScores(results),
    baselines: compareWithBaselines(results),
    exact_titles: await scoreTitles(find),
    unanswerable: await scoreUnanswerable(find, half),
    weak: results
      .filter(({ scores }) => scores.hybrid.ndcg_at_10 < WEAK)
      .sort((a, b) => a.scores.hybrid.ndcg_at_10 - b.scores.hybrid.ndcg_at_10)
      .map(({ q, scores }) => ({
        q,
        ndcg_at_10: byMode((mode) => Number(scores[mode].ndcg_at_10.toFixed(3))),
      })),
  };
}
