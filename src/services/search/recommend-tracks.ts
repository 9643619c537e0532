import type { ServiceContext } from '../../context.ts';
import {
  type CandidateRow,
  findCandidates,
  findRatedTracks,
  type RatedTrackRow,
} from '../../db/queries/recommend.ts';
import type { SemanticQuery } from '../../db/queries/search.ts';
import { AppError, type FieldFault } from '../../lib/errors.ts';
import { diversify } from '../../ml/diversify.ts';
import { currentEmbedder } from '../embedding/current-embedder.ts';
import { type EmbedContext, embedQuery } from '../embedding/embed-query.ts';
import type { TrackFilterInput } from './filters.ts';

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

type Context = EmbedContext & Pick<ServiceContext, 'sql' | 'config' | 'embedder' | 'nextEmbedder'>;

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

async function embedProfile(ctx: Context, profile: string | null): Promise<SemanticQuery | null> {
  if (profile === null) return null;
  const embedder = await currentEmbedder(ctx);
  if (embedder === null) throw new AppError('CONFIG_INVALID', 'No embedding model is configured.');
  return embedQuery(ctx, embedder, profile);
}

/** The model in which most of the liked tracks have a vector. */
function commonModel(liked: readonly RatedTrackRow[]): string | null {
  const groups = Map.groupBy(
    liked.flatMap(({ model }) => (model === null ? [] : [model])),
    (model) => model,
  );
  return [...groups].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}

/** What a song has in common with the liked tracks. */
function sharedWith(row: CandidateRow, liked: readonly RatedTrackRow[]) {
  const themes = row.themes.filter((theme) => liked.some((one) => one.themes.includes(theme)));
  const sentiment = liked.some((one) => one.sentiment !== null && one.sentiment === row.sentiment);
  const decade = liked.some((one) => one.decade !== null && one.decade === row.decade);
  const nearest = liked.find(({ id }) => id === row.nearest_liked?.id);
  return {
    themes,
    sentiment: sentiment ? row.sentiment : null,
    decade: decade ? row.decade : null,
    nearest_liked:
      nearest === undefined || row.nearest_liked === null
        ? null
        : { ...row.nearest_liked, artist: nearest.artist, title: nearest.title },
  };
}

/**
 * Recommends songs from what was liked, disliked or described: the nearest to Rocchio's centre of the analysis
 * vectors, then diversified. Throws VALIDATION_FAILED for unknown tracks, CONFLICT if none of them can be compared.
 */
export async function recommendTracks(ctx: Context, input: RecommendInput) {
  const rated = await findRatedTracks(ctx.sql, [...input.liked, ...input.disliked]);
  checkRated(input, rated);
  const liked = rated.filter(({ id }) => input.liked.includes(id));
  const profile = await embedProfile(ctx, input.profile);
  const model = profile?.model ?? commonModel(liked);
  if (model === null) {
    throw new AppError('CONFLICT', 'None of the liked tracks has an analysis with a vector yet.');
  }
  const candidates = await findCandidates(ctx.sql, {
    liked: input.liked,
    disliked: input.disliked,
    profile,
    model,
    excludedArtists: input.excludeArtists ? liked.map(({ artist_id }) => artist_id) : [],
    filters: input.filters,
    candidates: candidatesFor(input.limit),
  });
  const picked = diversify(
    candidates.map(({ relevance }) => relevance),
    candidates.map(({ likeness }) => likeness),
    input.diversity,
    input.limit,
  );
  return {
    embedding_model: model,
    not_compared: rated.filter((one) => one.model !== model).map(({ id }) => id),
    items: picked.flatMap((place) => {
      const row = candidates[place];
      if (row === undefined) return [];
      const { relevance, themes, sentiment, decade, nearest_liked, likeness, ...track } = row;
      return [
        { track, relevance, rank_by_relevance: place + 1, themes, sentiment, shared: sharedWith(row, liked) },
      ];
    }),
  };
}
