import { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import { sha256Hex } from '../../lib/hash.ts';
import type { Embedder } from '../../llm/types.ts';
import { embedTexts } from './embed-texts.ts';

const VectorSchema = z.array(z.number()).min(1);
const TTL_SECONDS = 30 * 24 * 3600;

/** The vector of a query, from the cache or the model. Throws UPSTREAM_UNAVAILABLE or UPSTREAM_REJECTED. */
export async function embedQuery(
  ctx: Pick<ServiceContext, 'cache' | 'breaker' | 'state' | 'metrics' | 'clock'>,
  embedder: Embedder,
  text: string,
): Promise<{ vector: number[]; model: string }> {
  const { model } = embedder;
  const key = await sha256Hex(`${model}\nquery\n${text.normalize('NFC')}`);
  const cached = await ctx.cache.get('embedding', key, VectorSchema);
  if (cached !== null) return { vector: cached, model };
  const [vector] = await embedTexts(ctx, embedder, [text], 'query');
  if (vector === undefined) throw new Error('the embedder gave no vector for the query');
  await ctx.cache.set('embedding', key, vector, TTL_SECONDS);
  return { vector, model };
}
