import type { Config } from '../../config.ts';
import type { ServiceContext } from '../../context.ts';
import { findStoredModel } from '../../db/queries/embedding-model.ts';
import type { Embedder } from '../../llm/types.ts';

const LOOK_AGAIN_MS = 5000;
const seen = new WeakMap<Config, { model: string | null; at: number }>();

/**
 * The embedder of the model that made the stored vectors. While a change of model is configured, an isolate checks
 * every few seconds which of the two that is; otherwise no check is needed. Null if none is configured.
 */
export async function currentEmbedder(
  ctx: Pick<ServiceContext, 'sql' | 'config' | 'clock' | 'embedder' | 'nextEmbedder'>,
): Promise<Embedder | null> {
  const { embedder, nextEmbedder } = ctx;
  if (nextEmbedder === null) return embedder;
  const now = ctx.clock.now();
  let known = seen.get(ctx.config);
  if (known === undefined || now - known.at > LOOK_AGAIN_MS) {
    known = { model: await findStoredModel(ctx.sql), at: now };
    seen.set(ctx.config, known);
  }
  return known.model === nextEmbedder.model ? nextEmbedder : embedder;
}
