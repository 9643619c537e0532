import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import {
  claimDueTracks,
  dropUnconfirmedSpotifyId,
  findTracksToEnrich,
  findTrackToEnrich,
  setEnrichment,
  storeAudioFeatures,
  storeSpotifyMatch,
} from '../../../../src/db/queries/enrichments.ts';
import { seedSong } from '../../../support/seed-artist.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

const HOUR_MS = 3_600_000;

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.db.query(sql`delete from tracks`));

const addSong = (title: string, artist = 'Sample Artist') =>
  seedSong(world.db, { artist, title, lyrics: `the words of ${title} by ${artist}` });

/** A search that ended an hour ago and is due again in so many hours; null: never. */
async function addSearched(title: string, dueInHours: number | null): Promise<number> {
  const trackId = await addSong(title);
  const nextTryInMs = dueInHours === null ? null : dueInHours * HOUR_MS;
  await setEnrichment(world.db, { trackId, status: 'missed', note: null, nextTryInMs });
  await world.db.query(sql`
    update track_enrichments set tried_at = now() - interval '1 hour' where track_id = ${trackId}::int`);
  return trackId;
}

async function addNoSong(title: string): Promise<number> {
  const id = await addSong(title);
  await world.db.query(sql`
    update tracks set lyrics = null, lyrics_state = 'not_a_song' where id = ${id}::int`);
  return id;
}

