import type { ServiceContext } from '../../context.ts';
import { newToListener } from '../../db/queries/recommend.ts';
import { searchTracks } from '../../db/queries/search.ts';
import { AppError } from '../../lib/errors.ts';
import { currentEmbedder } from '../embedding/current-embedder.ts';
import { type EmbedContext, embedQuery } from '../embedding/embed-query.ts';
import type { TrackFilterInput } from './filters.ts';
import { readQuery, textToEmbed } from './read-query.ts';
import { matchedWords, queryWords } from './snippet.ts';
import type { Wish } from './taste.ts';

export type WishedContext = EmbedContext &
  Pick<ServiceContext, 'sql' | 'config' | 'embedder' | 'nextEmbedder' | 'clock'>;

/** Words that say that songs are wanted, and nothing of the songs. */
const ASKING =
  /\b(?:songs?|tracks?|music|something|anything|(?:want|need|like) to (?:hear|listen to)|please)\b/gi;
/** Shorter ones are articles of other languages. */
const MIN_TELLING_LENGTH = 3;

export interface WishedInput {
  profile: string;
  /** Songs that the listener knows. */
  known: readonly number[];
  excludedArtists: readonly number[];
  filters: TrackFilterInput;
  limit: number;
}

/** What a description asks for, and the songs that answer it by words and meaning together, with scores of 0-1. */
export interface WishedSongs {
  wish: Wish;
  scores: ReadonlyMap<number, number>;
  model: string;
}

/** The songs that a description in words asks for. Throws CONFIG_INVALID without an embedding model. */
export async function findWished(ctx: WishedContext, input: WishedInput): Promise<WishedSongs> {
  const embedder = await currentEmbedder(ctx);
  if (embedder === null) throw new AppError('CONFIG_INVALID', 'No embedding model is configured.');
  const bare = input.profile.replaceAll(ASKING, '').trim();
  const query = readQuery(bare === '' ? input.profile : bare, input.filters.language);
  const { lexical, phrases, unwanted } = query;
  const { text, isForeign } = textToEmbed(query, embedder);
  const semantic = await embedQuery(ctx, embedder, text);
  const others = newToListener(input.known, input.excludedArtists);
  const { rows } = await searchTracks(ctx.sql, {
    lexical: lexical.words.length === 0 ? null : lexical,
    semantic,
    isForeign,
    spellings: null,
    scope: { filters: input.filters, phrases, unwanted, languages: lexical.languages, lastId: null, others },
    facets: [],
    limit: input.limit,
    offset: 0,
  });
  const words = queryWords(query.words).filter((word) => word.length >= MIN_TELLING_LENGTH);
  return {
    model: semantic.model,
    scores: new Map(rows.map((row) => [row.id, row.by_words + row.by_meaning])),
    wish: {
      labels: new Set(Object.values(lexical.labels).flatMap((labels) => labels.split(' '))),
      wordsOf: new Map(
        rows.map(({ id, title, lyrics }) => [id, matchedWords(`${title}\n${lyrics ?? ''}`, words)]),
      ),
    },
  };
}
