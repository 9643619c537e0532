import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../../../scripts/local/catalogue/catalogue.ts';
import { sql } from '../../../../src/db/client.ts';
import { storeAudioFeatures, storeSpotifyMatch } from '../../../../src/db/queries/enrichments.ts';
import { enrichTrack } from '../../../../src/services/enrichment/enrich-track.ts';
import { getHealth } from '../../../../src/services/health/get-health.ts';
import { watchArtist } from '../../../../src/services/ingest/watch-artist.ts';
import { getTrackRelations } from '../../../../src/services/tracks/get-track-relations.ts';
import { type PipelineWorld, startPipeline } from '../../../support/pipeline-world.ts';

interface Row {
  id: number;
  title: string;
  spotify_id: string | null;
  spotify_match_score: number | null;
  link: string | null;
  isrc: string | null;
  duration_ms: number | null;
  audio_features_source: string | null;
  sound: boolean;
  status: string | null;
}

const [artist] = catalogue;
let world: PipelineWorld;

vi.setConfig({ testTimeout: 60_000 });

const rows = (): Promise<Row[]> =>
  world.ctx.sql.query<Row>(sql`
    select t.id, t.title, t.spotify_id, t.spotify_match_score, t.spotify_data ->> 'external_url' as link, t.isrc,
      t.duration_ms, t.audio_features_source, t.audio_embedding is not null as sound, e.status
    from tracks t left join track_enrichments e on e.track_id = t.id order by t.id`);

beforeAll(async () => {
  if (artist === undefined) throw new Error('the catalogue is empty');
  world = await startPipeline([artist]);
  world.sites.spotify.control.addFault({ kind: 'wrong_artists' });
  await watchArtist(world.ctx, {
    name: artist.name,
    geniusId: null,
    priority: null,
    songLimit: 6,
    trigger: 'cli',
  });
  await world.drain();
}, 120_000);
afterAll(() => world?.close());