describe('the songs to search for', () => {
  let ids: { settled: number; late: number; due: number; never: number; fresh: number };
  beforeEach(async () => {
    ids = {
      settled: await addSearched('found long ago', null),
      late: await addSearched('due tomorrow', 24),
      due: await addSearched('due since a minute', -0.02),
      never: await addNoSong('an interview'),
      fresh: await addSong('never searched'),
    };
  });
  const find = (p: { artist?: string; missing?: boolean; limit?: number } = {}) =>
    findTracksToEnrich(world.db, { artist: null, missing: true, limit: 10, ...p });

  it('are those that are due, those never searched first', async () => {
    expect(await find()).toEqual([ids.fresh, ids.due]);
    expect(await find({ limit: 1 })).toEqual([ids.fresh]);
  });

  it('are all songs when found ones are searched again', async () => {
    expect(await find({ missing: false })).toEqual([ids.fresh, ids.settled, ids.late, ids.due]);
  });

  it('are those of one artist, whatever its capitals', async () => {
    const other = await addSong('of another', 'Other Artist');
    expect(await find({ artist: 'OTHER artist' })).toEqual([other]);
    expect(await find({ artist: 'Nobody' })).toEqual([]);
  });

  it('say whether they are due', async () => {
    const due = async (id: number) => (await findTrackToEnrich(world.db, id))?.due;
    expect(await Promise.all([ids.settled, ids.late, ids.due, ids.fresh].map(due))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    await setEnrichment(world.db, { trackId: ids.late, status: 'queued', note: null, nextTryInMs: HOUR_MS });
    expect(await due(ids.late)).toBe(true);
    expect(await findTrackToEnrich(world.db, 999_999)).toBeNull();
  });
});

describe('a claim of due songs', () => {
  const claim = (p: { artistId?: number; limit?: number } = {}) =>
    claimDueTracks(world.db, { artistId: null, limit: 10, holdMinutes: 60, ...p });
  const holds = () =>
    world.db.query<{ id: number; minutes: number }>(sql`
      select track_id as id, round(extract(epoch from next_try_at - now()) / 60)::int as minutes
      from track_enrichments where status = 'queued' order by 1`);

  it('holds them back from every other claim until they count as lost', async () => {
    const due = await addSearched('due', -1);
    const fresh = await addSong('fresh');
    await addSearched('late', 1);
    await addSearched('settled', null);
    await addNoSong('an interview');
    expect(await claim()).toEqual([due, fresh]);
    expect(await holds()).toEqual([
      { id: due, minutes: 60 },
      { id: fresh, minutes: 60 },
    ]);
    expect(await claim()).toEqual([]);
    await world.db.query(sql`update track_enrichments set next_try_at = now() where track_id = ${due}::int`);
    expect(await claim()).toEqual([due]);
  });

  it('takes at most the limit, those never searched first', async () => {
    await addSearched('due', -1);
    const fresh = [await addSong('one'), await addSong('two')];
    expect(await claim({ limit: 2 })).toEqual(fresh);
    expect(await claim()).toHaveLength(1);
  });

  it('takes the songs of one artist', async () => {
    await addSong('one');
    const other = await addSong('two', 'Other Artist');
    const [artist] = await world.db.query<{ id: number }>(
      sql`select artist_id as id from tracks where id = ${other}::int`,
    );
    expect(await claim({ artistId: artist?.id ?? 0 })).toEqual([other]);
  });
});

interface StoredFacts {
  spotify_id: string | null;
  data: Record<string, unknown> | null;
  isrc: string | null;
  duration_ms: number | null;
  features: { tempo: number } | null;
  source: string | null;
  has_sound: boolean;
}

async function factsOf(id: number): Promise<StoredFacts | undefined> {
  const rows = await world.db.query<StoredFacts>(sql`
    select spotify_id, spotify_data as data, isrc, duration_ms, audio_features as features,
      audio_features_source as source, audio_embedding is not null as has_sound
    from tracks where id = ${id}::int`);
  return rows[0];
}

describe('a match on Spotify', () => {
  const match = { spotifyId: 'one', score: 0.95, isrc: 'QZ1', durationMs: 1000 };
  const store = (trackId: number, more: Partial<typeof match> & { data: object }) =>
    storeSpotifyMatch(world.db, { ...match, trackId, ...more });
  let id: number;
  let other: number;
  beforeEach(async () => {
    id = await addSong('one');
    other = await addSong('two');
    await store(id, { data: { id: 'one', external_url: 'u', album: 'A' } });
    const sound = Array.from({ length: 12 }, () => 0.5);
    const features = { trackId: id, features: { tempo: 90 }, source: 'spotify', embedding: sound };
    await storeAudioFeatures(world.db, features);
  });

  it('is stored for this song only', async () => {
    expect(await factsOf(id)).toMatchObject({
      spotify_id: 'one',
      isrc: 'QZ1',
      duration_ms: 1000,
      has_sound: true,
    });
    expect(await factsOf(other)).toMatchObject({ spotify_id: null, data: null, features: null });
  });

  it('keeps facts that a later answer about the same track lacks, and takes its new ones', async () => {
    await store(id, { data: { id: 'one', album: null, popularity: 7 }, isrc: 'QZ2', durationMs: 2000 });
    expect(await factsOf(id)).toMatchObject({
      data: { id: 'one', external_url: 'u', album: 'A', popularity: 7 },
      isrc: 'QZ1',
      duration_ms: 1000,
      features: { tempo: 90 },
    });
  });

  it('of another track replaces the data and drops the sound', async () => {
    await store(id, { spotifyId: 'two', data: { id: 'two', album: 'B' } });
    expect(await factsOf(id)).toMatchObject({
      spotify_id: 'two',
      data: { id: 'two', album: 'B' },
      features: null,
      source: null,
      has_sound: false,
    });
  });

  it('is kept when an unconfirmed id is dropped', async () => {
    await world.db.query(sql`update tracks set spotify_id = 'guessed' where id = ${other}::int`);
    for (const one of [id, other]) await dropUnconfirmedSpotifyId(world.db, one);
    expect((await factsOf(id))?.spotify_id).toBe('one');
    expect((await factsOf(other))?.spotify_id).toBeNull();
  });
});

describe('audio features', () => {
  const sound = Array.from({ length: 12 }, () => 0.5);
  const store = (trackId: number, tempo: number, source: string, embedding: readonly number[] | null) =>
    storeAudioFeatures(world.db, { trackId, features: { tempo }, source, embedding });

  it.each([
    ['complete ones by complete ones of the same source', 'reccobeats', sound, 'reccobeats', sound, true],
    ["another source's by Spotify's", 'reccobeats', sound, 'spotify', sound, true],
    ["Spotify's by newer ones of Spotify", 'spotify', sound, 'spotify', sound, true],
    ['incomplete ones by incomplete ones', 'reccobeats', null, 'reccobeats', null, true],
    ["Spotify's by another source's", 'spotify', sound, 'reccobeats', sound, false],
    ['complete ones by incomplete ones', 'reccobeats', sound, 'reccobeats', null, false],
  ] as const)('replace %s or not', async (_, first, firstSound, second, secondSound, isReplaced) => {
    const id = await addSong('one');
    const other = await addSong('two');
    await store(id, 90, first, firstSound);
    await store(id, 120, second, secondSound);
    expect((await factsOf(id))?.features?.tempo).toBe(isReplaced ? 120 : 90);
    expect((await factsOf(other))?.features).toBeNull();
  });
});
