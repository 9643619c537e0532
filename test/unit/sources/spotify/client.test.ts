import { describe, expect, it } from 'vitest';
import type { FetchRequest } from '../../../../src/sources/fetcher.ts';
import { createSpotifyClient } from '../../../../src/sources/spotify/client.ts';
import { parseAudioFeatures, parseTrack } from '../../../../src/sources/spotify/parse.ts';
import { createReccoBeatsClient } from '../../../../src/sources/spotify/reccobeats.ts';
import { createTokenSource, type TokenStore } from '../../../../src/sources/spotify/token.ts';
import { SpotifyTrackSchema } from '../../../../src/sources/spotify/types.ts';
import { type FakeReply, fakeFetcher } from '../fake-fetcher.ts';

const ID = '0123456789abcdefABCDEF';
const TRACK = {
  id: ID,
  name: 'Two Keys',
  artists: [{ id: ID, name: 'Ada Lund' }],
  album: {
    id: ID,
    name: 'Locks',
    album_type: 'album',
    release_date: '2011-01-01',
    release_date_precision: 'year',
    images: [
      { url: 'small', width: 64, height: 64 },
      { url: 'large', width: 640, height: 640 },
    ],
  },
  duration_ms: 201_320,
  explicit: true,
  track_number: 4,
  disc_number: 1,
  popularity: 31,
  external_ids: { isrc: 'us-um7-13-07527' },
  external_urls: { spotify: `https://open.spotify.com/track/${ID}?x` },
};

function memoryStore(): TokenStore & { locked: boolean; token: string | null; ttls: number[] } {
  return {
    locked: false,
    token: null,
    ttls: [],
    async read() {
      return this.token;
    },
    async write(token, ttlMs) {
      this.token = token;
      this.ttls.push(ttlMs);
    },
    async drop(token) {
      if (this.token === token) this.token = null;
    },
    async lock() {
      if (this.locked) return false;
      this.locked = true;
      return true;
    },
    async unlock() {
      this.locked = false;
    },
  };
}

function setUp(answer: (request: FetchRequest, tokens: number) => FakeReply) {
  let tokens = 0;
  const store = memoryStore();
  const fetcher = fakeFetcher((request) => {
    if (!request.url.endsWith('/api/token')) return answer(request, tokens);
    tokens += 1;
    return { body: { access_token: `t${tokens}`, token_type: 'Bearer', expires_in: 3600 } };
  });
  const source = { accountsUrl: 'https://accounts.test', clientId: 'id', clientSecret: 'secret' };
  const sleep = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const tokenSource = createTokenSource({ fetcher, store, now: () => 0, sleep, ...source });
  const client = createSpotifyClient({
    fetcher,
    apiUrl: 'https://api.test',
    tokens: tokenSource,
    now: () => 5000,
  });
  return { client, fetcher, store, tokenSource, issued: () => tokens };
}

