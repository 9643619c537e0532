import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '../../../../scripts/local/catalogue/catalogue.ts';
import { type GeniusSite, startGeniusSite } from '../../../../scripts/local/sites/genius-site.ts';
import type { SiteSong } from '../../../../scripts/local/sites/site-songs.ts';
import { createGeniusClient, type GeniusClient } from '../../../../src/sources/genius/client.ts';
import { type PageOutcome, parseSongPage, type SongPage } from '../../../../src/sources/genius/parse-page.ts';
import { parseSong } from '../../../../src/sources/genius/parse-song.ts';
import { createHostFetcher } from '../../../../src/sources/host-fetcher.ts';

const TOKEN = 'a-token';
let site: GeniusSite;
let client: GeniusClient;

function clientWith(token: string, timeoutMs = 5000): GeniusClient {
  const fetcher = createHostFetcher({ allowedOrigins: [site.url], userAgent: 'barline-test/1', timeoutMs });
  return createGeniusClient({
    api: fetcher,
    web: fetcher,
    apiUrl: site.url,
    webUrl: site.url,
    token,
    now: () => 0,
  });
}

function songCalled(title: string): SiteSong {
  const song = site.control.songs().find((candidate) => candidate.title === title);
  if (!song) throw new Error(`no song ${title}`);
  return song;
}

async function read(path: string): Promise<SongPage> {
  const { html, ...context } = await client.songPage(path);
  return parseSongPage(html, context);
}

beforeEach(async () => {
  site = await startGeniusSite({ artists: catalogue, token: TOKEN });
  client = clientWith(TOKEN);
});
afterEach(() => site.stop());

