import type { ServiceContext } from '../../context.ts';
import { findTrackText, setEmbeddingStatus, storeEmbedding } from '../../db/queries/embeddings.ts';
import { AppError } from '../../lib/errors.ts';
import { currentEmbedder } from './current-embedder.ts';
import { embedPassages } from './embed-passages.ts';

/**
 * Gives a track its vector: the mean of its passages' vectors at unit length, so that a long song is read whole
 * and a passage can later be shown as the reason of a hit. A text in a language that the model does not know
 * gets none and is marked so. Finished work is not repeated.
 */
export async function embedTrack(
  ctx: Pick<
    ServiceContext,
    'sql' | 'config' | 'embedder' | 'nextEmbedder' | 'breaker' | 'state' | 'metrics' | 'clock'
  >,
  input: { trackId: number },
): Promise<void> {
  const track = await findTrackText(ctx.sql, input.trackId);
  if (track === null || track.lyrics === null || track.text_hash === null) return;
  const embedder = await currentEmbedder(ctx);
  if (embedder === null) throw new AppError('CONFIG_INVALID', 'No embedding model is configured.');
  if (track.embedding_status === 'done' && track.embedding_model === embedder.model) return;
  if (!embedder.supports(track.language)) {
    const error = `${embedder.model} does not know the language ${track.language}`;
    return setEmbeddingStatus(ctx.sql, { trackId: track.id, status: 'unsupported_language', error });
  }
  const embedded = await embedPassages(ctx, embedder, track.lyrics);
  if (embedded === null) {
    return setEmbeddingStatus(ctx.sql, { trackId: track.id, status: 'failed', error: 'no line to embed' });
  }
  await storeEmbedding(ctx.sql, {
    trackId: track.id,
    textHash: track.text_hash,
    model: embedder.model,
    ...embedded,
  });
}
