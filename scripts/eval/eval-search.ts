import type { ServiceContext } from '../../src/context.ts';
import { NO_FILTERS } from '../../src/db/queries/track-filters.ts';
import { embedTrack } from '../../src/services/embedding/embed-track.ts';
import { importTracks } from '../../src/services/import/import-tracks.ts';
import { type SearchMode, searchLyrics } from '../../src/services/search/search-lyrics.ts';
import { listTracks } from '../../src/services/tracks/list-tracks.ts';
import { catalogue } from '../local/catalogue/catalogue.ts';
import { ndcgAt10, recallAt10 } from './rank-measures.ts';
import { GRADED_QUERIES, type GradedQuery } from './search-queries.ts';

const MODES = ['lexical', 'semantic', 'hybrid'] as const satisfies readonly SearchMode[];
type Mode = (typeof MODES)[number];

export interface SearchEval {
  queries: number;
  songs: number;
  modes: Record<Mode, { ndcg_at_10: number; recall_at_10: number }>;
  /** Queries that hybrid search answers badly, the worst first. */
  weak: { q: string; ndcg_at_10: Record<Mode, number> }[];
}

type Scores = Record<Mode, { ndcg: number; recall: number }>;

const WEAK = 0.6;
const LIMIT = 20;

/** The song of any version: remixes, edits and translations count as their song. */
const songKey = (artist: string, title: string): string => `${artist}: ${title.replace(/ \([^)]*\)$/, '')}`;

function rowsOf() {
  return catalogue.flatMap((artist) =>
    artist.songs.filter(({ state }) => state === 'complete').map((song) => ({ artist: artist.name, song })),
  );
}

/** Right answers by song. Throws where a title is not in the catalogue or is not one song's. */
function answersOf({ q, answers }: GradedQuery): Map<string, number> {
  const keys = new Set(rowsOf().map(({ artist, song }) => songKey(artist, song.title)));
  return new Map(
    Object.entries(answers).map(([title, grade]) => {
      const found = [...keys].filter((key) => key === title || key.endsWith(`: ${title}`));
      const [key] = found;
      if (key === undefined || found.length > 1)
        throw new Error(`"${q}": ${title} is not the title of one song`);
      return [key, grade];
    }),
  );
}

async function storeCatalogue(
  ctx: ServiceContext,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  const rows = rowsOf();
  const lines = rows.map(({ artist, song }, i) => ({
    line: i + 1,
    row: {
      source_id: i + 1,
      artist,
      title: song.title,
      album: song.album,
      lyrics: song.lyrics,
      release_date: song.releaseDate,
    },
  }));
  await importTracks(ctx, lines, { source: 'demo-catalogue' });
  const { items } = await listTracks(ctx, { limit: 100, cursor: null, filters: NO_FILTERS });
  for (const [i, { id }] of items.entries()) {
    await embedTrack(ctx, { trackId: id });
    onProgress(i + 1, items.length);
  }
  return items.length;
}

/** Grades of the hits in order; another version of a song that was found before has grade 0. */
async function rank(
  ctx: ServiceContext,
  q: string,
  mode: Mode,
  answers: ReadonlyMap<string, number>,
): Promise<number[]> {
  const { items } = await searchLyrics(ctx, {
    q,
    mode,
    filters: NO_FILTERS,
    facets: [],
    limit: LIMIT,
    cursor: null,
  });
  const keys = items.map(({ track }) => songKey(track.artist, track.title));
  return [...new Set(keys)].map((key) => answers.get(key) ?? 0);
}

const mean = (values: readonly number[]): number =>
  Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3));

/** Ranks the demo catalogue for every graded query in every mode. */
export async function evalSearch(
  ctx: ServiceContext,
  onProgress: (done: number, total: number) => void,
): Promise<SearchEval> {
  const songs = await storeCatalogue(ctx, onProgress);
  const results: { q: string; scores: Scores }[] = [];
  for (const query of GRADED_QUERIES) {
    const answers = answersOf(query);
    const all = [...answers.values()];
    const scores: Partial<Scores> = {};
    for (const mode of MODES) {
      const ranked = await rank(ctx, query.q, mode, answers);
      scores[mode] = { ndcg: ndcgAt10(ranked, all), recall: recallAt10(ranked, all) };
    }
    results.push({ q: query.q, scores: scores as Scores });
  }
  const forModes = <T>(read: (mode: Mode) => T) =>
    Object.fromEntries(MODES.map((mode) => [mode, read(mode)])) as Record<Mode, T>;
  return {
    queries: results.length,
    songs,
    modes: forModes((mode) => ({
      ndcg_at_10: mean(results.map(({ scores }) => scores[mode].ndcg)),
      recall_at_10: mean(results.map(({ scores }) => scores[mode].recall)),
    })),
    weak: results
      .filter(({ scores }) => scores.hybrid.ndcg < WEAK)
      .sort((a, b) => a.scores.hybrid.ndcg - b.scores.hybrid.ndcg)
      .map(({ q, scores }) => ({ q, ndcg_at_10: forModes((mode) => mean([scores[mode].ndcg])) })),
  };
}
