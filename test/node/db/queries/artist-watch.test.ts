import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { watchArtists } from '../../../../src/db/queries/artist-watch.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.db.query(sql`delete from artists`));

interface Watched {
  name: string;
  watched: boolean;
  priority: number;
  hours: number | null;
}

const watch = (names: string[], priority: number | null = null) =>
  watchArtists(world.db, { names, priority, spreadHours: 24 });
const stored = () =>
  world.db.query<Watched>(sql`
    select name, watched, priority, round(extract(epoch from next_scrape_at - now()) / 3600)::int as hours
    from artists order by id`);

describe('putting artists on the watch list', () => {
  it('adds unknown ones, due one after another', async () => {
    expect(await watch(['One', 'Two', 'Three', 'Four'], 3)).toBe(4);
    expect(await stored()).toEqual([
      { name: 'One', watched: true, priority: 3, hours: 0 },
      { name: 'Two', watched: true, priority: 3, hours: 6 },
      { name: 'Three', watched: true, priority: 3, hours: 12 },
      { name: 'Four', watched: true, priority: 3, hours: 18 },
    ]);
  });

  it('keeps the priority and the next time of a known artist', async () => {
    await world.db.query(sql`
      insert into artists (name, watched, priority, next_scrape_at) values ('Known', false, 2, now() + interval '5 hours')`);
    expect(await watch(['Known'])).toBe(1);
    expect(await stored()).toEqual([{ name: 'Known', watched: true, priority: 2, hours: 5 }]);
  });

  it('changes the priority of a known artist when one is given', async () => {
    await world.db.query(sql`insert into artists (name, watched, priority) values ('Known', false, 2)`);
    expect(await watch(['Known'], 8)).toBe(1);
    expect(await stored()).toEqual([{ name: 'Known', watched: true, priority: 8, hours: 0 }]);
  });

  it('changes nothing for an artist that is watched already', async () => {
    await watch(['Known'], 2);
    expect(await watch(['known', 'New'], 8)).toBe(1);
    expect(await stored()).toMatchObject([
      { name: 'Known', priority: 2, hours: 0 },
      { name: 'New', priority: 8, hours: 12 },
    ]);
  });
});
