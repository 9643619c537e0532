import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { retryFailedWork } from '../../../../src/db/queries/track-failures.ts';
import { seedSong } from '../../../support/seed-artist.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.db.query(sql`delete from tracks`));

/** A track whose embedding failed and is due again in this many minutes; null: never. */
async function addFailed(title: string, dueInMinutes: number | null): Promise<void> {
  const id = await seedSong(world.db, { artist: 'Sample Artist', title, lyrics: `the words of ${title}` });
  await world.db.query(sql`
    update tracks set embedding_status = 'failed',
      embedding_next_try_at = now() + ${dueInMinutes}::int * interval '1 minute' where id = ${id}::int`);
}

async function waiting(): Promise<string[]> {
  const rows = await world.db.query<{ title: string }>(sql`
    select title from tracks where embedding_status = 'pending' and embedding_next_try_at is null order by id`);
  return rows.map(({ title }) => title);
}

describe('failed work that is retried', () => {
  beforeEach(async () => {
    await addFailed('due since an hour', -60);
    await addFailed('due since a day', -24 * 60);
    await addFailed('due since a minute', -1);
    await addFailed('due tomorrow', 24 * 60);
    await addFailed('never due', null);
  });
  const retry = (p: { due?: boolean; limit?: number } = {}) =>
    retryFailedWork(world.db, { work: 'embedding', due: true, limit: 10, ...p });

  it('is what is due', async () => {
    expect(await retry()).toBe(3);
    expect(await waiting()).toEqual(['due since an hour', 'due since a day', 'due since a minute']);
  });

  it('is at most the limit, the longest overdue first', async () => {
    expect(await retry({ limit: 2 })).toBe(2);
    expect(await waiting()).toEqual(['due since an hour', 'due since a day']);
  });

  it('includes what is due later when asked for, but not what can never succeed', async () => {
    expect(await retry({ due: false })).toBe(4);
    expect(await waiting()).not.toContain('never due');
  });

  it('leaves the other kind of work as it is', async () => {
    expect(await retryFailedWork(world.db, { work: 'analysis', due: false, limit: 10 })).toBe(0);
  });
});
