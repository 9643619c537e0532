import { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import { type SearchRow, type SemanticQuery, searchTracks } from '../../db/queries/search.ts';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';
import { AppError, describeError } from '../../lib/errors.ts';
import { sha256Hex } from '../../lib/hash.ts';
import { embedQuery } from '../analysis/embed-query.ts';
import type { TrackFilterInput } from './filters.ts';
import { bestSnippet, matchedWords, queryWords } from './snippet.ts';

export type SearchMode = 'hybrid' | 'semantic' | 'lexical';

export interface SearchInput {
  q: string;
  mode: SearchMode;
  filters: TrackFilterInput;
  limit: number;
  cursor: string | null;
}

const LIST = 'search';
/** Each ranked list is this long, so no page begins further on. */
const MAX_OFFSET = 200;
const cursorKey = z.tuple([z.string(), z.int().min(1).max(MAX_OFFSET)]);

type Context = Pick<ServiceContext, 'sql' | 'embedder' | 'cache' | 'breaker' | 'log' | 'metrics' | 'clock'>;

// The cursor of a ranked list is a position; the digest ties it to the question it was given for.
async function digestOf(input: SearchInput): Promise<string> {
  return (await sha256Hex(JSON.stringify([input.q, input.mode, input.filters]))).slice(0, 16);
}

function offsetOf(input: SearchInput, digest: string): number {
  if (input.cursor === null) return 0;
  const [seen, offset] = decodeCursor(LIST, input.cursor, cursorKey);
  if (seen !== digest) throw new AppError('INVALID_CURSOR', 'The cursor belongs to another search.');
  return offset;
}

/** The query's vector, or why there is none. Meaning that was asked for alone and cannot be had is an error. */
async function semanticPart(
  ctx: Context,
  input: SearchInput,
): Promise<{ semantic: SemanticQuery | null; reason: string | null }> {
  if (input.mode === 'lexical') return { semantic: null, reason: null };
  if (ctx.embedder === null) {
    if (input.mode === 'semantic') {
      throw new AppError('CONFIG_INVALID', 'No embedding model is configured: use mode=lexical.');
    }
    return { semantic: null, reason: 'embeddings_not_configured' };
  }
  try {
    return { semantic: await embedQuery(ctx, ctx.embedder, input.q), reason: null };
  } catch (error) {
    if (input.mode === 'semantic') throw error;
    ctx.log.warn('search without meaning', { error: describeError(error) });
    return { semantic: null, reason: 'embeddings_unavailable' };
  }
}

function toHit(row: SearchRow, words: readonly string[]) {
  const { lyrics, score, similarity, lexical_rank, start_line, end_line, ...track } = row;
  const passage = start_line === null || end_line === null ? null : { start_line, end_line };
  const matched = lyrics === null ? [] : matchedWords(lyrics, words);
  // Where the words were found they are shown; else the passage that is nearest in meaning.
  const range =
    lexical_rank === null && passage !== null ? { start: passage.start_line, end: passage.end_line } : null;
  return {
    track,
    score,
    snippet: lyrics === null ? null : bestSnippet(lyrics, words, range),
    why: { similarity, lexical_rank, matched_words: matched, passage },
  };
}

/** Searches songs by meaning, by words, or both. Throws INVALID_CURSOR; UPSTREAM_UNAVAILABLE for mode semantic. */
export async function searchLyrics(ctx: Context, input: SearchInput) {
  const digest = await digestOf(input);
  const offset = offsetOf(input, digest);
  const { semantic, reason } = await semanticPart(ctx, input);
  const rows = await searchTracks(ctx.sql, {
    text: input.mode === 'semantic' ? null : input.q,
    semantic,
    filters: input.filters,
    limit: input.limit + 1,
    offset,
  });
  const words = queryWords(input.q);
  const next = offset + input.limit;
  const more = rows.length > input.limit && next <= MAX_OFFSET;
  return {
    query: input.q,
    mode: semantic === null ? ('lexical' as const) : input.mode,
    degraded: reason !== null && reason !== 'embeddings_not_configured',
    reason,
    embedding_model: semantic?.model ?? null,
    items: rows.slice(0, input.limit).map((row) => toHit(row, words)),
    next_cursor: more ? encodeCursor(LIST, [digest, next]) : null,
  };
}
