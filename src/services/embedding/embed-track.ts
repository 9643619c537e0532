import type { ServiceContext } from '../../context.ts';
import {
  findTrackText,
  keepEmbedding,
  markUnembeddable,
  storeEmbedding,
} from '../../db/queries/embeddings.ts';
import { AppError } from '../../lib/errors.ts';
import type { FailureCause } from '../../lib/failure-cause.ts';
import type { Embedder } from '../../llm/types.ts';
import { embedPassages } from './embed-passages.ts';

type Context = Pick<
  ServiceContext,
  'sql' | 'config' | 'embedder' | 'nextEmbedder' | 'breaker' | 'state' | 'metrics' | 'clock'
>;

/**
 * Makes a track's vector: the mean of its passages' vectors at unit length, so that all of a long song counts and a
 * passage can later be shown as the reason for a hit. A text in a language that the model does not know gets no vector
 * and is marked. Finished work is not repeated. Throws UPSTREAM_UNAVAILABLE, UPSTREAM_REJECTED, and CONFIG_INVALID if
 * the model of the stored vectors is not configured.
 */
export async function embedTrack(ctx: Context, input: { trackId: number }): Promise<void> {
  const track = await findTrackText(ctx.sql, input.trackId);
  if (track === null || track.lyrics === null || track.text_hash === null) return;
  const embedder = embedderOf(ctx, track.model_in_use);
  const hasVector = track.embedding_model === embedder.model;
  if (track.embedding_status === 'done' && hasVector) return;
  const text = { trackId: track.id, textHash: track.text_hash, language: track.language };
  if (!embedder.supports(track.language)) {
    const cause = causeOf(ctx, 'UNSUPPORTED_LANGUAGE', `${embedder.model} does not know ${track.language}.`);
    return markUnembeddable(ctx.sql, { ...text, status: 'unsupported_language', cause });
  }
  // The database removes a vector when its text changes, so an existing vector belongs to this text.
  if (hasVector) return keepEmbedding(ctx.sql, text);
  const embedded = await embedPassages(ctx, embedder, track.lyrics);
  if (embedded === null) {
    const cause = causeOf(ctx, 'NOTHING_TO_EMBED', 'The text has no line of lyrics.');
    return markUnembeddable(ctx.sql, { ...text, status: 'failed', cause });
  }
  const stored = await storeEmbedding(ctx.sql, { ...text, model: embedder.model, ...embedded });
  // A changed text has its own message; a changed model will embed the track from now on.
  if (stored === 'model_changed') await embedTrack(ctx, input);
}

/** The embedder of the model in use. Vectors of two models are not comparable, so only this model's are stored. */
function embedderOf(ctx: Context, modelInUse: string | null): Embedder {
  const { embedder, nextEmbedder } = ctx;
  if (embedder === null) throw new AppError('CONFIG_INVALID', 'No embedding model is configured.');
  if (modelInUse === null || embedder.model === modelInUse) return embedder;
  if (nextEmbedder?.model === modelInUse) return nextEmbedder;
  throw new AppError(
    'CONFIG_INVALID',
    `The stored vectors are of ${modelInUse}, and that model is not configured: configure it, or reindex the embeddings.`,
  );
}

function causeOf(ctx: Pick<ServiceContext, 'clock'>, code: string, message: string): FailureCause {
  const at = new Date(ctx.clock.now()).toISOString();
  return { code, message, upstream: null, attempts: 1, first_at: at, last_at: at };
}
