import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../../scripts/local/catalogue/catalogue.ts';
import { createSiteCatalogue } from '../../../../scripts/local/sites/site-songs.ts';
import { type SpotifySite, startSpotifySite } from '../../../../scripts/local/sites/spotify-site.ts';
import { systemClock } from '../../../../src/lib/clock.ts';
import type { Breaker } from '../../../../src/lib/resilience/breaker.ts';
import type { SharedState } from '../../../../src/lib/resilience/shared-state.ts';
import { createSpotify } from '../../../../src/sources/create-spotify.ts';
import { embedAudioFeatures } from '../../../../src/sources/spotify/audio-embedding.ts';
import type { SpotifySource } from '../../../../src/sources/spotify/source.ts';

let site: SpotifySite;
let source: SpotifySource;
const failures: (number | undefined)[] = [];

function memoryState(): SharedState {
  const values = new Map<string, string>();
  return {
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

const breaker: Breaker = {
  admit: async () => ({ admitted: true, state: 'closed', nextTryAt: null }),
  peek: async () => ({ admitted: true, state: 'closed', nextTryAt: null }),
  succeeded: async () => undefined,
  failed: async (openForMs) => void failures.push(openForMs),
  probeNow: async () => undefined,
  status: async () => ({ state: 'closed', nextTryAt: null }),
};

beforeAll(async () => {
  site = await startSpotifySite({ artists: catalogue, clientId: 'id', clientSecret: 'secret' });
  site.control.addFault({ kind: 'wrong_artists' });
  source = createSpotify({
    spotify: { apiUrl: site.url, accountsUrl: site.url, clientId: 'id', clientSecret: 'secret' },
    reccobeatsUrl: `${site.url}/reccobeats`,
    userAgent: 'barline-test/1',
    clock: systemClock,
    state: memoryState(),
    gate: { acquire: async () => undefined },
    breaker: () => breaker,
  });
});
afterAll(() => site.stop());

describe('enrichment with similar artists and versions', () => {
  it('finds songs by link, ISRC and search, and never a wrong song', async () => {
    const ways = new Map<string, number>();
    const songs = [...createSiteCatalogue(catalogue).songs.values()].filter(
      (song) => song.releaseDate !== null,
    );
    for (const [i, song] of songs.entries()) {
      const { found } = await source.findTrack({
        title: song.title,
        artists: [song.artistName],
        featured: song.featured,
        album: song.album,
        releaseYear: Number(song.releaseDate?.slice(0, 4)),
        spotifyTrackId: i % 3 === 0 ? song.spotifyTrackId : null,
        isrc: i % 3 === 1 ? song.isrc : null,
      });
      const way = found === null ? 'missed' : found.matchedBy;
      ways.set(way, (ways.get(way) ?? 0) + 1);
      if (found) expect(found.track.spotifyId).toBe(song.spotifyTrackId);
    }
    expect([...ways.keys()].sort()).toEqual(expect.arrayContaining(['genius_media', 'isrc', 'search']));
    expect(ways.get('missed') ?? 0).toBeLessThanOrEqual(songs.length * 0.05);
  });

  it('rejects a link to a cover', async () => {
    const [song] = createSiteCatalogue(catalogue).songs.values();
    const [cover] = site.control.tracks().filter((track) => track.artists[0] !== song?.artistName);
    const wrong = {
      title: song?.title ?? '',
      artists: [song?.artistName ?? ''],
      spotifyTrackId: cover?.id ?? '',
    };
    const { found, attempts } = await source.findTrack(wrong);
    expect(attempts[0]).toBe('genius_media: another song');
    expect(found?.matchedBy).not.toBe('genius_media');
  });

  it('gets audio features from ReccoBeats after one refusal of Spotify, and builds a vector from them', async () => {
    const [first, second] = site.control.tracks();
    site.control.clearRequests();
    const features = await source.audioFeatures(first?.id ?? '');
    await source.audioFeatures(second?.id ?? '');
    expect(features?.source).toBe('reccobeats');
    expect(await source.audioFeaturesOff()).toMatch(/403/);
    const asked = site.control
      .requests()
      .requests.filter(({ path }) => path.startsWith('/v1/audio-features/'));
    expect(asked).toHaveLength(1);
    expect(features && embedAudioFeatures(features.features)).toHaveLength(12);
    expect(failures).toEqual([]);
  });
});
