import {
  type CandidateRow,
  findCandidates,
  findRatedTracks,
  type RatedTrackRow,
} from '../../db/queries/recommend.ts';
import { AppError, type FieldFault } from '../../lib/errors.ts';
import { diversify } from '../../ml/diversify.ts';
import type { TrackFilterInput } from './filters.ts';
import { findWished, type WishedContext, type WishedSongs } from './find-wished.ts';
import { overlapWith, reasonOf, sharedWith } from './taste.ts';

export interface RecommendInput {
  liked: readonly number[];
  disliked: readonly number[];
  /** A description of the songs wanted. */
  profile: string | null;
  excludeArtists: boolean;
  /** 0-1: how much a song should differ from those ranked above it. */
  diversity: number;
  filters: TrackFilterInput;
  limit: number;
}

type Context = WishedContext;

/** Enough to choose from, and few enough to compare each with each. */
const candidatesFor = (limit: number): number => Math.min(100, Math.max(40, limit * 2));

function checkRated(input: RecommendInput, known: readonly RatedTrackRow[]): void {
  const ids = new Set(known.map(({ id }) => id));
  const unknown = (name: 'liked' | 'disliked'): FieldFault[] =>
    input[name].flatMap((id, i) =>
      ids.has(id)
        ? []
        : [{ path: `body.${name}.${i}`, code: 'UNKNOWN_TRACK', message: `There is no track ${id}.` }],
    );
  const both = input.disliked.flatMap((id, i) =>
    input.liked.includes(id)
      ? [{ path: `body.disliked.${i}`, code: 'CUSTOM', message: `Track ${id} is also among the liked.` }]
      : [],
  );
  const errors = [...unknown('liked'), ...unknown('disliked'), ...both];
  if (errors.length > 0) throw new AppError('VALIDATION_FAILED', 'The tracks cannot be used.', { errors });
}

/** The model in which most of the liked tracks have a vector. */
function commonModel(liked: readonly RatedTrackRow[]): string | null {
  const groups = Map.groupBy(
    liked.flatMap(({ model }) => (model === null ? [] : [model])),
    (model) => model,
  );
  return [...groups].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}

/** What the parts of a request weigh in a song's relevance. */
const WEIGHTS = { wish: 1, liked: 0.75, disliked: 0.15 };
/** What likeness to songs is made of: how near the words are, what is said of the songs, and their labels. */
const LIKENESS = { lyrics: 0.55, analysis: 0.25, labels: 0.2 };

interface Taste {
  liked: readonly RatedTrackRow[];
  disliked: readonly RatedTrackRow[];
  wished: WishedSongs | null;
}

/** How well a song answers a request, as the weighted mean of its parts: at most 1, less than 0 if it is like what is disliked. */
function relevanceOf(row: CandidateRow, { liked, disliked, wished }: Taste): number {
  const labels = overlapWith(row, liked) - (WEIGHTS.disliked / WEIGHTS.liked) * overlapWith(row, disliked);
  const alike =
    LIKENESS.lyrics * (row.by_lyrics ?? 0) +
    LIKENESS.analysis * (row.by_analysis ?? 0) +
    LIKENESS.labels * labels;
  const byWish = wished === null ? 0 : WEIGHTS.wish;
  const byTaste = liked.length > 0 ? WEIGHTS.liked : disliked.length > 0 ? WEIGHTS.disliked : 0;
  return (byWish * (wished?.scores.get(row.id) ?? 0) + byTaste * alike) / (byWish + byTaste);
}

async function findTaste(ctx: Context, input: RecommendInput): Promise<Taste & { rated: RatedTrackRow[] }> {
  const known = [...input.liked, ...input.disliked];
  const rated = known.length === 0 ? [] : await findRatedTracks(ctx.sql, known);
  checkRated(input, rated);
  const liked = rated.filter(({ id }) => input.liked.includes(id));
  const disliked = rated.filter(({ id }) => input.disliked.includes(id));
  const { profile, filters } = input;
  const wished =
    profile === null
      ? null
      : await findWished(ctx, {
          profile,
          known,
          excludedArtists: excludedBy(input, liked),
          filters,
          limit: candidatesFor(input.limit),
        });
  return { rated, liked, disliked, wished };
}

