import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { generateArtist } from '../../../../scripts/local/sites/generated-artist.ts';
import type { SiteSong } from '../../../../scripts/local/sites/site-songs.ts';
import { sql } from '../../../../src/db/client.ts';
import { upsertArtist } from '../../../../src/db/queries/artist-identity.ts';
import { storeScrapedSong } from '../../../../src/db/queries/store-song.ts';
import { type TrackWrite, upsertTrack } from '../../../../src/db/queries/track-writes.ts';
import { importTracks } from '../../../../src/services/import/import-tracks.ts';
import { listIngestRuns } from '../../../../src/services/ingest/list-runs.ts';
import { watchArtist } from '../../../../src/services/ingest/watch-artist.ts';
import { prepareLyrics } from '../../../../src/services/songs/prepare-lyrics.ts';
import { toTrackWrite } from '../../../../src/services/songs/to-track-write.ts';
import { parseSong, type SongFacts } from '../../../../src/sources/genius/parse-song.ts';
import { GeniusSongSchema } from '../../../../src/sources/genius/types.ts';
import { type PipelineWorld, startPipeline } from '../../../support/pipeline-world.ts';

const NAMES = ['Ana Adopted', 'Stan Stale', 'Rey Reused', 'Lena Listed', 'Gia Gone'];
let world: PipelineWorld;

vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  world = await startPipeline(NAMES.map((name) => generateArtist({ name, songs: 3 })));
}, 120_000);
afterAll(() => world?.close());

const songsOf = (name: string): SiteSong[] =>
  world.sites.genius.control.songs().filter((song) => song.artistName === name);
const firstOf = (name: string): SiteSong => {
  const [song] = songsOf(name);
  if (song === undefined) throw new Error(`no song of ${name}`);
  return song;
};
const scrape = async (name: string) => {
  const input = { name, geniusId: null, priority: null, songLimit: null, trigger: 'cli' as const };
  const { run } = await watchArtist(world.ctx, input);
  await world.drain();
  return run.id;
};
const runOf = async (id: number) => {
  const { items } = await listIngestRuns(world.ctx, { limit: 50, cursor: null });
  return items.find((item) => item.id === id);
};
const importRow = (row: { artist: string; title: string; lyrics: string; id?: string; album?: string }) =>
  importTracks(world.ctx, [{ line: 1, row }], { source: 'file' });
interface Row {
  id: number;
  genius_id: number | null;
  source: string;
  source_key: string | null;
  title: string;
  lyrics: string;
  album: string | null;
  duplicate_of: number | null;
}
const rowsOf = (name: string) =>
  world.ctx.sql.query<Row>(sql`
    select id, genius_id, source, source_key, title, lyrics, album, duplicate_of from tracks
    where artist = ${name}::text order by id`);

describe('a song that was imported before it is scraped', () => {
  it('becomes one row: the scrape takes over the imported row, and a second import fills it in', async () => {
    const name = 'Ana Adopted';
    const [same, nearly, other] = songsOf(name);
    if (same === undefined || nearly === undefined || other === undefined) throw new Error('no songs');
    const lost = nearly.lyrics.split('\n').slice(0, -1).join('\n');
    await importRow({ artist: name, title: same.title.toUpperCase(), lyrics: same.lyrics, id: 'a' });
    await importRow({ artist: name, title: nearly.title, lyrics: lost, id: 'b' });
    await importRow({
      artist: name,
      title: other.title,
      lyrics: 'Words of a song that only shares the name',
      id: 'c',
    });
    const before = await rowsOf(name);

    const { counts } = (await runOf(await scrape(name))) ?? {};
    expect(counts).toMatchObject({ added: 1, updated: 2, failed: 0 });
    const after = await rowsOf(name);
    expect(after).toHaveLength(4);
    expect(after.map(({ duplicate_of }) => duplicate_of)).toEqual([null, null, null, null]);
    expect(after[0]).toMatchObject({
      id: before[0]?.id,
      genius_id: same.id,
      source: 'genius',
      title: same.title,
    });
    expect(after[1]).toMatchObject({ id: before[1]?.id, genius_id: nearly.id, lyrics: nearly.lyrics.trim() });
    expect(after[2], 'other words make another song').toMatchObject({ genius_id: null, source: 'import' });

    const again = { artist: name, title: nearly.title, lyrics: lost, id: 'b', album: 'An album of the file' };
    const filled = await importRow(again);
    expect(filled).toMatchObject({ added: 0, rejected: 0 });
    expect((await importRow(again)).unchanged).toBe(1);
    expect((await rowsOf(name))[1]).toMatchObject({ lyrics: nearly.lyrics.trim(), source_key: 'file:b' });
  });
});

