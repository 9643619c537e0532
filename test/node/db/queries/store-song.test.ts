import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { findTrackRelations } from '../../../../src/db/queries/relations.ts';
import { addRunItems } from '../../../../src/db/queries/run-items.ts';
import { openRun } from '../../../../src/db/queries/runs.ts';
import { type SongExtras, storeScrapedSong } from '../../../../src/db/queries/store-song.ts';
import type { TrackWrite } from '../../../../src/db/queries/track-writes.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

const SONG = 9;
const WORDS = 'some words of a song that goes on for a while';

let world: TestDatabase;
let artistId: number;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  const tables = ['ingest_runs', 'tracks', 'albums', 'artists'].map((text) => ({
    text: `delete from ${text}`,
    params: [],
  }));
  await world.db.batch(tables);
  const rows = await world.db.query<{ id: number }>(sql`
    insert into artists (name, genius_id) values ('Artist', 1) returning id`);
  artistId = rows[0]?.id ?? 0;
});

const track = (more: Partial<TrackWrite> = {}): TrackWrite => ({
  ...{
    artistId,
    geniusId: SONG,
    source: 'genius',
    sourceKey: null,
    artist: 'Artist',
    title: 'Song',
    album: null,
  },
  ...{
    featured: [],
    releaseDate: null,
    releaseDatePrecision: null,
    language: 'en',
    explicit: null,
    url: null,
  },
  ...{ isrc: null, durationMs: null, lyrics: WORDS, sections: [], lyricsState: 'ok', lyricsEvidence: null },
  ...{ lyricsDifference: null, textHash: 'h', lyricsHash: 'h', sketch: null, bands: null, duplicateOf: null },
  ...{ lyricsUpdatedAt: null, spotifyId: null, spotifyData: null, ...more },
});
const EXTRAS: SongExtras = {
  ...{ geniusId: SONG, artist: { name: 'Artist', geniusId: 1 }, featured: [], credits: [] },
  ...{ relations: [], tags: [], silentOn: [], album: null },
};

/** Scrapes the song in a run of its own; answers what was stored and how its item ended. */
async function scrape(write: Partial<TrackWrite> = {}, facts: Partial<SongExtras> = {}) {
  await world.db.query(sql`update ingest_runs set status = 'done'`);
  const { run } = await openRun(world.db, { artistId, trigger: 'cli', songLimit: null });
  const songs = [SONG, SONG + 1].map((geniusId) => ({ geniusId, lyricsUpdatedAt: new Date() }));
  await addRunItems(world.db, { runId: run.id, songs, limit: null });
  const stored = await storeScrapedSong(world.db, {
    ...{ runId: run.id, track: track(write), adoptId: null },
    facts: { ...EXTRAS, ...facts },
  });
  const items = await world.db.query(sql`
    select status, outcome, change, error from ingest_items where run_id = ${run.id}::int order by genius_id`);
  expect(items[1], 'another song of the run').toMatchObject({ status: 'queued', outcome: null });
  return { stored, item: items[0] };
}
const relationsOf = async (id: number) => {
  const found = await findTrackRelations(world.db, id);
  if (found === null) throw new Error('the song is gone');
  return found;
};

describe('the item of a scraped song', () => {
  it('says whether the song was added, updated or unchanged', async () => {
    const done = { status: 'done', outcome: 'ok', error: null };
    expect((await scrape()).item).toEqual({ ...done, change: 'added' });
    expect((await scrape()).item).toEqual({ ...done, change: 'unchanged' });
    const { stored, item } = await scrape({ lyrics: `${WORDS} and on`, textHash: 'i' });
    expect(item).toEqual({ ...done, change: 'updated' });
    expect(stored).toMatchObject({
      change: 'updated',
      embed: true,
      analyze: true,
      duplicateOf: null,
      failure: null,
    });
  });

  it('fails when the page cannot be read', async () => {
    const unread = { lyrics: null, textHash: null, lyricsHash: null, lyricsState: 'parse_error' as const };
    const { stored, item } = await scrape({ ...unread, lyricsEvidence: 'no container' });
    expect(item).toEqual({ status: 'failed', outcome: 'parse_error', change: null, error: 'no container' });
    expect(stored).toMatchObject({ embed: false, analyze: false, failure: null });
  });

  it.each([
    [
      'has lost its words',
      'text_lost',
      { lyrics: null, textHash: null, lyricsState: 'instrumental' as const },
    ],
    ['holds a piece of them', 'text_cut', { lyrics: 'some words', textHash: 'cut' }],
  ])('fails once when the page %s, and the text is kept', async (_, outcome, page) => {
    await scrape();
    const first = await scrape(page);
    expect(first.item).toMatchObject({ status: 'failed', outcome, change: null, error: expect.any(String) });
    expect(first.stored).toMatchObject({ failure: outcome });
    expect((await scrape(page)).item).toMatchObject({ status: 'done', outcome, error: null });
    const rows = await world.db.query(sql`select lyrics, lyrics_state from tracks`);
    expect(rows).toEqual([{ lyrics: WORDS, lyrics_state: 'ok' }]);
  });

  it('that was read again ends its failures', async () => {
    await scrape();
    await scrape({ lyrics: 'some words', textHash: 'cut' });
    expect((await scrape()).stored.failure).toBeNull();
    expect(await world.db.query(sql`select 1 from scrape_failures`)).toEqual([]);
  });
});

