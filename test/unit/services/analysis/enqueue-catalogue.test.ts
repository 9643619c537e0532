import { describe, expect, it } from 'vitest';
import type { ChatUpstream, ServiceContext } from '../../../../src/context.ts';
import type { Job } from '../../../../src/lib/jobs.ts';
import { enqueueCatalogue } from '../../../../src/services/analysis/enqueue-catalogue.ts';
import { createFakeContext } from '../../../support/fake-context.ts';
import { lexicon } from '../../../support/lexicon.ts';

interface World {
  /** Requests per minute of the model; null: none is configured. */
  rate: number | null;
  state?: 'closed' | 'open' | 'half_open';
  isReached?: boolean;
}

/** A catalogue in which everything after `afterId` is pending, up to the limit of the query. */
function open({ rate, state = 'closed', isReached = false }: World, tracks: number) {
  const sent: Job[] = [];
  const limits: unknown[] = [];
  const model = {
    name: 'llm',
    chat: { model: 'm' },
    budget: { rate: async () => rate },
    spend: { read: async () => ({ isReached }) },
  };
  const { ctx } = createFakeContext(
    ({ params }) => {
      const limit = Number(params.at(-1));
      limits.push(limit);
      const afterId = Number(params[0]);
      return Array.from({ length: Math.min(limit, Math.max(0, tracks - afterId)) }, (_, i) => ({
        id: afterId + i + 1,
      }));
    },
    {
      lexicon,
      engineVersion: 'engine-of-the-test',
      chatModels: rate === null ? [] : [model as unknown as ChatUpstream],
      breaker: () =>
        ({ status: async () => ({ state }) }) as unknown as ReturnType<ServiceContext['breaker']>,
      queues: {
        analysis: { send: async (jobs: readonly Job[]) => void sent.push(...jobs) },
      } as unknown as ServiceContext['queues'],
    },
  );
  return { ctx, sent, limits };
}

describe('applying the current analyser to the catalogue', () => {
  it('sends the tracks that remain and starts over afterwards', async () => {
    const { ctx, sent } = open({ rate: null }, 13);
    expect(await enqueueCatalogue(ctx, 10)).toEqual({ counts: { sent: 3 }, next: 0 });
    expect(sent).toEqual([11, 12, 13].map((track_id) => ({ type: 'track.analyze', track_id })));
  });

  it.each([
    ['without a model 2,000', null, 2000],
    ['four fifths of what the model allows in 15 minutes', 60, 720],
    ['whole tracks only', 0.2, 2],
    ['at most 10,000', 100_000, 10_000],
    ['one', 0.1, 1],
  ])('sends %s in a slot, and continues there in the next', async (_, rate, count) => {
    const { ctx, sent } = open({ rate }, 20_000);
    expect(await enqueueCatalogue(ctx, 100)).toEqual({ counts: { sent: count }, next: 100 + count });
    expect(sent).toHaveLength(count);
  });

  it.each([
    ['the circuit of the model is open', { rate: 60, state: 'open' as const }],
    ['the daily budget of the model is spent', { rate: 60, isReached: true }],
    ['the model allows less than one call', { rate: 0.01 }],
  ])('sends nothing and keeps its place while %s', async (_, world) => {
    const { ctx, sent, limits } = open(world, 20_000);
    expect(await enqueueCatalogue(ctx, 100)).toEqual({ counts: { sent: 0 }, next: 100 });
    expect(sent).toEqual([]);
    expect(limits).toEqual([]);
  });

  it('sends while the circuit is half open', async () => {
    const { ctx } = open({ rate: 60, state: 'half_open' }, 20_000);
    expect((await enqueueCatalogue(ctx, 0)).counts.sent).toBe(720);
  });

  it('starts over when nothing is left', async () => {
    const { ctx } = open({ rate: 60 }, 100);
    expect(await enqueueCatalogue(ctx, 100)).toEqual({ counts: { sent: 0 }, next: 0 });
  });
});
