import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killEverywhere } from '../../scripts/bench/killed/bench-killed.ts';
import { type KilledWorld, startKilledWorld } from '../../scripts/bench/killed/killed-world.ts';
import { PIPELINES, type Pipeline } from '../../scripts/bench/killed/pipelines.ts';
import type { ServiceContext } from '../../src/context.ts';
import { submitBatch } from '../../src/services/batches/submit-batch.ts';
import { watchArtists } from '../../src/services/ingest/watch-artists.ts';
import { migratedTemplate } from '../support/migrated-template.ts';

/** `bench killed` tries every call, which takes minutes. */
const STRIDE = 12;
const DAY_MS = 24 * 3600_000;

let world: KilledWorld;
beforeAll(async () => {
  world = await startKilledWorld({ postgresTemplate: await migratedTemplate() });
}, 120_000);
afterAll(() => world?.close());

const asking = (name: string, ask: (ctx: ServiceContext) => Promise<unknown>): Pipeline => ({
  name,
  prepare: async () => {},
  step: { ask },
});

/** Has no key by which a second request would be known. */
const keyless = asking('a batch without a key', (ctx) =>
  submitBatch(ctx, {
    items: [{ id: null, lyrics: 'The moon whispers to a rusty bell' }],
    ...{ operation: 'validate', analyzer: null, temperature: null, idempotencyKey: null },
  }),
);

/** Says that it has been done before it is. */
const hasty = asking('a note before the work', async (ctx) => {
  if ((await ctx.state.get('noted')) !== null) return;
  await ctx.state.set('noted', 'yes', DAY_MS);
  await watchArtists(ctx, { names: ['Ada Noted'], priority: 1, spreadHours: 1 });
});

describe('a Worker that is killed at a call', () => {
  it('loses nothing and leaves nothing twice, in any pipeline', async () => {
    const results = await killEverywhere(world, { pipelines: PIPELINES, stride: STRIDE });
    expect(results.map(({ pipeline }) => pipeline)).toEqual(PIPELINES.map(({ name }) => name));
    for (const { pipeline, calls, killed, faults } of results) {
      expect(faults, pipeline).toEqual([]);
      expect(killed, pipeline).toBe(Math.ceil(calls / STRIDE));
    }
  }, 240_000);

  it('is found to lose and to double where it does', async () => {
    const [doubling, losing] = await killEverywhere(world, { pipelines: [keyless, hasty], stride: 1 });
    expect([doubling?.lost, doubling?.doubled]).toEqual([0, expect.toSatisfy((rows: number) => rows > 0)]);
    expect([losing?.lost, losing?.doubled]).toEqual([expect.toSatisfy((rows: number) => rows > 0), 0]);
  }, 120_000);
});
