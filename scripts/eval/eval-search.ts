import type { ServiceContext } from '../../src/context.ts';
import { NO_FILTERS } from '../../src/db/queries/track-filters.ts';
import type { Confidence } from '../../src/services/search/confidence.ts';
import { searchLyrics } from '../../src/services/search/search-lyrics.ts';
import type { Half } from './labelled-verses.ts';
import {
  type CrossValidation,
  crossValidateWeight,
  type MixedHit,
  mixByWeight,
  WEIGHTS,
} from './mix-scores.ts';
import { NAME_FORMS } from './name-forms.ts';
import { ndcgAt10, recallAt10 } from './rank-measures.ts';
import { type ConfidenceScores, type JudgedList, summariseConfidence } from './search-confidence.ts';
import { type GradedQuery, gradedQueries, unanswerable } from './search-queries.ts';
import {
  type ByMode,
  byMode,
  compareWithBaselines,
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
  /** How the weight of words against meaning is chosen, and what that choice is worth. */
  words_weight: CrossValidation;
  /** Titles of both halves, typed exactly: how many bring their song first. */
  exact_titles: { titles: number; first: ByMode<number>; missed_by_hybrid: string[] };
  /** Of the titles named otherwise, how many bring their song first by both, and those that do not. */
  named: Record<string, { first: number; missed: string[] }>;
  /** Whether queries with answers are told from those that no song answers, which are not part of the means. */
  confidence: ConfidenceScores;
  /** Queries that hybrid search answers badly, the worst first. */
  weak: { q: string; ndcg_at_10: ByMode<number> }[];
}

interface Hit extends Omit<MixedHit, 'key'> {
  artist: string;
  title: string;
}

interface Found {
  hits: Hit[];
  /** Of the list. */
  score: number;
  level: Confidence;
  /** The most of any hit. */
  words: number;
  similarity: number;
}

type Find = (q: string, mode: Mode) => Promise<Found>;

const WEAK = 0.6;
const LIMIT = 50;
/** The constant of reciprocal rank fusion (Cormack et al. 2009, https://doi.org/10.1145/1571941.1572114). */
const RANK_CONSTANT = 60;

const findIn =
  (ctx: ServiceContext): Find =>
  async (q, mode) => {
    const { items, confidence, confidence_score } = await searchLyrics(ctx, {
      q,
      mode,
      filters: NO_FILTERS,
      facets: [],
      limit: LIMIT,
      cursor: null,
    });
    return {
      hits: items.map(({ track: { artist, title }, why, components: { name } }) => ({
        artist,
        title,
        words: why.lexical_rank,
        similarity: why.similarity,
        name,
      })),
      score: confidence_score ?? 0,
      level: confidence,
      words: Math.max(0, ...items.map(({ why }) => why.lexical_rank ?? 0)),
      similarity: Math.max(0, ...items.map(({ why }) => why.similarity ?? 0)),
    };
  };

const judge = ({ lexical, semantic, hybrid }: ByMode<Found>): JudgedList => ({
  score: hybrid.score,
  level: hybrid.level,
  words: lexical.words,
  similarity: semantic.similarity,
});

const inEachMode = async <T>(measure: (mode: Mode) => Promise<T>): Promise<ByMode<T>> => ({
  lexical: await measure('lexical'),
  semantic: await measure('semantic'),
  hybrid: await measure('hybrid'),
});

const keysOf = (hits: readonly Hit[]): string[] => [
  ...new Set(hits.map(({ artist, title }) => songKey(artist, title))),
];

/** The songs of several lists, each with what the lists say of it. */
function mergeLists(lists: readonly (readonly Hit[])[]): MixedHit[] {
  const merged = new Map<string, MixedHit>();
  for (const { artist, title, words, similarity, name } of lists.flat()) {
    const key = songKey(artist, title);
    const old = merged.get(key);
    merged.set(key, {
      key,
      words: old?.words ?? words,
      similarity: old?.similarity ?? similarity,
      name: Math.max(old?.name ?? 0, name),
    });
  }
  return [...merged.values()];
}

/** Scores of the hits in order; another version of a song that was found before has grade 0. */
async function scoreQuery(
  find: Find,
  query: GradedQuery,
): Promise<{ result: QueryResult; judged: JudgedList }> {
  const answers = answersOf(query);
  const all = [...answers.values()];
  const found = await inEachMode((mode) => find(query.q, mode));
  const keys = byMode((mode) => keysOf(found[mode].hits));
  const mixed = mergeLists([found.hybrid.hits, found.lexical.hits, found.semantic.hits]);
  const measure = (list: readonly string[]): Scores => {
    const ranked = list.map((key) => answers.get(key) ?? 0);
    return { ndcg_at_10: ndcgAt10(ranked, all), recall_at_10: recallAt10(ranked, all) };
  };
  const result = {
    q: query.q,
    kind: query.kind,
    scores: byMode((mode) => measure(keys[mode])),
    fusedByRank: measure(fuseByRank([keys.lexical, keys.semantic])),
    byWeight: WEIGHTS.map((weight) => measure(mixByWeight(mixed, weight)).ndcg_at_10),
  };
  return { result, judged: judge(found) };
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
      const first = (await find(title, mode)).hits.slice(0, songs);
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

async function scoreNames(find: Find): Promise<SearchEval['named']> {
  const named: SearchEval['named'] = {};
  for (const [form, { hasArtist, ask }] of Object.entries(NAME_FORMS)) {
    const missed: string[] = [];
    for (const { songs, ...song } of titleQueries()) {
      const q = ask(song);
      const first = (await find(q, 'hybrid')).hits.slice(0, hasArtist ? 1 : songs);
      if (!first.some((hit) => hit.artist === song.artist && hit.title === song.title))
        missed.push(`${q} (${first.map(({ title }) => title).join()})`);
    }
    named[form] = { first: titleQueries().length - missed.length, missed };
  }
  return named;
}

/** Ranks the demo catalogue for every query of one half in every mode, and for every exact title. */
export async function evalSearch(
  ctx: ServiceContext,
  half: Half,
  onProgress: (done: number, total: number) => void,
): Promise<SearchEval> {
  const songs = await storeDemoSongs(ctx, onProgress);
  const find = findIn(ctx);
  const answered = [];
  for (const query of gradedQueries(half)) answered.push(await scoreQuery(find, query));
  const results = answered.map(({ result }) => result);
  const unanswered: JudgedList[] = [];
  for (const { q } of unanswerable(half)) unanswered.push(judge(await inEachMode((mode) => find(q, mode))));
  return {
    half,
    queries: results.length,
    songs,
    ...summariseScores(results),
    baselines: compareWithBaselines(results),
    words_weight: crossValidateWeight(results.map(({ byWeight }) => byWeight)),
    exact_titles: await scoreTitles(find),
    named: await scoreNames(find),
    confidence: summariseConfidence(
      answered.map(({ judged }) => judged),
      unanswered,
    ),
    weak: results
      .filter(({ scores }) => scores.hybrid.ndcg_at_10 < WEAK)
      .sort((a, b) => a.scores.hybrid.ndcg_at_10 - b.scores.hybrid.ndcg_at_10)
      .map(({ q, scores }) => ({
        q,
        ndcg_at_10: byMode((mode) => Number(scores[mode].ndcg_at_10.toFixed(3))),
      })),
  };
}
