import type { ServiceContext } from '../../context.ts';
import type { Passage } from '../../db/queries/embeddings.ts';
import type { Embedder } from '../../llm/types.ts';
import { splitPassages } from '../../lyrics/text/passages.ts';
import { meanVector } from '../../ml/mean-vector.ts';
import { callModel } from '../models/call-model.ts';

/**
 * The vectors of a text's passages and their mean at unit length; null if the text has no line to embed. Throws
 * UPSTREAM_UNAVAILABLE or UPSTREAM_REJECTED.
 */
export async function embedPassages(
  ctx: Pick<ServiceContext, 'breaker' | 'state' | 'metrics' | 'clock'>,
  embedder: Embedder,
  lyrics: string,
): Promise<{ vector: number[]; passages: Passage[] } | null> {
  const passages = splitPassages(lyrics, embedder.maxInputBytes);
  if (passages.length === 0) return null;
  const texts = passages.map(({ text }) => text);
  const vectors = await callModel(ctx, { upstream: 'embeddings', model: embedder.model }, () =>
    embedder.embed(texts, 'document'),
  );
  return {
    vector: meanVector(vectors),
    passages: passages.map(({ startLine, endLine }, i) => ({ startLine, endLine, vector: vectors[i] ?? [] })),
  };
}
