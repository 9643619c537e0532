import { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import { sha256Hex } from '../../lib/hash.ts';
import type { Embedder } from '../../llm/types.ts';
import { embedTexts } from './embed-texts.ts';

const VectorSchema = z.array(z.number()).min(1);
const TTL_SECONDS = 30 * 24 * 3600;

interface QueryVector {
  vector: readonly number[];
  model: string;
}

export type EmbedContext = Pick<
  ServiceContext,
  'cache' | 'queryVectors' | 'breaker' | 'state' | 'metrics' | 'clock' | 'waitUntil'
>;

/**
 * The vector of a query, from this isolate's memory, the cache or the model; a failure is kept by none of them. Throws
 * UPSTREAM_UNAVAILABLE or UPSTREAM_REJECTED.
 */
export async function embedQuery(ctx: EmbedContext, embedder: Embedder, text: string): Promise<QueryVector> {
  const { model } = embedder;
  const key = await sha256Hex(`${model}\nquery\n${text.normalize('NFC')}`);
  const recent = ctx.queryVectors.get(key);
  if (recent !== null) {
    ctx.metrics.count('barline_cache_total', { cache: 'embedding', result: 'hit' });
    return { vector: recent, model };
  }
  const cached = await ctx.cache.get('embedding', key, VectorSchema);
  const vector = cached ?? (await embedNow(ctx, embedder, text));
  ctx.queryVectors.set(key, vector);
  if (cached === null) ctx.waitUntil(ctx.cache.set('embedding', key, vector, TTL_SECONDS));
  return { vector, model };
}

async function embedNow(ctx: EmbedContext, embedder: Embedder, text: string): Promise<number[]> {
  const [vector] = await embedTexts(ctx, embedder, [text], 'query');
  if (vector === undefined) throw new Error('the embedder gave no vector for the query');
  return vector;
}