describe('the token', () => {
  it('is fetched once for concurrent callers, and kept for less than its lifetime', async () => {
    const { tokenSource, store, issued, fetcher } = setUp(() => ({}));
    const tokens = await Promise.all(Array.from({ length: 20 }, () => tokenSource.token()));
    expect(new Set(tokens)).toEqual(new Set(['t1']));
    expect(issued()).toBe(1);
    expect(store).toMatchObject({ locked: false, ttls: [3_540_000] });
    expect(fetcher.requests[0]).toMatchObject({
      method: 'POST',
      body: 'grant_type=client_credentials',
      headers: { authorization: `Basic ${btoa('id:secret')}` },
    });
  });

  it('is fetched again once when it is refused; a second refusal is an error', async () => {
    const renewed = setUp((request) =>
      request.headers?.authorization === 'Bearer t2' ? { body: TRACK } : { status: 401 },
    );
    expect((await renewed.client.track(ID))?.name).toBe('Two Keys');
    const refused = setUp(() => ({ status: 401 }));
    await expect(refused.client.track(ID)).rejects.toMatchObject({ kind: 'unauthorised' });
    expect(refused.issued()).toBe(2);
  });

  it('is not requested repeatedly with wrong credentials, and the lock is released', async () => {
    const store = memoryStore();
    const fetcher = fakeFetcher([{ status: 400, body: { error: 'invalid_client' } }]);
    const options = { accountsUrl: 'https://accounts.test', clientId: 'x', clientSecret: 'y', now: () => 0 };
    const source = createTokenSource({ fetcher, store, sleep: async () => undefined, ...options });
    await expect(source.token()).rejects.toMatchObject({ kind: 'unauthorised', retryable: false });
    expect(store.locked).toBe(false);
  });

  it('times out when the lock is never released', async () => {
    const { tokenSource, store } = setUp(() => ({}));
    store.locked = true;
    await expect(tokenSource.token()).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

describe('the Spotify client', () => {
  it('searches by title and artist, and leaves out malformed entries', async () => {
    const { client, fetcher } = setUp(() => ({
      body: { tracks: { items: [TRACK, null, { id: 'short', name: 'x' }] } },
    }));
    const tracks = await client.searchTracks({ title: 'Two "Keys"', artist: 'Ada' });
    expect(tracks.map(({ spotifyId }) => spotifyId)).toEqual([ID]);
    const asked = new URL(fetcher.requests.at(-1)?.url ?? '');
    expect(asked.searchParams.get('q')).toBe('track:"Two Keys" artist:"Ada"');
    expect(Number(asked.searchParams.get('limit'))).toBeLessThanOrEqual(10);
  });

  it('requests only a valid ISRC, and drops tracks with another', async () => {
    const other = { ...TRACK, external_ids: { isrc: 'QZABC2500001' } };
    const { client, fetcher } = setUp(() => ({ body: { tracks: { items: [other, TRACK] } } }));
    expect(await client.tracksByIsrc('not one')).toEqual([]);
    expect(fetcher.requests).toHaveLength(0);
    expect((await client.tracksByIsrc('USUM71307527')).map(({ isrc }) => isrc)).toEqual(['USUM71307527']);
  });

  it('returns null for a track or album that does not exist, and never requests an invalid id', async () => {
    const { client } = setUp(() => ({ status: 404 }));
    expect([await client.track(ID), await client.album(ID)]).toEqual([null, null]);
    await expect(client.track('../me')).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('returns an album with its tracks', async () => {
    const { album, ...bare } = TRACK;
    const { client } = setUp(() => ({ body: { ...album, tracks: { items: [bare, 5] } } }));
    expect(await client.album(ID)).toMatchObject({
      name: 'Locks',
      tracks: [
        {
          name: 'Two Keys',
          album: { name: 'Locks', releaseDate: { date: '2011-01-01', precision: 'year' } },
        },
      ],
    });
  });

  it.each([403, 404, 410])('treats %i for audio features as not permitted', async (status) => {
    const { client } = setUp(() => ({ status }));
    await expect(client.audioFeatures(ID)).rejects.toMatchObject({
      kind: 'feature_unavailable',
      feature: 'spotify.audio_features',
      retryable: false,
    });
  });

  it.each<[FakeReply, object]>([
    [
      { status: 429, headers: { 'retry-after': '8' } },
      { kind: 'rate_limited', retryAfterMs: 8000 },
    ],
    [
      { status: 429, headers: { 'retry-after': '40000' } },
      { kind: 'parked', retryAtMs: 40_005_000 },
    ],
    [
      { status: 429, body: { error: { reason: 'QUOTA_EXCEEDED' } } },
      { kind: 'parked', retryAtMs: 86_405_000 },
    ],
    [{ status: 502 }, { kind: 'unavailable' }],
    [{ status: 403 }, { kind: 'feature_unavailable', feature: 'spotify.search' }],
    [{ body: '{"tracks"' }, { kind: 'bad_reply' }],
  ])('turns %j into an error that says what to do', async (reply, error) => {
    const { client } = setUp(() => reply);
    await expect(client.searchTracks({ title: 'x', artist: 'y' })).rejects.toMatchObject(error);
  });
});

describe('parseTrack', () => {
  it('reads a reply of 2024', () => {
    expect(parseTrack(SpotifyTrackSchema.parse(TRACK))).toEqual({
      spotifyId: ID,
      name: 'Two Keys',
      artists: [{ spotifyId: ID, name: 'Ada Lund' }],
      album: {
        spotifyId: ID,
        name: 'Locks',
        type: 'album',
        releaseDate: { date: '2011-01-01', precision: 'year' },
        imageUrl: 'large',
      },
      durationMs: 201_320,
      explicit: true,
      trackNumber: 4,
      discNumber: 1,
      popularity: 31,
      isrc: 'USUM71307527',
      externalUrl: `https://open.spotify.com/track/${ID}?x`,
    });
  });

  it('reads a reply without any field but id and name', () => {
    expect(parseTrack(SpotifyTrackSchema.parse({ id: ID, name: 'Two Keys' }))).toMatchObject({
      artists: [],
      album: null,
      durationMs: null,
      explicit: null,
      popularity: null,
      isrc: null,
      externalUrl: `https://open.spotify.com/track/${ID}`,
    });
  });

  it.each(Object.keys(TRACK).filter((key) => key !== 'id' && key !== 'name'))(
    'takes a broken %s for a missing one',
    (key) => {
      expect(SpotifyTrackSchema.safeParse({ ...TRACK, [key]: Symbol.iterator }).success).toBe(true);
    },
  );
});

describe('audio features', () => {
  const features = { danceability: 0.7, energy: 0.5, tempo: 0, key: -1, loudness: -7.5, valence: 7 };

  it('leaves out values that are unknown or out of range', () => {
    expect(parseAudioFeatures(features)).toMatchObject({
      danceability: 0.7,
      energy: 0.5,
      loudness: -7.5,
      tempo: null,
      key: null,
      valence: null,
      mode: null,
    });
    expect(parseAudioFeatures({ tempo: 0 })).toBeNull();
    expect(parseAudioFeatures('nothing')).toBeNull();
  });

  it('come from ReccoBeats by the Spotify id', async () => {
    const uuid = '6c9a2f6e-1f43-4c4b-a5b1-0123456789ab';
    const fetcher = fakeFetcher(({ url }) =>
      url.includes('/audio-features')
        ? { body: { id: uuid, ...features } }
        : { body: { content: [{ id: uuid, href: `https://open.spotify.com/track/${ID}` }] } },
    );
    const client = createReccoBeatsClient({ fetcher, apiUrl: 'https://recco.test/base/', now: () => 0 });
    expect(await client.audioFeatures(ID)).toMatchObject({ danceability: 0.7 });
    expect(fetcher.requests.map(({ url }) => url)).toEqual([
      `https://recco.test/base/v1/track?ids=${ID}`,
      `https://recco.test/base/v1/track/${uuid}/audio-features`,
    ]);
  });

  it('are null for a track that ReccoBeats does not know', async () => {
    const unknown = createReccoBeatsClient({
      fetcher: fakeFetcher([{ body: { content: [] } }]),
      apiUrl: 'https://r.test',
      now: () => 0,
    });
    expect(await unknown.audioFeatures(ID)).toBeNull();
    const gone = createReccoBeatsClient({
      fetcher: fakeFetcher([{ status: 404 }]),
      apiUrl: 'https://r.test',
      now: () => 0,
    });
    expect(await gone.audioFeatures(ID)).toBeNull();
  });
});
