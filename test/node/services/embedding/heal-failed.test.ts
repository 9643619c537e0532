import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { DatabaseRefusal } from '../../../../src/lib/database-refusal.ts';
import { AppError } from '../../../../src/lib/errors.ts';
import { FailureCauseSchema, nextCause } from '../../../../src/lib/failure-cause.ts';
import { markJobFailed } from '../../../../src/services/dead-letters/mark-job-failed.ts';
import { embedTrack } from '../../../../src/services/embedding/embed-track.ts';
import { retryFailedTracks } from '../../../../src/services/ingest/retry-failed-tracks.ts';
import { hashedEmbedder } from '../../../support/hashed-embedder.ts';
import { type EmbeddingWorld, startEmbeddingWorld } from './embedding-world.ts';

const MINUTE = 60_000;
const embedder = hashedEmbedder('model');
const timeout = new AppError('UPSTREAM_UNAVAILABLE', 'The embedding model did not answer in time.', {
  upstream: 'embeddings',
});

let world: EmbeddingWorld;
let id: number;
beforeAll(async () => {
  world = await startEmbeddingWorld();
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  await world.db.query(sql`delete from tracks`);
  id = await world.addTrack({ title: 'Song', lyrics: 'A line to be embedded\nAnd another one' });
});

const causeOf = (error: unknown) => nextCause(null, error, Date.now());
const failEmbedding = (error: unknown) =>
  markJobFailed(world.context({ embedder }), { type: 'track.embed', track_id: id }, causeOf(error));
/** Moves the times of the track this far into the past. */
const pass = (minutes: number) =>
  world.db.query(sql`
    update tracks set embedding_next_try_at = embedding_next_try_at - ${minutes}::int * interval '1 minute',
      analysis_next_try_at = analysis_next_try_at - ${minutes}::int * interval '1 minute',
      embedding_error = embedding_error || jsonb_build_object('first_at',
        (embedding_error ->> 'first_at')::timestamptz - ${minutes}::int * interval '1 minute')`);
interface State {
  status: string;
  error: unknown;
  waitMs: number | null;
}
const state = async (): Promise<State> => {
  const [row] = await world.db.query<{ status: string; error: unknown; wait: number | null }>(sql`
    select embedding_status as status, embedding_error as error,
      (extract(epoch from embedding_next_try_at - now()) * 1000)::float8 as wait from tracks where id = ${id}::int`);
  if (row === undefined) throw new Error('the track is gone');
  return { status: row.status, error: row.error, waitMs: row.wait };
};
const retry = (options = {}) => retryFailedTracks(world.context({ embedder }), options);

describe('an embedding that failed', () => {
  it('is retried when due, and succeeds', async () => {
    await failEmbedding(timeout);
    expect(await retry()).toEqual({ embeddings: 0, analyses: 0 });
    await pass(20);
    expect(await retry()).toEqual({ embeddings: 1, analyses: 0 });
    expect(await state()).toMatchObject({ status: 'pending', error: { code: 'UPSTREAM_UNAVAILABLE' } });
    expect(await retry()).toEqual({ embeddings: 0, analyses: 0 });
    await embedTrack(world.context({ embedder }), { trackId: id });
    expect(await state()).toEqual({ status: 'done', error: null, waitMs: null });
  });

  it('waits as long as it has been failing, from 15 minutes to a day, and counts its attempts', async () => {
    const waits: number[] = [];
    for (let round = 0; round < 10; round++) {
      await failEmbedding(timeout);
      const { waitMs, error } = await state();
      const cause = FailureCauseSchema.parse(error);
      expect(cause).toMatchObject({
        code: 'UPSTREAM_UNAVAILABLE',
        upstream: 'embeddings',
        attempts: round + 1,
      });
      waits.push((waitMs ?? 0) / MINUTE);
      await pass(Math.ceil((waitMs ?? 0) / MINUTE) + 1);
      await retry();
    }
    expect(waits[0]).toBeGreaterThan(14.5);
    expect(waits[0]).toBeLessThan(18.5);
    for (const [i, wait] of waits.entries()) {
      expect(wait).toBeLessThanOrEqual(24 * 60 * 1.2 + 1);
      if (i >= 2 && wait < 24 * 60) expect(wait).toBeGreaterThan((waits[i - 1] ?? 0) * 1.1);
    }
    expect(waits.at(-1)).toBeGreaterThan(24 * 59);
  });

  it('without a configured key is not retried until the first slot after one is set', async () => {
    await failEmbedding(new AppError('CONFIG_INVALID', 'No embedding model is configured.'));
    await pass(7 * 24 * 60);
    await failEmbedding(new AppError('CONFIG_INVALID', 'No embedding model is configured.'));
    await pass(20);
    expect(await retryFailedTracks(world.context({ embedder: null }))).toMatchObject({ embeddings: 0 });
    expect(await retry()).toMatchObject({ embeddings: 1 });
  });

  it('that can never succeed fails once, with its cause', async () => {
    await failEmbedding(new DatabaseRefusal('HTTP_413', { cause: null }));
    expect(await state()).toMatchObject({
      status: 'failed',
      waitMs: null,
      error: { code: 'DATABASE_HTTP_413', upstream: 'database' },
    });
    await world.editTrack(id, '[Verse 1]\n[Verse 2]');
    await embedTrack(world.context({ embedder }), { trackId: id });
    expect(await state()).toMatchObject({
      status: 'failed',
      waitMs: null,
      error: { code: 'NOTHING_TO_EMBED' },
    });
    expect(await retry({ due: false })).toMatchObject({ embeddings: 0 });
  });

  it('does not mark an embedding that was stored meanwhile', async () => {
    await embedTrack(world.context({ embedder }), { trackId: id });
    await failEmbedding(timeout);
    expect(await state()).toMatchObject({ status: 'done', error: null });
  });

  it('is cleared when the text changes', async () => {
    await failEmbedding(timeout);
    await world.editTrack(id, 'A line of its own\nThat is new');
    expect(await state()).toEqual({ status: 'pending', error: null, waitMs: null });
  });
});

describe('an analysis that failed', () => {
  it('is retried when due', async () => {
    await world.db.query(sql`update tracks set analysis_status = 'pending'`);
    const ctx = world.context({ embedder });
    await markJobFailed(ctx, { type: 'track.analyze', track_id: id }, causeOf(timeout));
    expect(await retry()).toMatchObject({ analyses: 0 });
    await pass(20);
    expect(await retry()).toMatchObject({ analyses: 1 });
    const [row] = await world.db.query(
      sql`select analysis_status, analysis_error ->> 'code' as code from tracks`,
    );
    expect(row).toEqual({ analysis_status: 'pending', code: 'UPSTREAM_UNAVAILABLE' });
  });
});
