import { describe, expect, it } from 'vitest';
import { createGeniusClient } from '../../../../src/sources/genius/client.ts';
import { parseSong, spotifyTrackIdOf } from '../../../../src/sources/genius/parse-song.ts';
import { GeniusSongSchema } from '../../../../src/sources/genius/types.ts';
import { type FakeReply, fakeFetcher } from '../fake-fetcher.ts';

const ok = (response: object): FakeReply => ({ body: { meta: { status: 200 }, response } });
const stub = (id: number | string, more: object = {}) => ({
  id,
  title: `Song ${id}`,
  primary_artist: { id: 7, name: 'Ada Lund' },
  ...more,
});

function clientWith(replies: FakeReply[]) {
  const api = fakeFetcher(replies);
  const web = fakeFetcher(replies);
  const options = {
    apiUrl: 'https://api.songs.test/',
    webUrl: 'https://songs.test',
    token: 'tok',
    now: () => 1000,
  };
  return { client: createGeniusClient({ api, web, ...options }), api, web };
}

describe('the Genius client', () => {
  it('sends its token, and the query escaped', async () => {
    const { client, api } = clientWith([ok({ hits: [] })]);
    await client.search('a&b "c"');
    expect(api.requests[0]).toMatchObject({
      url: 'https://api.songs.test/search?q=a%26b+%22c%22',
      headers: { authorization: 'Bearer tok' },
    });
  });

  it('takes songs only from the hits, and counts malformed entries', async () => {
    const hits = [
      { type: 'song', result: stub(1) },
      { type: 'lyric', result: stub(2) },
      { index: 'song', result: stub(3) },
      { type: 'song', result: stub(2 ** 31) },
      { type: 'song', result: { id: 5 } },
      { type: 'song', result: stub('6') },
    ];
    const { songs, rejected } = await clientWith([ok({ hits })]).client.search('x');
    expect(songs.map(({ id }) => id)).toEqual([1, 3]);
    expect(rejected).toBe(3);
  });

  it('requests fifty songs per page and returns the next page', async () => {
    const { client, api } = clientWith([ok({ songs: [stub(1)], next_page: 3 })]);
    expect(await client.artistSongs(7, 2, 'title')).toMatchObject({ nextPage: 3, rejected: 0 });
    expect(api.requests[0]?.url).toBe('https://api.songs.test/artists/7/songs?sort=title&per_page=50&page=2');
  });

  it('continues after a full page without a next page', async () => {
    const full = Array.from({ length: 50 }, (_, i) => stub(i + 1));
    expect((await clientWith([ok({ songs: full })]).client.artistSongs(7, 2))?.nextPage).toBe(3);
    expect(
      (await clientWith([ok({ songs: full, next_page: null })]).client.artistSongs(7, 2))?.nextPage,
    ).toBeNull();
    expect((await clientWith([ok({ songs: [stub(1)] })]).client.artistSongs(7, 2))?.nextPage).toBeNull();
  });

  it.each([1, 2])('does not follow page 2 to page %i', async (next) => {
    const { client } = clientWith([ok({ songs: [], next_page: next })]);
    await expect(client.artistSongs(7, 2)).rejects.toMatchObject({ kind: 'bad_reply' });
  });

  it.each([0, -1, 1.5, 2 ** 31, Number.NaN, 1e20])('does not request the id %d', async (id) => {
    const { client, api } = clientWith([ok({})]);
    await expect(client.song(id)).rejects.toMatchObject({ kind: 'rejected' });
    await expect(client.artist(id)).rejects.toMatchObject({ kind: 'rejected' });
    await expect(client.artistSongs(id, 1)).rejects.toMatchObject({ kind: 'rejected' });
    expect(api.requests).toHaveLength(0);
  });

  it.each<FakeReply>([
    { status: 404, body: { meta: { status: 404 } } },
    { body: { meta: { status: 404, message: 'no' } } },
  ])('answers null for %j', async (reply) => {
    const { client } = clientWith([reply]);
    expect([await client.song(1), await client.artist(1), await client.artistSongs(1, 1)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it.each<[FakeReply, object]>([
    [
      { status: 401, body: {} },
      { kind: 'unauthorised', retryable: false },
    ],
    [
      { status: 403, body: {} },
      { kind: 'blocked', retryable: true },
    ],
    [
      { status: 400, body: {} },
      { kind: 'rejected', retryable: false },
    ],
    [
      { status: 500, body: 'oops' },
      { kind: 'unavailable', retryable: true },
    ],
    [
      { status: 429, headers: { 'retry-after': '20' } },
      { kind: 'rate_limited', retryAfterMs: 20_000 },
    ],
    [{ status: 429 }, { kind: 'rate_limited', retryAfterMs: undefined }],
    [
      { status: 429, headers: { 'retry-after': '9000' } },
      { kind: 'parked', retryAtMs: 9_001_000 },
    ],
    [{ body: '<html>' }, { kind: 'bad_reply', host: 'api.songs.test' }],
    [{ body: { meta: { status: 200 }, response: { song: {} } } }, { kind: 'bad_reply' }],
    [{ body: '{}', truncated: true }, { kind: 'too_large' }],
  ])('turns %j into an error that says what to do', async (reply, error) => {
    await expect(clientWith([reply]).client.song(1)).rejects.toMatchObject(error);
  });

  it.each([
    ['/A-b-lyrics', 'https://songs.test/A-b-lyrics'],
    ['https://genius.com/A-b-lyrics?x=1#y', 'https://songs.test/A-b-lyrics'],
    ['//evil.test/A-b-lyrics', 'https://songs.test/A-b-lyrics'],
  ])('fetches the page %s from its own host', async (given, url) => {
    const { client, web } = clientWith([{ body: '<html></html>' }]);
    await client.songPage(given);
    expect(web.requests[0]?.url).toBe(url);
  });

  it.each(['javascript:alert(1)', 'https://evil.test', '/', 'https://evil.test//other.test/x'])(
    'does not follow %s to another host',
    async (given) => {
      const { client, web } = clientWith([{ body: '' }]);
      await client.songPage(given).catch(() => undefined);
      expect(web.requests.every(({ url }) => new URL(url).origin === 'https://songs.test')).toBe(true);
    },
  );

  it('returns a refused page, to be stored as blocked, but not a failed one', async () => {
    const page = await clientWith([{ status: 403, body: 'no' }]).client.songPage('/a-lyrics');
    expect(page).toMatchObject({ status: 403, html: 'no' });
    const challenge = { status: 503, body: '<title>Just a moment...</title>' };
    expect((await clientWith([challenge]).client.songPage('/a-lyrics')).status).toBe(503);
    await expect(clientWith([{ status: 503 }]).client.songPage('/a-lyrics')).rejects.toMatchObject({
      kind: 'unavailable',
    });
    await expect(clientWith([{ status: 404 }]).client.songPage('/a-lyrics')).rejects.toMatchObject({
      kind: 'not_found',
    });
  });
});

describe('parseSong', () => {
  const artist = (id: number, name: string) => ({ id, name, url: null });
  const parse = (more: object) => parseSong(GeniusSongSchema.parse({ ...stub(41), ...more }));

  it('reads an old reply with few fields', () => {
    expect(parse({ lyrics_updated_at: 1_400_000_000 })).toMatchObject({
      geniusId: 41,
      title: 'Song 41',
      artist: { geniusId: 7, name: 'Ada Lund' },
      artists: [{ geniusId: 7, name: 'Ada Lund' }],
      album: null,
      credits: [],
      relations: [],
      tags: [],
      releaseDate: null,
      spotifyTrackId: null,
      lyricsUpdatedAt: 1_400_000_000,
      class: { kind: 'song' },
    });
  });

  it('reads every credit once, with its roles', () => {
    const { credits } = parse({
      writer_artists: [artist(1, 'W'), artist(1, 'W')],
      producer_artists: [artist(1, 'W')],
      featured_artists: [artist(2, 'F')],
      custom_performances: [
        { label: 'Additional Vocals', artists: [artist(3, 'V'), { id: 'broken' }] },
        { label: 4 },
      ],
    });
    expect(credits.map(({ role, geniusId }) => `${role} ${geniusId}`)).toEqual([
      'writer 1',
      'producer 1',
      'featured 2',
      'additional vocals 3',
    ]);
  });

  it('reads relations to other songs, including translations, and never one to itself', () => {
    const { relations } = parse({
      song_relationships: [
        { relationship_type: 'samples', songs: [stub(50), stub(41)] },
        { type: 'remix_of', songs: [stub(51), stub(51)] },
        { relationship_type: 'sampled_in', songs: [] },
      ],
      translation_songs: [{ id: 60, language: 'es', title: 'Canción' }],
    });
    expect(relations).toEqual([
      { type: 'samples', geniusId: 50, title: 'Song 50', artist: 'Ada Lund', language: null },
      { type: 'remix_of', geniusId: 51, title: 'Song 51', artist: 'Ada Lund', language: null },
      { type: 'translations', geniusId: 60, title: 'Canción', artist: null, language: 'es' },
    ]);
  });

  it.each([
    [
      { year: 2004, month: 2, day: 29 },
      { date: '2004-02-29', precision: 'day' },
    ],
    [
      { year: 2005, month: 2, day: 29 },
      { date: '2005-02-01', precision: 'month' },
    ],
    [
      { year: 2005, month: 2, day: null },
      { date: '2005-02-01', precision: 'month' },
    ],
    [
      { year: 2005, month: null, day: null },
      { date: '2005-01-01', precision: 'year' },
    ],
    [
      { year: 2005, month: 13, day: 1 },
      { date: '2005-01-01', precision: 'year' },
    ],
    [{ year: 20005, month: 1, day: 1 }, null],
    [{ year: null, month: 1, day: 1 }, null],
  ])('reads the date %j', (release_date_components, releaseDate) => {
    expect(parse({ release_date_components }).releaseDate).toEqual(releaseDate);
  });

  it.each([
    ['December 15, 2017', { date: '2017-12-15', precision: 'day' }],
    ['Sept. 3, 1994', { date: '1994-09-03', precision: 'day' }],
    ['May 2001', { date: '2001-05-01', precision: 'month' }],
    ['1988', { date: '1988-01-01', precision: 'year' }],
    ['TBA', null],
  ])('reads the date of an album printed as %s', (release_date_for_display, releaseDate) => {
    expect(parse({ album: { id: 9, name: 'Locks', release_date_for_display } }).album?.releaseDate).toEqual(
      releaseDate,
    );
  });

  it('falls back to the date as text', () => {
    expect(parse({ release_date: '1999-09' }).releaseDate).toEqual({
      date: '1999-09-01',
      precision: 'month',
    });
  });

  it('takes the Spotify id from media, otherwise from the uuid', () => {
    const id = '0123456789abcdefABCDEF';
    const media = [
      { provider: 'youtube', url: 'https://x' },
      { provider: 'spotify', native_uri: `spotify:track:${id}` },
    ];
    expect(parse({ media }).spotifyTrackId).toBe(id);
    expect(parse({ spotify_uuid: id }).spotifyTrackId).toBe(id);
    expect(parse({ spotify_uuid: 'short' }).spotifyTrackId).toBeNull();
  });

  it.each([
    ['https://open.spotify.com/track/0123456789abcdefABCDEF?si=1', '0123456789abcdefABCDEF'],
    ['https://open.spotify.com/intl-de/track/0123456789abcdefABCDEF', '0123456789abcdefABCDEF'],
    ['spotify:album:0123456789abcdefABCDEF', null],
    ['https://evil.test/track/0123456789abcdefABCDEF', null],
    ['spotify:track:0123456789abcdefABCDEFG', null],
  ])('reads %s as the track %s', (address, id) => {
    expect(spotifyTrackIdOf(address)).toBe(id);
  });

  it('returns each tag once, the main one first', () => {
    const tags = [
      { id: 1, name: 'Boom Bap' },
      { id: 2, name: 'Rap' },
    ];
    expect(parse({ tags, primary_tag: { id: 2, name: 'Rap' } }).tags).toEqual(['rap', 'boom bap']);
  });

  it('finds the time of the last change in newer replies', () => {
    const description_annotation = {
      annotatable: { client_timestamps: { lyrics_updated_at: 1_735_000_000 } },
    };
    expect(parse({ description_annotation }).lyricsUpdatedAt).toBe(1_735_000_000);
  });

  it('recognises entries that are not songs', () => {
    expect(parse({ url: 'https://genius.com/Ada-lund-keys-annotated' }).class.kind).toBe('non_song');
  });
});
