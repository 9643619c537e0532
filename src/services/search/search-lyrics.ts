import { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import { type EmptySearchRow, explainEmptySearch } from '../../db/queries/empty-search.ts';
import { type SearchResult, type SemanticQuery, searchTracks } from '../../db/queries/search.ts';
import type { WordsTogether } from '../../db/queries/spellings.ts';
import { decodeCursor, encodeCursor, keyId } from '../../lib/cursor.ts';
import { AppError, describeError } from '../../lib/errors.ts';
import type { Facet } from '../../lib/facets.ts';
import { sha256Hex } from '../../lib/hash.ts';
import { MAX_HITS } from '../../lib/search-limits.ts';
import type { LyricsContext } from '../access/lyrics-policy.ts';
import { currentEmbedder } from '../embedding/current-embedder.ts';
import { type EmbedContext, embedQuery } from '../embedding/embed-query.ts';
import { confidenceOf, confidenceScore } from './confidence.ts';
import { explainHit } from './explain-hit.ts';
import type { TrackFilterInput } from './filters.ts';
import { type ReadQuery, readQuery, textToEmbed } from './read-query.ts';
import { showSnippets } from './show-snippets.ts';
import { hasOnlyStopWords, queryWords, wordsIn } from './snippet.ts';
import { looksLikeName, togetherIn } from './spelling/check-correction.ts';
import type { Correction } from './spelling/choose-correction.ts';
import { correctQuery, spellingQuestion } from './spelling/correct-query.ts';

export type SearchMode = 'hybrid' | 'semantic' | 'lexical';

export interface SearchInput {
  q: string;
  mode: SearchMode;
  filters: TrackFilterInput;
  facets: readonly Facet[];
  limit: number;
  cursor: string | null;
}

const LIST = 'search';
const cursorKey = z.tuple([
  z.string().length(16),
  z
    .int()
    .min(1)
    .max(MAX_HITS - 1),
  keyId,
]);

type Context = LyricsContext &
  EmbedContext &
  Pick<ServiceContext, 'sql' | 'embedder' | 'nextEmbedder' | 'log' | 'lexicon'>;

// The cursor of a ranked list holds a position and the highest id at its first page, so that songs stored later do not
// shift the pages; the digest ties it to the search it was issued for.
async function digestOf(input: SearchInput): Promise<string> {
  return (await sha256Hex(JSON.stringify([input.q, input.mode, input.filters]))).slice(0, 16);
}

function placeOf(input: SearchInput, digest: string): { offset: number; lastId: number | null } {
  if (input.cursor === null) return { offset: 0, lastId: null };
  const [seen, offset, lastId] = decodeCursor(LIST, input.cursor, cursorKey);
  if (seen !== digest) throw new AppError('INVALID_CURSOR', 'The cursor belongs to another search.');
  return { offset, lastId };
}

/** The query's vector, or why there is none. If only meaning was requested and is unavailable, that is an error. */
async function semanticPart(
  ctx: Context,
  input: SearchInput,
  query: ReadQuery,
): Promise<{ semantic: SemanticQuery | null; isForeign?: boolean; reason: string | null }> {
  if (input.mode === 'lexical') return { semantic: null, reason: null };
  const embedder = await currentEmbedder(ctx);
  if (embedder === null) {
    if (input.mode === 'semantic') {
      throw new AppError('CONFIG_INVALID', 'No embedding model is configured: use mode=lexical.');
    }
    return { semantic: null, reason: 'embeddings_not_configured' };
  }
  try {
    const { text, isForeign } = textToEmbed(query, embedder);
    return { semantic: await embedQuery(ctx, embedder, text), isForeign, reason: null };
  } catch (error) {
    if (input.mode === 'semantic') throw error;
    ctx.log.warn('search without meaning', { error: describeError(error) });
    return { semantic: null, reason: 'embeddings_unavailable' };
  }
}

/** Why a search by words found nothing, if the wanted words themselves explain it. */
const emptyReason = (words: string): string | null => (hasOnlyStopWords(words) ? 'only_common_words' : null);

/** What explains that nothing was found, by meaning or at all; null, without a round trip, if there is nothing to explain. */
async function lookForReasons(
  ctx: Context,
  { filters: { artist } }: SearchInput,
  { semantic, result }: { semantic: SemanticQuery | null; result: SearchResult },
): Promise<EmptySearchRow | null> {
  const hasMeaning = semantic === null || result.rows.some(({ similarity }) => similarity !== null);
  const mayBeMisspelled = artist !== null && result.total === 0;
  if (hasMeaning && !mayBeMisspelled) return null;
  return explainEmptySearch(ctx.sql, { artist: mayBeMisspelled ? artist : null });
}

/** Why a requested search by meaning found nothing: the stored vectors belong to a model that is not configured. */
function mismatchReason(semantic: SemanticQuery | null, storedModel: string | null): string | null {
  if (semantic === null || storedModel === null || storedModel === semantic.model) return null;
  return 'embeddings_of_another_model';
}

/** What was probably meant by words that the catalogue does not know, or by an artist who has no songs. */
interface DidYouMean {
  query: string | null;
  words: Correction[];
  artist: string | null;
}

/** A query as it was understood, with what it found. */
interface FoundSongs {
  query: ReadQuery;
  semantic: SemanticQuery | null;
  /** Why the wanted words were not searched by meaning, or not at all. */
  withoutMeaning: string | null;
  nothingMeant: string | null;
  result: SearchResult;
}

/** A page of a list. */
interface Place {
  offset: number;
  lastId: number | null;
}

/** What has to be true for a search to be made. */
interface Condition {
  /** Whether the catalogue has to know all words that may be misspelt. */
  isSpeltRight?: boolean;
  /** What has to be true of some song for the query to be what was meant. */
  together?: WordsTogether | null;
}

/** Searches for one spelling of the query. What the catalogue knows of words that may be misspelt comes along. */
async function findSongs(
  ctx: Context,
  { input, place }: { input: SearchInput; place: Place },
  { isSpeltRight = false, together = null }: Condition = {},
): Promise<FoundSongs> {
  const query = readQuery(input.q, input.filters.language);
  const { lexical, words, phrases, unwanted, spelt } = query;
  const nothingMeant = wordsIn(words).length > 0 ? null : 'no_words';
  const {
    semantic,
    isForeign = false,
    reason: withoutMeaning,
  } = nothingMeant === null ? await semanticPart(ctx, input, query) : { semantic: null, reason: null };
  const question = isSpeltRight ? spellingQuestion(ctx.lexicon, spelt) : null;
  const result = await searchTracks(ctx.sql, {
    // Unwanted words alone are not a query: nearly every song would match.
    lexical: input.mode === 'semantic' || lexical.words.length === 0 ? null : lexical,
    semantic,
    isForeign,
    spellings: question && { ...question, languages: lexical.languages },
    together,
    scope: { filters: input.filters, phrases, unwanted, languages: lexical.languages, lastId: place.lastId },
    facets: input.facets,
    limit: input.limit,
    offset: place.offset,
  });
  return { query, semantic, withoutMeaning, nothingMeant, result };
}

/**
 * Searches for the query as typed if the catalogue or English knows its words, otherwise for what was probably meant. A
 * name that nobody knows is no misspelt word, so a correction has to fit the rest of the query.
 */
async function findMeantSongs(ctx: Context, input: SearchInput, place: Place) {
  const typed = await findSongs(ctx, { input, place }, { isSpeltRight: true });
  if (typed.result.searched) return { ...typed, corrected: null };
  const asked = { query: input.q, typed: typed.query.spelt };
  const corrected = correctQuery(ctx.lexicon, asked, typed.result.spellings);
  if (corrected !== null && !looksLikeName(input.q, corrected)) {
    const meant = { ...input, q: corrected.query };
    const found = await findSongs(ctx, { input: meant, place }, { together: togetherIn(input.q, corrected) });
    if (found.result.searched) return { ...found, corrected };
  }
  return { ...(await findSongs(ctx, { input, place })), corrected: null };
}

/** Searches songs by meaning, by words, or both. Throws INVALID_CURSOR; UPSTREAM_UNAVAILABLE for mode semantic. */
export async function searchLyrics(ctx: Context, input: SearchInput) {
  const digest = await digestOf(input);
  const place = placeOf(input, digest);
  const { query, semantic, withoutMeaning, nothingMeant, result, corrected } = await findMeantSongs(
    ctx,
    input,
    place,
  );
  const reasons = await lookForReasons(ctx, input, { semantic, result });
  const reason = withoutMeaning ?? mismatchReason(semantic, reasons?.storedModel ?? null);
  const artist = reasons?.artistLike ?? null;
  const meant: DidYouMean = { query: corrected?.query ?? null, words: corrected?.words ?? [], artist };
  const words = queryWords(query.words);
  const mode = semantic === null && nothingMeant === null ? ('lexical' as const) : input.mode;
  const next = place.offset + input.limit;
  return {
    query: input.q,
    mode,
    degraded: reason !== null && reason !== 'embeddings_not_configured',
    reason: reason ?? (result.total === 0 ? (nothingMeant ?? emptyReason(query.words)) : null),
    embedding_model: semantic?.model ?? null,
    confidence: confidenceOf(result.bestEvidence),
    confidence_score: confidenceScore(result.bestEvidence),
    did_you_mean: corrected === null && artist === null ? null : meant,
    total: result.total,
    total_is_capped: result.capped,
    facets: input.facets.length === 0 ? null : result.facets,
    items: await showSnippets(
      ctx,
      result.rows.map((row) => ({ hit: explainHit(row, words), lyrics: row.lyrics })),
    ),
    next_cursor: next < result.total ? encodeCursor(LIST, [digest, next, result.lastId]) : null,
  };
}