const excludedBy = ({ excludeArtists }: RecommendInput, liked: readonly RatedTrackRow[]): number[] =>
  excludeArtists ? liked.map(({ artist_id }) => artist_id) : [];

/** A song to choose from, with its place in the list of likenesses. */
interface RankedSong {
  row: CandidateRow;
  place: number;
  relevance: number;
}

/** The songs to choose from, the most relevant first. */
async function rankCandidates(
  ctx: Context,
  input: RecommendInput,
  taste: Taste,
  model: string,
): Promise<RankedSong[]> {
  const rows = await findCandidates(ctx.sql, {
    liked: input.liked,
    disliked: input.disliked,
    found: [...(taste.wished?.scores.keys() ?? [])],
    model,
    excludedArtists: excludedBy(input, taste.liked),
    filters: input.filters,
    candidates: candidatesFor(input.limit),
  });
  const rated = rows.map((row, place) => ({ row, place, relevance: relevanceOf(row, taste) }));
  return rated.sort((a, b) => b.relevance - a.relevance || a.row.id - b.row.id);
}

/** A value's place between the ends of a scale. */
const within = (value: number, [low, high]: readonly [number, number]): number =>
  high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;

/**
 * Places of the songs to show. Relevance and likeness are cosines of different kinds: both are scaled to the range that they
 * have among the candidates, so that the one does not drown the other.
 */
function pickDifferent(ranked: readonly RankedSong[], { diversity, limit }: RecommendInput): number[] {
  const relevance = ranked.map((one) => one.relevance);
  const scale = [relevance.at(-1) ?? 0, relevance[0] ?? 0] as const;
  const likeness = ranked.map(({ row }) => ranked.map(({ place }) => row.likeness[place] ?? null));
  const pairs = likeness.flatMap((row, i) => row.filter((value, k) => value !== null && k !== i));
  const known = pairs.filter((value) => value !== null).sort((a, b) => a - b);
  const span = [known[0] ?? 0, known.at(-1) ?? 0] as const;
  return diversify(
    relevance.map((value) => within(value, scale)),
    likeness.map((row) => row.map((value) => (value === null ? 0 : within(value, span)))),
    diversity,
    limit,
  );
}

/**
 * Recommends songs from what was liked, disliked or described: the songs that the description finds by words and meaning, and
 * those nearest to the liked ones by their lyrics, by what is said of them, and by their labels; then diversified. Throws
 * VALIDATION_FAILED for unknown tracks, CONFLICT if none of them can be compared.
 */
export async function recommendTracks(ctx: Context, input: RecommendInput) {
  const { rated, ...taste } = await findTaste(ctx, input);
  const model = taste.wished?.model ?? commonModel(taste.liked);
  if (model === null) {
    throw new AppError('CONFLICT', 'None of the liked tracks has an analysis with a vector yet.');
  }
  const ranked = await rankCandidates(ctx, input, taste, model);
  const picked = pickDifferent(ranked, input);
  return {
    embedding_model: model,
    not_compared: rated.filter((one) => one.model !== model).map(({ id }) => id),
    items: picked.flatMap((place) => {
      const chosen = ranked[place];
      if (chosen === undefined) return [];
      const { row, relevance } = chosen;
      const shared = sharedWith(row, taste.liked, taste.wished?.wish ?? null);
      const { by_analysis, by_lyrics, nearest_liked, likeness, themes, sentiment, ...rest } = row;
      const { feelings, tone, decade, tags, ...track } = rest;
      const described = { themes, feelings, tone, sentiment, tags };
      return [
        { track, relevance, rank_by_relevance: place + 1, ...described, shared, reason: reasonOf(shared) },
      ];
    }),
  };
}