describe('the Genius site and the client together', () => {
  it('serves every song of the catalogue with state and DOM that match its text', async () => {
    const songs = site.control.songs();
    expect(new Set(songs.map((song) => song.id)).size).toBe(songs.length);
    for (const song of songs) {
      const page = await read(song.path);
      const expected = { outcome: song.state === 'complete' ? 'ok' : song.state, agreed: true, warnings: [] };
      expect(page).toMatchObject({
        ...expected,
        lyrics: song.lyrics,
        song: { id: song.id, title: song.title },
      });
    }
  });

  it('lists the songs of an artist page by page and marks the last page', async () => {
    site.control.addArtist({ name: 'Thousand Song Sam', songs: 1000, duplicateTitles: true });
    const found = await client.search('Thousand Song Sam');
    const artistId = found.songs[0]?.primary_artist?.id ?? 0;
    const ids = new Set<number>();
    let pages = 0;
    for (let page: number | null = 1; page !== null; pages += 1) {
      const list = await client.artistSongs(artistId, page);
      for (const song of list?.songs ?? []) ids.add(song.id);
      page = list?.nextPage ?? null;
    }
    expect({ songs: ids.size, pages }).toEqual({ songs: 1000, pages: 20 });
  });

  it('returns album, credits, relations and media of a song', async () => {
    const remix = songCalled('Clean Money (Remix)');
    const song = await client.song(remix.id);
    const facts = song ? parseSong(song) : null;
    expect(facts).toMatchObject({
      title: 'Clean Money (Remix)',
      releaseDate: { date: '2007-02-20', precision: 'day' },
      class: { kind: 'remix' },
      lyricsUpdatedAt: remix.lyricsUpdatedAt,
    });
    expect(facts?.relations).toContainEqual(
      expect.objectContaining({ type: 'remix_of', title: 'Clean Money' }),
    );
    expect(facts?.credits.map((credit) => credit.role)).toContain('featured');
  });

  it('returns null for an artist or a song that does not exist', async () => {
    expect(await client.song(1)).toBeNull();
    expect(await client.artist(1)).toBeNull();
    expect(await client.artistSongs(1, 1)).toBeNull();
    await expect(client.songPage('/No-such-song-lyrics')).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('rejects a wrong token', async () => {
    await expect(clientWith('other').search('x')).rejects.toMatchObject({
      kind: 'unauthorised',
      retryable: false,
    });
  });
});

describe('a faulty page', () => {
  it.each<[Parameters<GeniusSite['control']['addFault']>[0], PageOutcome]>([
    [{ kind: 'changed_classes' }, 'ok'],
    [{ kind: 'windows_1251' }, 'ok'],
    [{ kind: 'without_state' }, 'ok'],
    [{ kind: 'without_dom' }, 'ok'],
    [{ kind: 'latency', amount: 20 }, 'ok'],
    [{ kind: 'truncated' }, 'parse_error'],
    [{ kind: 'huge' }, 'parse_error'],
    [{ kind: 'huge', amount: 4_000_000 }, 'ok'],
    [{ kind: 'challenge' }, 'blocked'],
  ])('%o ends as %s', async (fault, outcome) => {
    const song = songCalled('La Línea');
    site.control.addFault({ ...fault, scope: 'page' });
    const page = await read(song.path);
    expect(page.outcome).toBe(outcome);
    expect(page.lyrics).toBe(outcome === 'ok' ? song.lyrics : '');
  });

  it.each([
    [
      { kind: 'rate_limited', amount: 7 },
      { kind: 'rate_limited', retryAfterMs: 7000, retryable: true },
    ],
    [
      { kind: 'rate_limited', amount: 7200 },
      { kind: 'parked', retryAtMs: 7_200_000 },
    ],
    [
      { kind: 'server_error', amount: 503 },
      { kind: 'unavailable', retryable: true },
    ],
    [{ kind: 'redirect_host' }, { kind: 'redirect_refused', retryable: false }],
    [{ kind: 'redirect_loop' }, { kind: 'redirect_loop' }],
  ] as const)('%o gives an error that says what to do', async (fault, error) => {
    site.control.addFault({ ...fault, scope: 'page' });
    await expect(client.songPage(songCalled('Hapax').path)).rejects.toMatchObject(error);
  });

  it('times out when it never ends', async () => {
    site.control.addFault({ kind: 'endless', scope: 'page' });
    const impatient = clientWith(TOKEN, 200);
    await expect(impatient.songPage(songCalled('Hapax').path)).rejects.toMatchObject({ kind: 'timeout' });
  });

  it('has new words and a new timestamp after an edit', async () => {
    const { path, id } = songCalled('Damp');
    const before = await client.song(id);
    const pageBefore = await read(path);
    expect(site.control.editSong(path)).toBe(true);
    const after = await client.song(id);
    expect(after?.lyrics_updated_at).toBeGreaterThan(before?.lyrics_updated_at ?? Number.MAX_SAFE_INTEGER);
    const pageAfter = await read(path);
    expect(pageAfter.agreed).toBe(true);
    expect(pageAfter.lyrics.startsWith(pageBefore.lyrics)).toBe(true);
    expect(pageAfter.lyrics).not.toBe(pageBefore.lyrics);
  });
});

describe('a faulty API', () => {
  it('is parsed although it labels its JSON as HTML', async () => {
    site.control.addFault({ kind: 'wrong_content_type', scope: 'api' });
    expect((await client.search('Hapax')).songs[0]?.title).toBe('Hapax');
  });

  it('loses one song, not the list, when an id overflows', async () => {
    site.control.addFault({ kind: 'overflow_ids', scope: 'api' });
    const list = await client.artistSongs(songCalled('Hapax').artistId, 1);
    expect(list).toMatchObject({ rejected: 1 });
    expect(list?.songs).toHaveLength(5);
  });

  it('gives an error when its JSON is truncated', async () => {
    site.control.addFault({ kind: 'broken_json', scope: 'api', times: 1 });
    await expect(client.song(songCalled('Hapax').id)).rejects.toMatchObject({ kind: 'bad_reply' });
    expect(await client.song(songCalled('Hapax').id)).not.toBeNull();
  });
});

describe('control paths', () => {
  it('accept faults, edits and synthetic artists over HTTP, and list the requests', async () => {
    const body = { add: [{ kind: 'server_error', times: 1 }], generate: { name: 'Zzyzx Quartet', songs: 3 } };
    const post = (value: unknown) =>
      fetch(`${site.url}/__faults`, { method: 'POST', body: JSON.stringify(value) });
    expect((await post(body)).status).toBe(200);
    expect((await post({ add: [{ kind: 'no_such_fault' }] })).status).toBe(400);
    await expect(client.search('Zzyzx')).rejects.toMatchObject({ kind: 'unavailable' });
    expect((await client.search('Zzyzx')).songs).toHaveLength(3);
    const log = await (await fetch(`${site.url}/__requests`)).json();
    expect(log).toMatchObject({ total: 2, byKind: { api: 2 }, userAgents: ['barline-test/1'] });
  });
});
