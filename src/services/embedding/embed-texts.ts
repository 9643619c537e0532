import type { ServiceContext } from '../../context.ts';
import type { Embedder, EmbeddingPurpose } from '../../llm/types.ts';
import { cutText } from '../../lyrics/text/cut-text.ts';
import { meanVector } from '../../ml/mean-vector.ts';
import { callModel } from '../models/call-model.ts';

/** Maximum number of pieces that are embedded of a long text; later pieces are ignored. */
const MAX_PIECES = 16;

/**
 * One vector per text of any length: a text that is too long for the model is split, and its vector is the mean of its
 * pieces' vectors. Throws UPSTREAM_UNAVAILABLE or UPSTREAM_REJECTED.
 */
export async function embedTexts(
  ctx: Pick<ServiceContext, 'breaker' | 'state' | 'metrics' | 'clock'>,
  embedder: Embedder,
  texts: readonly string[],
  purpose: EmbeddingPurpose,
): Promise<number[][]> {
  const pieces = texts.map((text) => cutText(text, embedder.maxInputBytes).slice(0, MAX_PIECES));
  const vectors = await callModel(ctx, { upstream: 'embeddings', model: embedder.model }, () =>
    embedder.embed(pieces.flat(), purpose),
  );
  let at = 0;
  return pieces.map(({ length }) => {
    const own = vectors.slice(at, at + length);
    at += length;
    const [only] = own;
    return own.length === 1 && only !== undefined ? only : meanVector(own);
  });
}
