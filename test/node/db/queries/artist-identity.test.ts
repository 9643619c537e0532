import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { bindArtist, rebindArtist, upsertArtist } from '../../../../src/db/queries/artist-identity.ts';
import { upsertArtists } from '../../../../src/db/queries/import.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());
beforeEach(() =>
  world.db.batch([
    sql`delete from ingest_runs`,
    sql`delete from albums`,
    sql`delete from tracks`,
    sql`delete from artists`,
  ]),
);

interface ArtistSeed {
  geniusId?: number;
  watched?: boolean;
  priority?: number;
  dueInHours?: number;
  url?: string;
}

async function addArtist(name: string, seed: ArtistSeed = {}): Promise<number> {
  const { geniusId = null, watched = false, priority = 5, dueInHours = null, url = null } = seed;
  const rows = await world.db.query<{ id: number }>(sql`
    insert into artists (name, genius_id, watched, priority, next_scrape_at, url)
    values (${name}::text, ${geniusId}::int, ${watched}::boolean, ${priority}::smallint,
      now() + ${dueInHours}::int * interval '1 hour', ${url}::text) returning id`);
  return rows[0]?.id ?? 0;
}

/** A song, an album, a finished run and an alias of the artist. */
const addBelongings = (id: number, name: string) =>
  world.db.batch([
    sql`insert into tracks (artist_id, source, artist, title, lyrics_state)
      values (${id}::int, 'import', ${name}::text, 'Song', 'untranscribed')`,
    sql`insert into albums (artist_id, name) values (${id}::int, ${`Album of ${name}`}::text)`,
    sql`insert into ingest_runs (artist_id, trigger, status) values (${id}::int, 'cli', 'done')`,
    sql`insert into artist_aliases (artist_id, name) values (${id}::int, ${`Alias of ${name}`}::text)`,
  ]);

const belongings = async (id: number) => {
  const rows = await world.db.query<{ tracks: number; albums: number; runs: number; aliases: string[] }>(sql`
    select (select count(*)::int from tracks where artist_id = ${id}::int) as tracks,
      (select count(*)::int from albums where artist_id = ${id}::int) as albums,
      (select count(*)::int from ingest_runs where artist_id = ${id}::int) as runs,
      array(select name from artist_aliases where artist_id = ${id}::int order by name) as aliases`);
  return rows[0];
};
const artists = () =>
  world.db.query(sql`
    select id, genius_id, watched, priority, url, round(extract(epoch from next_scrape_at - now()) / 3600)::int as hours
    from artists order by id`);

describe('a second spelling of an artist', () => {
  it('gives all it has to the artist, and takes nothing from others', async () => {
    const artist = await addArtist('Artist', { geniusId: 7 });
    const spelling = await addArtist('Artiste');
    const stranger = await addArtist('Stranger', { geniusId: 8 });
    for (const [id, name] of [
      [artist, 'Artist'],
      [spelling, 'Artiste'],
      [stranger, 'Stranger'],
    ] as const)
      await addBelongings(id, name);
    expect((await bindArtist(world.db, { id: spelling, geniusId: 7 }))?.id).toBe(artist);
    expect(await belongings(artist)).toEqual({
      tracks: 2,
      albums: 2,
      runs: 2,
      aliases: ['Alias of Artist', 'Alias of Artiste', 'Artiste'],
    });
    expect(await belongings(stranger)).toEqual({
      tracks: 1,
      albums: 1,
      runs: 1,
      aliases: ['Alias of Stranger'],
    });
    expect(await artists()).toHaveLength(2);
  });

  it.each([
    ['neither is watched', [false, 2], [false, 1], { watched: false, priority: 2 }],
    ['only the artist is', [true, 4], [false, 1], { watched: true, priority: 4 }],
    ['only the spelling is', [false, 1], [true, 6], { watched: true, priority: 6 }],
    ['both are', [true, 4], [true, 2], { watched: true, priority: 2 }],
  ] as const)(
    'is watched with the more urgent priority of those that were: %s',
    async (_, own, other, expected) => {
      await addArtist('Artist', { geniusId: 7, watched: own[0], priority: own[1], dueInHours: 5 });
      const spelling = await addArtist('Artiste', {
        watched: other[0],
        priority: other[1],
        dueInHours: 2,
        url: 'u',
      });
      await bindArtist(world.db, { id: spelling, geniusId: 7 });
      expect(await artists()).toMatchObject([{ genius_id: 7, hours: 2, url: 'u', ...expected }]);
    },
  );

  it('keeps what the artist knows of itself', async () => {
    await addArtist('Artist', { geniusId: 7, dueInHours: 2, url: 'own' });
    const spelling = await addArtist('Artiste', { dueInHours: 5, url: 'other' });
    await bindArtist(world.db, { id: spelling, geniusId: 7 });
    expect(await artists()).toMatchObject([{ hours: 2, url: 'own' }]);
  });

  it('ends its own open run when the artist has one', async () => {
    const artist = await addArtist('Artist', { geniusId: 7 });
    const spelling = await addArtist('Artiste');
    for (const id of [artist, spelling])
      await world.db.query(sql`insert into ingest_runs (artist_id, trigger) values (${id}::int, 'cli')`);
    await bindArtist(world.db, { id: spelling, geniusId: 7 });
    const runs = await world.db.query(
      sql`select artist_id, status, finished_at is not null as ended from ingest_runs order by id`,
    );
    expect(runs).toEqual([
      { artist_id: artist, status: 'listing', ended: false },
      { artist_id: artist, status: 'failed', ended: true },
    ]);
  });
});

