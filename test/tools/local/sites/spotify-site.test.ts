import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '../../../../scripts/local/catalogue/catalogue.ts';
import { createSiteCatalogue, type SiteSong } from '../../../../scripts/local/sites/site-songs.ts';
import { type SpotifySite, startSpotifySite } from '../../../../scripts/local/sites/spotify-site.ts';
import { createHostFetcher } from '../../../../src/sources/host-fetcher.ts';
import { createSpotifyClient, type SpotifyClient } from '../../../../src/sources/spotify/client.ts';
import { matchTrack } from '../../../../src/sources/spotify/match-track.ts';
import { createReccoBeatsClient } from '../../../../src/sources/spotify/reccobeats.ts';
import { createTokenSource, type TokenStore } from '../../../../src/sources/spotify/token.ts';

const now = () => 0;
let site: SpotifySite;
let client: SpotifyClient;

function memoryStore(): TokenStore {
  let token: string | null = null;
  return {
    read: async () => token,
    write: async (fresh) => {
      token = fresh;
    },
    drop: async () => {
      token = null;
    },
    lock: async () => true,
    unlock: async () => undefined,
  };
}

function fetcher() {
  return createHostFetcher({ allowedOrigins: [site.url], userAgent: 'barline-test/1' });
}

function clientWith(clientSecret: string): SpotifyClient {
  const tokens = createTokenSource({
    fetcher: fetcher(),
    accountsUrl: site.url,
    clientId: 'id',
    clientSecret,
    store: memoryStore(),
    now,
    sleep: async () => undefined,
  });
  return createSpotifyClient({ fetcher: fetcher(), apiUrl: site.url, tokens, now });
}

async function outcomes(songs: readonly SiteSong[], withDuration: boolean) {
  let right = 0;
  let wrong = 0;
  for (const song of songs) {
    const found = await client.searchTracks({
      title: song.title.replace(/\s*\(.*\)$/, ''),
      artist: song.artistName,
    });
    const { match } = matchTrack(
      {
        title: song.title,
        artists: [song.artistName],
        featured: song.featured,
        album: song.album,
        releaseYear: Number(song.releaseDate?.slice(0, 4)),
        durationMs: withDuration ? song.durationMs : null,
      },
      found,
    );
    if (match?.track.spotifyId === song.spotifyTrackId) right += 1;
    else if (match) wrong += 1;
  }
  return { right, wrong };
}

beforeEach(async () => {
  site = await startSpotifySite({ artists: catalogue, clientId: 'id', clientSecret: 'secret' });
  client = clientWith('secret');
});
afterEach(() => site.stop());

describe('the Spotify site and the client together', () => {
  it.each([true, false])(
    'find the right tracks among wrong artists, versions and covers (duration known: %s)',
    async (known) => {
      const songs = [...createSiteCatalogue(catalogue).songs.values()].filter(
        (song) => song.releaseDate !== null,
      );
      site.control.addFault({ kind: 'wrong_artists' });
      const { right, wrong } = await outcomes(songs, known);
      expect(wrong).toBe(0);
      expect(right / songs.length).toBeGreaterThan(0.9);
    },
  );

  it('serve tracks by id and ISRC, and albums, without the fields removed in 2026', async () => {
    const [any] = site.control.tracks();
    const track = await client.track(any?.id ?? '');
    expect(track).toMatchObject({
      name: any?.name,
      isrc: any?.isrc,
      durationMs: any?.durationMs,
      popularity: null,
    });
    expect((await client.tracksByIsrc(any?.isrc ?? '')).map(({ spotifyId }) => spotifyId)).toEqual([any?.id]);
    const album = await client.album(track?.album?.spotifyId ?? '');
    expect(album?.tracks.map(({ spotifyId }) => spotifyId)).toContain(any?.id);
  });

  it('refuse audio features, which ReccoBeats returns', async () => {
    const id = site.control.tracks()[0]?.id ?? '';
    await expect(client.audioFeatures(id)).rejects.toMatchObject({ kind: 'feature_unavailable' });
    const reccoBeats = createReccoBeatsClient({ fetcher: fetcher(), apiUrl: `${site.url}/reccobeats`, now });
    expect(await reccoBeats.audioFeatures(id)).toMatchObject({
      tempo: expect.any(Number),
      energy: expect.any(Number),
    });
    expect(await reccoBeats.audioFeatures('0123456789abcdefABCDEF')).toBeNull();
  });

  it('fetch a new token when the old one is invalid, and reject a wrong secret', async () => {
    const id = site.control.tracks()[0]?.id ?? '';
    await client.track(id);
    site.control.expireTokens();
    expect(await client.track(id)).not.toBeNull();
    const tokens = site.control.requests().requests.filter(({ path }) => path === '/api/token');
    expect(tokens).toHaveLength(2);
    await expect(clientWith('wrong').track(id)).rejects.toMatchObject({ kind: 'unauthorised' });
  });

  it.each([
    [
      { kind: 'rate_limited', amount: 3 },
      { kind: 'rate_limited', retryAfterMs: 3000 },
    ],
    [
      { kind: 'rate_limited', amount: 20_000 },
      { kind: 'parked', retryAtMs: 20_000_000 },
    ],
    [{ kind: 'quota_exceeded' }, { kind: 'parked' }],
    [{ kind: 'server_error' }, { kind: 'unavailable' }],
    [{ kind: 'broken_json' }, { kind: 'bad_reply' }],
  ] as const)('%o is an error that says what to do', async (fault, error) => {
    site.control.addFault({ ...fault, path: '/v1/' });
    await expect(client.searchTracks({ title: 'x', artist: 'y' })).rejects.toMatchObject(error);
  });
});
