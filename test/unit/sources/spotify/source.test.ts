import { describe, expect, it } from 'vitest';
import type { SharedState } from '../../../../src/lib/resilience/shared-state.ts';
import { SourceError } from '../../../../src/lib/source-error.ts';
import type { SpotifyClient } from '../../../../src/sources/spotify/client.ts';
import { createFeatureFlags } from '../../../../src/sources/spotify/feature-flags.ts';
import type { AudioFeatures, TrackFacts } from '../../../../src/sources/spotify/parse.ts';
import { createSpotifySource, type SongToFind } from '../../../../src/sources/spotify/source.ts';
import { createTokenStore } from '../../../../src/sources/spotify/token-store.ts';

const FEATURES: AudioFeatures = {
  acousticness: null,
  danceability: 0.5,
  energy: 0.5,
  instrumentalness: null,
  liveness: null,
  speechiness: null,
  valence: null,
  loudness: null,
  tempo: 90,
  key: null,
  mode: null,
};
const SONG: SongToFind = {
  title: 'Two Keys (feat. Mox)',
  artists: ['Ada Lund'],
  durationMs: 200_000,
  spotifyTrackId: 'link',
  isrc: 'QZABC2500001',
};

function track(spotifyId: string, name = 'Two Keys', artist = 'Ada Lund'): TrackFacts {
  return {
    spotifyId,
    name,
    artists: [{ spotifyId: null, name: artist }],
    album: null,
    durationMs: 200_000,
    explicit: null,
    trackNumber: null,
    discNumber: null,
    popularity: null,
    isrc: null,
    externalUrl: '',
  };
}

function memoryState(): SharedState & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    get: async (key) => values.get(key) ?? null,
    set: async (key, value) => void values.set(key, value),
    acquire: async (key, value) => !values.has(key) && values.set(key, value) !== undefined,
    increment: async () => 1,
    addWithin: async (_, total) => ({ added: true, total }),
    remove: async (...keys) => {
      for (const key of keys) values.delete(key);
    },
    reserve: async () => ({ granted: true, waitMs: 0 }),
    renew: async (key, value) => values.get(key) === value,
    release: async () => undefined,
  };
}

function sourceWith(answers: Partial<SpotifyClient>, reccoBeats: AudioFeatures | null = null) {
  const calls: string[] = [];
  const client: SpotifyClient = {
    track: async () => null,
    tracksByIsrc: async () => [],
    searchTracks: async ({ title, artist }) => {
      calls.push(`search ${title} by ${artist}`);
      return [];
    },
    album: async () => null,
    audioFeatures: async () => null,
    ...answers,
  };
  const state = memoryState();
  const other = {
    lookup: async () => new Map(),
    featuresOf: async () => null,
    audioFeatures: async () => reccoBeats,
  };
  return {
    source: createSpotifySource({
      client,
      reccoBeats: other,
      flags: createFeatureFlags(state),
      checkCredentials: async () => undefined,
    }),
    calls,
    state,
  };
}

describe('findTrack', () => {
  it('uses the link of Genius first', async () => {
    const { source, calls } = sourceWith({ track: async (id) => track(id) });
    expect(await source.findTrack(SONG)).toMatchObject({
      found: { matchedBy: 'genius_media', score: 1 },
      attempts: [],
    });
    expect(calls).toEqual([]);
  });

  it('rejects a link to another song, and uses the ISRC', async () => {
    const { source } = sourceWith({
      track: async (id) => track(id, 'Something Else', 'Bo Hart'),
      tracksByIsrc: async () => [track('wrong', 'Two Keys', 'Karaoke Kings'), track('right')],
    });
    expect(await source.findTrack(SONG)).toMatchObject({
      found: { matchedBy: 'isrc', track: { spotifyId: 'right' } },
      attempts: ['genius_media: another song'],
    });
  });

  it('searches last, for the title without additions', async () => {
    const asked: object[] = [];
    const { source } = sourceWith({
      searchTracks: async (query) => {
        asked.push(query);
        return [track('cover', 'Two Keys', 'Bo Hart'), track('right')];
      },
    });
    expect(await source.findTrack(SONG)).toMatchObject({
      found: { matchedBy: 'search', track: { spotifyId: 'right' } },
      attempts: ['genius_media: no such track', 'isrc: no such recording'],
    });
    expect(asked).toEqual([{ title: 'Two Keys', artist: 'Ada Lund' }]);
  });

  it('returns no track instead of a wrong one, and reports what it tried', async () => {
    const { source } = sourceWith({
      searchTracks: async () => [track('cover', 'Two Keys (Cover)', 'Bo Hart')],
    });
    const { found, attempts } = await source.findTrack({ ...SONG, isrc: null, spotifyTrackId: null });
    expect(found).toBeNull();
    expect(attempts).toEqual([
      expect.stringMatching(/^search: below_threshold, best 0\.\d\d \(version: cover/),
    ]);
    expect((await sourceWith({}).source.findTrack({ title: 'x', artists: [] })).found).toBeNull();
  });

  it('does not treat a failure as a miss', async () => {
    const { source } = sourceWith({ track: () => Promise.reject(new SourceError('rate_limited', '')) });
    await expect(source.findTrack(SONG)).rejects.toMatchObject({ kind: 'rate_limited' });
  });
});

describe('audioFeatures', () => {
  it('come from Spotify while it returns them', async () => {
    const { source } = sourceWith({ audioFeatures: async () => FEATURES });
    expect(await source.audioFeatures('x')).toEqual({ features: FEATURES, source: 'spotify' });
    expect(await source.audioFeaturesOff()).toBeNull();
  });

  it('come from ReccoBeats after Spotify has refused, without another request to Spotify', async () => {
    let asked = 0;
    const refuse = () => {
      asked += 1;
      return Promise.reject(new SourceError('feature_unavailable', 'HTTP 403 for audio features'));
    };
    const { source } = sourceWith({ audioFeatures: refuse }, FEATURES);
    expect(await source.audioFeatures('x')).toEqual({ features: FEATURES, source: 'reccobeats' });
    expect(await source.audioFeatures('y')).toMatchObject({ source: 'reccobeats' });
    expect(asked).toBe(1);
    expect(await source.audioFeaturesOff()).toBe('HTTP 403 for audio features');
  });

  it('are null when no source has any, and a failure stays a failure', async () => {
    expect(await sourceWith({}).source.audioFeatures('x')).toBeNull();
    const failing = sourceWith(
      { audioFeatures: () => Promise.reject(new SourceError('timeout', '')) },
      FEATURES,
    );
    await expect(failing.source.audioFeatures('x')).rejects.toMatchObject({ kind: 'timeout' });
    expect(await failing.source.audioFeaturesOff()).toBeNull();
  });
});

describe('the token store', () => {
  it('drops only the refused token, and grants the lock once', async () => {
    const store = createTokenStore(memoryState());
    await store.write('new', 1000);
    await store.drop('old');
    expect(await store.read()).toBe('new');
    await store.drop('new');
    expect(await store.read()).toBeNull();
    expect([await store.lock(1000), await store.lock(1000)]).toEqual([true, false]);
    await store.unlock();
    expect(await store.lock(1000)).toBe(true);
  });
});
