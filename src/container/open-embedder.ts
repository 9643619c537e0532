import type { EmbeddingConfig } from '../config.ts';
import type { InFlightLimit } from '../lib/resilience/limit-in-flight.ts';
import { createEmbedder } from '../llm/embedder.ts';
import type { Embedder } from '../llm/types.ts';

/** An embedding model whose requests count against the limit of their isolate; null if none is configured. */
export function openEmbedder(config: EmbeddingConfig | null, limited: InFlightLimit): Embedder | null {
  if (config === null) return null;
  const embedder = createEmbedder(config);
  return { ...embedder, embed: (texts, purpose) => limited(() => embedder.embed(texts, purpose)) };
}