describe('a scraped song', () => {
  it('is searched for on Spotify after its run, and the result is stored with its link', async () => {
    const found = (await rows()).filter((row) => row.status === 'found');
    expect(found.length).toBeGreaterThan(3);
    for (const row of found) {
      const track = world.sites.spotify.control.tracks().find(({ id }) => id === row.spotify_id);
      expect(track?.decoy).toBe(false);
      expect(row.link).toContain(row.spotify_id);
      expect(row.isrc).toBe(track?.isrc);
      expect(row.duration_ms).toBe(track?.durationMs);
      expect(row.spotify_match_score).toBeGreaterThanOrEqual(0.9);
      expect(row).toMatchObject({ audio_features_source: 'reccobeats', sound: true });
    }
  });

  it('is not requested again before it is due', async () => {
    const [row] = await rows();
    world.sites.spotify.control.clearRequests();
    expect(await enrichTrack(world.ctx, { trackId: row?.id ?? 0 })).toBe('settled');
    expect(world.sites.spotify.control.requests().total).toBe(0);
  });

  it('has no audio features when Spotify refuses them, and /health says so', async () => {
    const { components } = await getHealth(world.ctx);
    expect(components.spotify_audio_features).toMatchObject({ status: 'off' });
    expect(components.spotify_audio_features.detail).toContain('403');
  });

  it('has its album, credits, tags and related songs with Barline ids', async () => {
    const [row] = await rows();
    const relations = await getTrackRelations(world.ctx, row?.id ?? 0);
    expect(relations.credits.primary.map(({ name }) => name)).toEqual([artist?.name]);
    expect(relations.tags.length).toBeGreaterThan(0);
    await expect(getTrackRelations(world.ctx, 999_999)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a song that Spotify does not have', () => {
  it('is stored as a miss for thirty days', async () => {
    const [track] = await world.ctx.sql.query<{ id: number }>(sql`
      insert into tracks (artist_id, source, source_key, artist, title, lyrics_state)
      select id, 'import', 'nobody:1', name, 'A title that nobody recorded', 'untranscribed' from artists limit 1
      returning id`);
    const trackId = track?.id ?? 0;
    expect(await enrichTrack(world.ctx, { trackId })).toBe('missed');
    const [row] = await world.ctx.sql.query<{ days: number; note: string }>(sql`
      select round(extract(epoch from next_try_at - now()) / 86400)::int as days, note
      from track_enrichments where track_id = ${trackId}::int`);
    expect(row?.days).toBe(30);
    expect(row?.note).toContain('search');
    world.sites.spotify.control.clearRequests();
    expect(await enrichTrack(world.ctx, { trackId })).toBe('settled');
    expect(world.sites.spotify.control.requests().total).toBe(0);
  });
});

describe('a malformed answer of Spotify', () => {
  const answerWithHtml = (times: number) =>
    world.sites.spotify.control.addFault({ kind: 'html_reply', path: '/v1/', times });

  it('is requested again before it is accepted', async () => {
    const [row] = (await rows()).filter(({ status }) => status === 'found');
    const trackId = row?.id ?? 0;
    answerWithHtml(1);
    await expect(enrichTrack(world.ctx, { trackId, force: true, attempt: 1 })).rejects.toThrow('not JSON');
    expect(await enrichTrack(world.ctx, { trackId, force: true, attempt: 2 })).toBe('found');
  });

  it('postpones the song for a day after three attempts', async () => {
    const [row] = (await rows()).filter(({ status }) => status === 'found');
    const trackId = row?.id ?? 0;
    answerWithHtml(1);
    expect(await enrichTrack(world.ctx, { trackId, force: true, attempt: 3 })).toBe('failed');
    const [stored] = await world.ctx.sql.query<{ note: string; hours: number }>(sql`
      select note, round(extract(epoch from next_try_at - now()) / 3600)::int as hours
      from track_enrichments where track_id = ${trackId}::int and status = 'failed'`);
    expect(stored).toEqual({ note: expect.stringContaining('bad_reply'), hours: 24 });
    expect(await enrichTrack(world.ctx, { trackId, force: true })).toBe('found');
  });
});

describe('a Retry-After of Spotify', () => {
  it('postpones the track until then without a failure', async () => {
    const [row] = (await rows()).filter(({ status }) => status === 'found');
    world.sites.spotify.control.addFault({ kind: 'rate_limited', amount: 7200, times: 1 });
    expect(await enrichTrack(world.ctx, { trackId: row?.id ?? 0, force: true })).toBe('parked');
    const [parked] = await world.ctx.sql.query<{ minutes: number }>(sql`
      select (extract(epoch from next_try_at - now()) / 60)::int as minutes
      from track_enrichments where track_id = ${row?.id ?? 0}::int and status = 'parked'`);
    expect(parked?.minutes).toBeGreaterThan(110);
    const { components } = await getHealth(world.ctx);
    expect(components.spotify.status).toBe('degraded');
    expect(components.spotify.next_try_at).not.toBeNull();
  });
});

describe('a search that Spotify refuses', () => {
  it('turns the feature off and marks no song as missing', async () => {
    await world.ctx.state.remove('breaker:spotify:open');
    world.sites.spotify.control.clearFaults();
    world.sites.spotify.control.addFault({ kind: 'server_error', amount: 410, path: '/v1/search', times: 1 });
    const [track] = await world.ctx.sql.query<{ id: number }>(sql`
      insert into tracks (artist_id, source, source_key, artist, title, lyrics_state)
      select id, 'import', 'nobody:2', name, 'Another title that nobody recorded', 'untranscribed'
      from artists limit 1 returning id`);
    expect(await enrichTrack(world.ctx, { trackId: track?.id ?? 0 })).toBe('parked');
    const { components } = await getHealth(world.ctx);
    expect(components.spotify_search).toMatchObject({ status: 'off' });
    expect(components.spotify_search.detail).toContain('410');
    world.sites.spotify.control.clearRequests();
    await enrichTrack(world.ctx, { trackId: track?.id ?? 0, force: true });
    expect(world.sites.spotify.control.requests().total).toBe(0);
  });
});

describe('a weaker answer than the stored one', () => {
  const first = async () => {
    const [row] = (await rows()).filter(({ status }) => status === 'found');
    return row?.id ?? 0;
  };
  const soundOf = async (id: number) => {
    const [row] = await world.ctx.sql.query<{ source: string; tempo: number; sound: boolean }>(sql`
      select audio_features_source as source, (audio_features ->> 'tempo')::real as tempo,
        audio_embedding is not null as sound from tracks where id = ${id}::int`);
    return row;
  };
  const vector = Array(12).fill(0.1);

  it('of another source does not replace audio features of Spotify', async () => {
    const trackId = await first();
    const own = { trackId, features: { tempo: 90 }, source: 'spotify', embedding: vector };
    await storeAudioFeatures(world.ctx.sql, own);
    await storeAudioFeatures(world.ctx.sql, { ...own, features: { tempo: 91 }, source: 'reccobeats' });
    expect(await soundOf(trackId)).toEqual({ source: 'spotify', tempo: 90, sound: true });
    await storeAudioFeatures(world.ctx.sql, { ...own, features: { tempo: 92 }, embedding: null });
    expect(await soundOf(trackId)).toEqual({ source: 'spotify', tempo: 90, sound: true });
    await storeAudioFeatures(world.ctx.sql, { ...own, features: { tempo: 93 } });
    expect(await soundOf(trackId)).toEqual({ source: 'spotify', tempo: 93, sound: true });
  });

  it('of the same Spotify track keeps stored fields that it lacks', async () => {
    const trackId = await first();
    const match = { trackId, spotifyId: 'same', score: 1, isrc: null, durationMs: null };
    const dataOf = async (data: object) => {
      await storeSpotifyMatch(world.ctx.sql, { ...match, data: { id: 'same', ...data } });
      const [row] = await world.ctx.sql.query<{ data: object }>(
        sql`select spotify_data as data from tracks where id = ${trackId}::int`,
      );
      return row?.data;
    };
    await dataOf({ popularity: 40, album: { id: 'a' }, isrc: null });
    const kept = { id: 'same', popularity: 40, album: { id: 'a', image_url: null }, isrc: null };
    expect(await dataOf({ popularity: null, album: { id: 'a', image_url: null }, isrc: null })).toEqual(kept);
    await storeSpotifyMatch(world.ctx.sql, {
      ...match,
      spotifyId: 'other',
      data: { id: 'other', popularity: null },
    });
    const [row] = await world.ctx.sql.query<{ data: object; sound: boolean }>(sql`
      select spotify_data as data, audio_features is not null as sound from tracks where id = ${trackId}::int`);
    expect(row).toEqual({ data: { id: 'other', popularity: null }, sound: false });
  });
});