describe('a duplicate check with a deleted track', () => {
  it('is verified in Postgres and corrected', async () => {
    const song = firstOf('Stan Stale');
    const { lyricsHash } = await prepareLyrics(song.lyrics, 'en');
    await importRow({
      artist: 'Somebody Else',
      title: 'Under another name',
      lyrics: song.lyrics,
      id: 'twin',
    });
    const [twin] = await rowsOf('Somebody Else');
    await world.ctx.songHashes.add([{ hash: lyricsHash, trackId: 999_999 }]);
    expect(await runOf(await scrape('Stan Stale'))).toMatchObject({ counts: { added: 3, failed: 0 } });
    const [stored] = (await rowsOf('Stan Stale')).filter((row) => row.genius_id === song.id);
    expect(stored?.duplicate_of).toBe(twin?.id);
  });

  it('is verified when its id now belongs to another song', async () => {
    const song = firstOf('Rey Reused');
    const { lyricsHash } = await prepareLyrics(song.lyrics, 'en');
    // This one has to be an original, because a duplicate would be refused for another reason.
    const stranger = (await rowsOf('Stan Stale')).find((row) => row.duplicate_of === null);
    expect(stranger).toBeDefined();
    await world.ctx.songHashes.add([{ hash: lyricsHash, trackId: stranger?.id ?? 0 }]);
    await scrape('Rey Reused');
    const [stored] = (await rowsOf('Rey Reused')).filter((row) => row.genius_id === song.id);
    expect(stored?.duplicate_of).toBeNull();
    expect(await world.ctx.songHashes.find(lyricsHash)).toBe(stored?.id);
  });
});

describe('a list with malformed entries', () => {
  it('is requested again, and then counted in the run', async () => {
    world.sites.genius.control.addFault({ kind: 'overflow_ids', path: '/songs', scope: 'api', times: 1 });
    const id = await scrape('Lena Listed');
    expect((await runOf(id))?.status).toBe('listing');
    await world.drainLater();
    expect(await runOf(id)).toMatchObject({ status: 'done', counts: { added: 3, rejected: 0 } });

    world.sites.genius.control.addFault({ kind: 'overflow_ids', path: '/songs', scope: 'api', times: 3 });
    const gone = await scrape('Gia Gone');
    for (let tries = 0; (await runOf(gone))?.status === 'listing' && tries < 5; tries++)
      await world.drainLater();
    expect(await runOf(gone)).toMatchObject({ status: 'done', counts: { added: 2, rejected: 1 } });
  });
});