describe('an artist without an id', () => {
  it.each([
    ['HEL-Z', 'HEL\u2010Z'],
    ['HEL-Z', 'HEL\u2011Z'],
    ['HEL-Z', 'Hel\u2013Z'],
    ['Zoë', 'Zoe'],
    ['Zoë', 'ZOE\u0308'],
    ['Beyoncé', 'BEYONCE'],
    ['O\u2019Neal', "O'Neal"],
    ['Marlow Vane', 'Marlow\u00a0 Vane'],
    ['Łukasz', 'łukasz'],
    ['Йота', 'йота'],
    ['¥$', '¥$'],
    ['!!!', '!!!'],
  ])('%s is found as %s', async (name, spelling) => {
    const first = await upsertArtist(world.db, { name, geniusId: null });
    expect(await upsertArtist(world.db, { name: spelling, geniusId: null })).toMatchObject({ id: first.id });
    expect(await upsertArtists(world.db, [spelling, name])).toEqual([first.id, first.id]);
    expect(await upsertArtist(world.db, { name: spelling, geniusId: 5 })).toMatchObject({
      id: first.id,
      genius_id: 5,
    });
    expect(await artists()).toHaveLength(1);
  });

  it.each([
    ['¥$', '$$'],
    ['!!!', '???'],
    ['÷', '×'],
    ['HEL-Z', 'HELZ'],
    ['Lil Nas X', 'Lil Nas'],
    ['MOTOMAMI +', 'MOTOMAMI'],
  ])('%s is not %s', async (name, other) => {
    const ids = await upsertArtists(world.db, [name, other]);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('an artist whose id was found', () => {
  it('takes the id when nobody has it', async () => {
    const artist = await addArtist('Artist');
    await addBelongings(artist, 'Artist');
    expect(await bindArtist(world.db, { id: artist, geniusId: 7 })).toMatchObject({
      id: artist,
      genius_id: 7,
    });
    expect(await belongings(artist)).toEqual({ tracks: 1, albums: 1, runs: 1, aliases: ['Alias of Artist'] });
  });

  it('keeps an id that it has', async () => {
    const artist = await addArtist('Artist', { geniusId: 6 });
    const other = await addArtist('Other', { geniusId: 7 });
    expect((await bindArtist(world.db, { id: artist, geniusId: 7 }))?.id).toBe(other);
    expect(await artists()).toMatchObject([{ genius_id: 6 }, { genius_id: 7 }]);
  });
});

describe('an artist whose id has changed', () => {
  it('is found under both ids', async () => {
    const artist = await addArtist('Artist', { geniusId: 6 });
    const change = { id: artist, formerId: 6, geniusId: 7 };
    expect(await rebindArtist(world.db, change)).toMatchObject({ id: artist, genius_id: 7 });
    for (const geniusId of [6, 7])
      expect((await upsertArtist(world.db, { name: 'Artist', geniusId })).id).toBe(artist);
    expect(await artists()).toHaveLength(1);
  });

  it('keeps its id when another artist has the new one, or when it has changed meanwhile', async () => {
    const artist = await addArtist('Artist', { geniusId: 6 });
    await addArtist('Other', { geniusId: 7 });
    expect(await rebindArtist(world.db, { id: artist, formerId: 6, geniusId: 7 })).toBeNull();
    expect(await rebindArtist(world.db, { id: artist, formerId: 5, geniusId: 9 })).toBeNull();
    expect(await artists()).toMatchObject([{ genius_id: 6 }, { genius_id: 7 }]);
  });
});

describe('storing an artist', () => {
  it('gives its id to a row of the name that has none', async () => {
    const imported = await addArtist('Artist');
    expect(await upsertArtist(world.db, { name: 'ARTIST', geniusId: 7 })).toMatchObject({
      id: imported,
      genius_id: 7,
    });
  });

  it('finds it by an alias, and by a name before an alias', async () => {
    const artist = await addArtist('Artist', { geniusId: 7 });
    const aliased = await upsertArtist(world.db, { name: 'Artiste', geniusId: 7 });
    expect(aliased.id).toBe(artist);
    expect((await upsertArtist(world.db, { name: 'artiste', geniusId: null })).id).toBe(artist);
    const named = await addArtist('Artiste', { geniusId: 8 });
    expect((await upsertArtist(world.db, { name: 'artiste', geniusId: null })).id).toBe(named);
  });

  it('prefers, of two with the name, the one with an id', async () => {
    await addArtist('Artist');
    const known = await addArtist('ARTIST', { geniusId: 7 });
    expect((await upsertArtist(world.db, { name: 'artist', geniusId: null })).id).toBe(known);
  });
});