describe('the album of a scraped song', () => {
  const album = {
    geniusId: 5,
    name: 'Album',
    url: 'https://songs.test/album',
    releaseDate: { date: '1999-02-03' },
  };

  it('is stored once and linked to its songs', async () => {
    const { stored } = await scrape({}, { album });
    const expected = { genius_id: 5, name: 'Album', url: album.url, release_date: '1999-02-03' };
    expect((await relationsOf(stored.id)).album).toMatchObject(expected);
    await scrape({}, { album });
    expect(await world.db.query(sql`select artist_id from albums`)).toEqual([{ artist_id: artistId }]);
  });

  it('takes a new name and keeps facts that the page lacks', async () => {
    await scrape({}, { album });
    const { stored } = await scrape(
      {},
      { album: { ...album, name: 'Renamed', url: null, releaseDate: null } },
    );
    expect((await relationsOf(stored.id)).album).toMatchObject({
      ...{ name: 'Renamed', url: album.url, release_date: '1999-02-03' },
    });
  });

  it('changes with the page, and stays when the page names none', async () => {
    await scrape({}, { album });
    const { stored } = await scrape({}, { album: { ...album, geniusId: 6, name: 'Other' } });
    expect((await relationsOf(stored.id)).album).toMatchObject({ genius_id: 6, name: 'Other' });
    await scrape();
    expect((await relationsOf(stored.id)).album).toMatchObject({ genius_id: 6 });
  });
});

describe('the people of a scraped song', () => {
  it('are listed by role in the order of the page, each once, with their own artists', async () => {
    const person = (name: string, geniusId: number) => ({ name, geniusId });
    const { stored } = await scrape(
      {},
      {
        featured: [person('Guest', 2)],
        credits: [
          { role: 'producer', ...person('Maker', 3) },
          { role: 'featured', ...person('Guest', 2) },
          { role: 'writer', ...person('Artist', 1) },
          { role: 'cover art', ...person('Painter', 4) },
          { role: 'producer', ...person('Maker', 3) },
        ],
      },
    );
    const { credits } = await relationsOf(stored.id);
    expect(credits.map(({ role, label, name, artist_id }) => [role, label, name, artist_id])).toEqual([
      ['primary', '', 'Artist', artistId],
      ['featured', '', 'Guest', null],
      ['producer', '', 'Maker', null],
      ['writer', '', 'Artist', artistId],
      ['other', 'cover art', 'Painter', null],
    ]);
  });
});

it('relations and tags of a scraped song are stored once each, and named by our own songs', async () => {
  const relation = { type: 'samples', geniusId: 20, title: 'Their title', artist: null };
  await world.db.query(sql`
    insert into tracks (artist_id, source, genius_id, artist, title, lyrics_state)
    values (${artistId}::int, 'genius', 20, 'Artist', 'Our title', 'untranscribed')`);
  const { stored } = await scrape(
    {},
    {
      relations: [relation, relation, { ...relation, geniusId: 21, artist: 'Somebody' }],
      tags: ['b', 'a', 'b'],
    },
  );
  const { relations, tags } = await relationsOf(stored.id);
  expect(tags).toEqual(['a', 'b']);
  expect(relations).toMatchObject([
    {
      relation: 'samples',
      genius_id: 20,
      title: 'Our title',
      artist: 'Artist',
      track_id: expect.any(Number),
    },
    { relation: 'samples', genius_id: 21, title: 'Their title', artist: 'Somebody', track_id: null },
  ]);
});

it('a song is indexed once with its tags, and not again while they stay', async () => {
  await world.db.batch(
    [
      'create table note_writes (notes text)',
      `create function note_written() returns trigger language plpgsql as $$
        begin insert into note_writes values (new.search_notes); return null; end $$`,
      `create trigger note_written after update of search_notes on tracks
        for each row execute function note_written()`,
    ].map((text) => ({ text, params: [] })),
  );
  const written = () => world.db.query<{ notes: string }>(sql`select notes from note_writes`);
  await scrape({}, { tags: ['trap', 'boom-bap'] });
  await scrape({}, { tags: ['trap', 'boom-bap'] });
  expect(await written()).toEqual([]);
  const [row] = await world.db.query<{ notes: string }>(sql`select search_notes as notes from tracks`);
  expect(row?.notes).toBe('boom bap boom-bap, trap trap');
  await world.db.query(sql`select refresh_search_notes(array(select id from tracks))`);
  expect(await written()).toEqual([]);
  await scrape({}, { tags: ['trap'] });
  expect(await written()).toEqual([{ notes: 'trap trap' }]);
  await world.db.query(sql`drop table note_writes cascade`);
  await world.db.query(sql`drop function note_written cascade`);
});