describe('a song that is stored again', () => {
  const write: TrackWrite = {
    artistId: 0,
    geniusId: 77,
    source: 'genius',
    sourceKey: null,
    artist: 'Uma Unchanged',
    title: 'Ladder',
    album: null,
    featured: [],
    releaseDate: null,
    releaseDatePrecision: null,
    language: 'en',
    explicit: false,
    url: 'https://songs.test/one',
    isrc: null,
    durationMs: 1000,
    lyrics: null,
    sections: [],
    lyricsState: 'instrumental',
    lyricsEvidence: 'the page says so',
    lyricsDifference: null,
    textHash: null,
    lyricsHash: null,
    sketch: null,
    bands: null,
    duplicateOf: null,
    lyricsUpdatedAt: null,
    spotifyId: null,
    spotifyData: null,
  };
  const store = (more: Partial<TrackWrite>) => upsertTrack(world.ctx.sql, { ...write, ...more });

  beforeAll(async () => {
    const [artist] = await world.ctx.sql.query<{ id: number }>(
      sql`insert into artists (name) values ('Uma Unchanged') returning id`,
    );
    write.artistId = artist?.id ?? 0;
    expect(await store({})).toMatchObject({ change: 'added' });
  });

  it.each<Partial<TrackWrite>>([
    { explicit: true },
    { isrc: 'QZABC2500001' },
    { url: 'https://songs.test/two' },
    { durationMs: 2000 },
    { lyricsEvidence: 'the page says so otherwise' },
    { lyricsDifference: { lines: 1 } },
  ])('is updated once when only %j is new', async (more) => {
    await store({});
    expect(await store(more)).toMatchObject({ change: 'updated' });
    expect(await store(more)).toMatchObject({ change: 'unchanged' });
  });

  it('keeps fields that the new version lacks', async () => {
    const known = { explicit: true, isrc: 'QZABC2500002', url: 'https://songs.test/three', durationMs: 3000 };
    await store(known);
    const silent = { explicit: null, isrc: null, url: null, durationMs: null };
    expect(await store(silent)).toMatchObject({ change: 'unchanged' });
  });

  const stored = async () => {
    const [row] = await world.ctx.sql.query<Record<string, unknown>>(sql`
      select featured, language, spotify_id, spotify_data, scraped_at is not null as scraped, release_date_precision as precision,
        to_char(release_date, 'YYYY-MM-DD') as released from tracks where genius_id = 77`);
    return row;
  };

  it('keeps names, language and scrape time when the new version has none', async () => {
    await store({ featured: ['Otis', 'Ines'], language: 'fr' });
    expect(await store({ source: 'import', featured: null, language: null })).toMatchObject({
      change: 'unchanged',
    });
    expect(await stored()).toMatchObject({ featured: ['Otis', 'Ines'], language: 'fr', scraped: true });
    expect(await store({ featured: [], language: 'fr' })).toMatchObject({ change: 'updated' });
    expect(await stored()).toMatchObject({ featured: [] });
  });

  it.each([
    ['1998-01-01', 'year', '1998-03-05', 'day'],
    ['1998-03-01', 'month', '1998-03-05', 'day'],
    [null, null, '1998-03-05', 'day'],
    ['1998-04-01', 'month', '1998-04-01', 'month'],
    ['1999-01-01', 'year', '1999-01-01', 'year'],
    ['1998-03-06', 'day', '1998-03-06', 'day'],
  ] as const)(
    'dated %s by the %s has the date %s when a day was stored before',
    async (date, precision, released, known) => {
      await store({ releaseDate: '1998-03-05', releaseDatePrecision: 'day' });
      await store({ releaseDate: date, releaseDatePrecision: precision });
      expect(await stored()).toMatchObject({ released, precision: known });
      await world.ctx.sql.query(sql`update tracks set release_date = null where genius_id = 77`);
    },
  );

  it('keeps Spotify data of an earlier file that the next one lacks, and all data of a scored match', async () => {
    const data = {
      matched_by: 'import',
      id: 'one',
      external_url: 'https://spotify.test/one',
      popularity: 40,
    };
    await store({ spotifyId: 'one', spotifyData: data });
    await store({ spotifyData: { matched_by: 'import', id: null, external_url: null, popularity: 41 } });
    expect(await stored()).toMatchObject({ spotify_data: { ...data, popularity: 41 } });
    await world.ctx.sql.query(sql`
      update tracks set spotify_match_score = 1, spotify_data = '{"id": "one", "matched_by": "search"}' where genius_id = 77`);
    await store({ spotifyId: 'two', spotifyData: { ...data, id: 'two' } });
    expect(await stored()).toMatchObject({
      spotify_id: 'one',
      spotify_data: { id: 'one', matched_by: 'search' },
    });
  });
});

describe('a reply of Genius without lists', () => {
  it('keeps credits, relations and tags of a stored song; an empty list removes them', async () => {
    const song = firstOf('Gia Gone');
    const scraped = await world.ctx.genius.fetchSong(song.id);
    if (scraped === null) throw new Error('no song');
    const { id: artistId } = await upsertArtist(world.ctx.sql, {
      name: song.artistName,
      geniusId: song.artistId,
    });
    const track = await toTrackWrite(world.ctx, { artistId, ...scraped });
    const person = { geniusId: 5, name: 'Otis' };
    const relation = { geniusId: 6, title: 'Older', artist: 'Somebody', language: null };
    const full: SongFacts = {
      ...scraped.facts,
      featured: [person],
      credits: [
        { role: 'producer', ...person },
        { role: 'writer', ...person },
        { role: 'cover art', ...person },
      ],
      relations: [
        { type: 'samples', ...relation },
        { type: 'translations', ...relation },
      ],
      tags: ['boom-bap'],
    };
    const lists = async (facts: SongFacts) => {
      await storeScrapedSong(world.ctx.sql, { runId: 0, track, facts, adoptId: null });
      const [row] = await world.ctx.sql.query<{ roles: string[]; relations: string[]; tags: string[] }>(sql`
        select (select array_agg(role order by role) from credits where track_id = t.id) as roles,
          array(select relation from track_relations where track_id = t.id order by 1) as relations,
          array(select tag from track_tags where track_id = t.id) as tags
        from tracks t where genius_id = ${song.id}::int`);
      return row;
    };
    const everything = await lists(full);
    expect(everything).toEqual({
      roles: ['featured', 'other', 'primary', 'producer', 'writer'],
      relations: ['samples', 'translations'],
      tags: ['boom-bap'],
    });
    const { featured_artists, ...rest } = GeniusSongSchema.parse({ id: song.id, title: song.title });
    expect(featured_artists).toBeNull();
    const silent = parseSong({
      ...rest,
      featured_artists,
      primary_artist: { id: song.artistId, name: song.artistName },
    });
    expect(await lists(silent)).toEqual(everything);
    const empty = { ...full, featured: [], credits: [], relations: [], tags: [] };
    expect(await lists({ ...empty, silentOn: [] })).toEqual({ roles: ['primary'], relations: [], tags: [] });
  });
});
