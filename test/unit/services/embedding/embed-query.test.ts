import { describe, expect, it } from 'vitest';
import type { Cache } from '../../../../src/lib/cache.ts';
import { AppError } from '../../../../src/lib/errors.ts';
import type { MetricDelta } from '../../../../src/lib/metrics/store.ts';
import { createRecentValues } from '../../../../src/lib/recent-values.ts';
import { createBreaker } from '../../../../src/lib/resilience/breaker.ts';
import { TooManyInFlight } from '../../../../src/lib/resilience/limit-in-flight.ts';
import { createLocalState } from '../../../../src/lib/resilience/local-state.ts';
import type { Embedder } from '../../../../src/llm/types.ts';
import { noCache } from '../../../../src/redis/cache.ts';
import { embedQuery } from '../../../../src/services/embedding/embed-query.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createFakeContext } from '../../../support/fake-context.ts';

const TTL_MS = 60_000;

interface Asked {
  embedded: string[];
  cacheGets: number;
  cacheSets: number;
}

/** An isolate: every call opens the context of another request, over the same memory. */
function openIsolate(cached: number[] | null = null) {
  const clock = createFakeClock();
  const asked: Asked = { embedded: [], cacheGets: 0, cacheSets: 0 };
  const cache: Cache = {
    ...noCache,
    get: async (_, __, schema) => {
      asked.cacheGets += 1;
      return cached === null ? null : schema.parse(cached);
    },
    set: async () => {
      asked.cacheSets += 1;
    },
  };
  const queryVectors = createRecentValues<readonly number[]>(clock, { maxEntries: 10, ttlMs: TTL_MS });
  const state = createLocalState(clock);
  let failure: AppError | null = null;
  const flushed: MetricDelta[] = [];
  const breaker = createBreaker('embeddings', { state, clock });
  const embedderOf = (model: string): Embedder => ({
    model,
    supports: () => true,
    maxInputBytes: 1000,
    embed: async (texts) => {
      asked.embedded.push(...texts);
      if (failure !== null) throw failure;
      return texts.map((text) => [text.length, model.length]);
    },
  });
  return {
    asked,
    clock,
    flushed,
    breakerState: async () => (await breaker.status()).state,
    fail: (error: AppError | null) => {
      failure = error;
    },
    embed: async (text: string, model = 'model-a') => {
      const given = { clock, cache, queryVectors, state, breaker: () => breaker };
      const fake = createFakeContext(() => [], given);
      try {
        return await embedQuery(fake.ctx, embedderOf(model), text);
      } finally {
        await fake.ctx.metrics.flush();
        flushed.push(...fake.flushed);
        await fake.background();
      }
    },
  };
}

describe('the vector of a query', () => {
  it('asks neither the cache nor the model again within a minute', async () => {
    const { asked, clock, embed } = openIsolate();
    const first = await embed('a night bus');
    clock.advance(TTL_MS - 1);
    expect(await embed('a night bus')).toEqual(first);
    expect(asked).toEqual({ embedded: ['a night bus'], cacheGets: 1, cacheSets: 1 });
  });

  it('asks the cache again after a minute, since another isolate may have changed it', async () => {
    const { asked, clock, embed } = openIsolate([3, 4]);
    expect((await embed('a night bus')).vector).toEqual([3, 4]);
    clock.advance(TTL_MS);
    await embed('a night bus');
    expect(asked).toEqual({ embedded: [], cacheGets: 2, cacheSets: 0 });
  });

  it('belongs to its model and its text', async () => {
    const { embed } = openIsolate();
    const vectors = [await embed('one'), await embed('three'), await embed('one', 'model-bb')];
    expect(vectors.map(({ vector }) => vector)).toEqual([
      [3, 7],
      [5, 7],
      [3, 8],
    ]);
  });

  it('is the same for two spellings of one character', async () => {
    const { asked, embed } = openIsolate();
    await embed('caf\u00e9');
    await embed('cafe\u0301');
    expect(asked.embedded).toHaveLength(1);
  });

  it('is asked for again after a failure', async () => {
    const { asked, embed, fail } = openIsolate();
    fail(new AppError('UPSTREAM_UNAVAILABLE', 'no answer'));
    await expect(embed('a night bus')).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(asked.cacheSets).toBe(0);
    fail(null);
    expect((await embed('a night bus')).vector).toEqual([11, 7]);
    expect(asked.embedded).toHaveLength(2);
  });

  it('that this isolate was too busy to ask for is no failure of the model, and no request to it', async () => {
    const { embed, fail, breakerState, flushed } = openIsolate();
    fail(new TooManyInFlight('UPSTREAM_UNAVAILABLE', '50 requests are open already.'));
    for (let i = 0; i < 20; i++)
      await expect(embed(`query ${i}`)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(await breakerState()).toBe('closed');
    expect(flushed.filter(({ field }) => field.startsWith('barline_upstream_'))).toEqual([]);
    fail(null);
    await expect(embed('a night bus')).resolves.toMatchObject({ model: 'model-a' });
  });
});
