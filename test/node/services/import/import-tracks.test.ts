import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { upsertArtist } from '../../../../src/db/queries/artist-identity.ts';
import { upsertTrack } from '../../../../src/db/queries/track-writes.ts';
import { AppError } from '../../../../src/lib/errors.ts';
import { importTracks } from '../../../../src/services/import/import-tracks.ts';
import type { SongOutcome } from '../../../../src/services/import/tally.ts';
import { type ImportContext, openImportContext } from './import-context.ts';
import { verse } from './verses.ts';

let database: Awaited<ReturnType<typeof openImportContext>>;
beforeAll(async () => {
  database = await openImportContext();
}, 120_000);
afterAll(() => database.close());

type Row = Record<string, unknown>;
let seeds = 0;
/** A text that no other test has. */
const newVerse = () => verse(++seeds);

async function importRows(
  rows: readonly Row[],
  options: { source?: string; ctx?: Partial<ImportContext> } = {},
) {
  const outcomes: SongOutcome[] = [];
  const result = await importTracks(
    { ...database.ctx, ...options.ctx },
    rows.map((row, i) => ({ line: i + 1, row })),
    { source: options.source ?? 'test', onOutcome: (outcome) => outcomes.push(outcome) },
  );
  return { ...result, outcomes: outcomes.sort((a, b) => a.line - b.line) };
}

async function tracksOf(artist: string): Promise<Row[]> {
  return database.sql.query({
    text: 'select * from tracks where artist = $1 order by id',
    params: [artist],
  });
}

const COUNTS = { added: 0, updated: 0, unchanged: 0, duplicates: 0, nearDuplicates: 0, rejected: 0 };

describe('artists of a file', () => {
  it('are one under every spelling, and without those they feature', async () => {
    const rows = [
      'HEL-Q',
      'HEL\u2010Q',
      'Hel-Q feat. Juno & Marlow',
      'HEL-Q ft. Juno',
      'HEL-Q (w/ Juno)',
    ].map((artist, i) => ({
      artist,
      title: `Song ${i}`,
      lyrics: newVerse(),
    }));
    expect(await importRows(rows)).toMatchObject({ added: 5 });
    const stored = await database.sql.query({
      text: `select a.name, t.artist, t.featured from tracks t join artists a on a.id = t.artist_id
        where artist_key(a.name) = 'hel-q' order by t.id`,
      params: [],
    });
    expect(stored.map(({ name, featured }) => [name, featured])).toEqual([
      ['HEL-Q', []],
      ['HEL-Q', []],
      ['HEL-Q', ['Juno', 'Marlow']],
      ['HEL-Q', ['Juno']],
      ['HEL-Q', ['Juno']],
    ]);
  });

  it.each(['10 Ft. Ganja Plant', 'Six Ft Deep', 'Feat', 'Kilo & Juno'])('%s is one name', async (artist) => {
    await importRows([{ artist, title: 'One', lyrics: newVerse() }]);
    expect(await tracksOf(artist)).toHaveLength(1);
  });
});

describe('importing songs', () => {
  it('stores a song with its metadata and pending jobs', async () => {
    const lyrics = newVerse();
    const row = {
      Artist: ' Nell  Harbour ',
      'Song Title': 'Tin\u200b Roof',
      Lyric: `Tin Roof Lyrics\n${lyrics}`,
      album: { name: 'Sheds' },
      release_date: '1997-05',
      explicit: 'False',
      duration_ms: '183000.0',
      featured: ['Ozzo', { name: 'Pip' }],
      spotify_id: 'a'.repeat(22),
      spotify_popularity: 12,
      isrc: 'gb-abc-97-00001',
      id: 1,
    };
    expect(await importRows([row])).toMatchObject({ ...COUNTS, added: 1 });
    const [track] = await tracksOf('Nell Harbour');
    expect(track).toMatchObject({
      title: 'Tin Roof',
      source: 'import',
      source_key: 'test:1',
      lyrics,
      lyrics_state: 'ok',
      album: 'Sheds',
      release_date_precision: 'month',
      explicit: false,
      duration_ms: 183_000,
      featured: ['Ozzo', 'Pip'],
      isrc: 'GBABC9700001',
      language: 'en',
      embedding_status: 'pending',
      analysis_status: 'pending',
      spotify_data: {
        matched_by: 'import',
        id: 'a'.repeat(22),
        external_url: `https://open.spotify.com/track/${'a'.repeat(22)}`,
        popularity: 12,
      },
    });
    expect(database.hashes.get(String(track?.lyrics_hash))).toBe(track?.id);
  });

  it('changes nothing the second time for any rows', async () => {
    const [one, two] = [newVerse(), newVerse()];
    const edited = one.replace('the', 'that');
    const rows = [
      { artist: 'Twice', title: 'First', lyrics: one, id: 1 },
      { artist: 'Twice', title: 'First (clean)', lyrics: edited, id: 2 },
      { artist: 'twice', title: 'FIRST', lyrics: one.toUpperCase(), id: 3 },
      { artist: 'Twice', title: 'Unkeyed', lyrics: two },
      { artist: 'Twice', title: 'Unkeyed', lyrics: two },
      { artist: 'Twice', title: 'Unkeyed', lyrics: newVerse() },
      { artist: 'Twice', title: 'Hum', lyrics: '[Instrumental]', id: 5 },
      { artist: 'Twice', title: 'Wrong', lyrics: newVerse(), id: 1 },
      { artist: 'Twice', title: 'Empty', lyrics: ' ', id: 6 },
    ];
    const first = await importRows(rows, { source: 'twice' });
    expect(first).toMatchObject({ added: 5, nearDuplicates: 1, duplicates: 2, rejected: 2, updated: 0 });
    expect(first.rejections).toEqual([
      { line: 8, reason: 'an earlier line has the same id for another song', field: null },
      { line: 9, reason: 'no lyrics', field: 'lyrics' },
    ]);
    const before = await tracksOf('Twice');
    const second = await importRows(rows, { source: 'twice' });
    expect(second).toMatchObject({ ...COUNTS, unchanged: 5, duplicates: 2, rejected: 2 });
    expect(await tracksOf('Twice')).toEqual(before);
  });

  it('recognises a repeated key of another artist', async () => {
    const lyrics = newVerse();
    const rows = [
      { artist: 'Knot B', title: 'T', lyrics },
      { artist: 'Knot B', title: 'T', lyrics, id: 1 },
      { artist: 'Knot A', title: 'T', lyrics, id: 1 },
      { artist: 'Knot A', title: 'T', lyrics },
    ];
    for (const expected of [{ added: 2, nearDuplicates: 1 }, { unchanged: 2 }]) {
      const result = await importRows(rows, { source: 'knot' });
      expect(result).toMatchObject({ ...COUNTS, ...expected, duplicates: 2 });
    }
  });

  it('recognises a second version of a song without an id far down the file', async () => {
    const second = { artist: 'Version', title: 'T', lyrics: newVerse() };
    const filler = Array.from({ length: 110 }, (_, i) => ({
      artist: 'V',
      title: `T${i}`,
      lyrics: newVerse(),
    }));
    const rows = [{ ...second, lyrics: newVerse() }, second, ...filler, second];
    for (const expected of [{ added: 112 }, { unchanged: 112 }]) {
      expect(await importRows(rows)).toMatchObject({ ...COUNTS, ...expected, duplicates: 1 });
    }
  });

  it('uses the first line with a key, even when that line was delayed', async () => {
    const one = newVerse();
    const rows = [
      { artist: 'Wait', title: 'T', lyrics: one, id: 1 },
      { artist: 'Wait', title: 'T', lyrics: `well then\n${one}`, id: 2 },
      { artist: 'Wait', title: 'T', lyrics: one, id: 2 },
    ];
    for (const expected of [{ added: 2 }, { unchanged: 2 }]) {
      const result = await importRows(rows, { source: 'wait' });
      expect(result).toMatchObject({
        ...COUNTS,
        ...expected,
        rejected: 1,
        nearDuplicates: expected.added ? 1 : 0,
      });
      expect(result.rejections[0]?.line).toBe(3);
    }
  });

  it('finds near-duplicates inside one batch and across batches', async () => {
    const text = newVerse();
    const filler = Array.from({ length: 60 }, (_, i) => ({
      artist: 'Near',
      title: `Filler ${i}`,
      lyrics: newVerse(),
    }));
    const result = await importRows([
      { artist: 'Near', title: 'Song', lyrics: text },
      { artist: 'Near', title: 'Song (edit)', lyrics: `yeah\n${text}` },
      ...filler,
      { artist: 'Far', title: 'Same words, other name', lyrics: text },
    ]);
    expect(result).toMatchObject({ added: 63, nearDuplicates: 2, duplicates: 0 });
    const [original, edit] = await tracksOf('Near');
    const [copy] = await tracksOf('Far');
    const byTitle = new Map((await tracksOf('Near')).map((track) => [track.title, track]));
    expect(byTitle.get('Song (edit)')?.duplicate_of).toBe(byTitle.get('Song')?.id);
    expect([original?.duplicate_of, edit?.title, copy?.duplicate_of]).toEqual([
      null,
      'Filler 0',
      original?.id,
    ]);
  });

  it('stores a batch of fifty in three requests', async () => {
    let requests = 0;
    const { sql } = database;
    const counted = {
      query: () => Promise.reject(new Error('single statements are a round trip each')),
      batch: (...given: Parameters<typeof sql.batch>) => {
        requests += 1;
        return sql.batch(...given);
      },
    };
    const rows = Array.from({ length: 50 }, (_, i) => ({
      artist: 'Batch',
      title: `Song ${i}`,
      lyrics: newVerse(),
    }));
    expect(await importRows(rows, { ctx: { sql: counted } })).toMatchObject({ added: 50 });
    expect(requests).toBe(3);
  });

  it('updates changed lyrics and embeds them again', async () => {
    const row = { artist: 'Change', title: 'Mind', lyrics: newVerse(), id: 'change' };
    await importRows([row]);
    await database.sql.query({
      text: `update tracks set embedding_status = 'done', analysis_status = 'done' where artist = 'Change'`,
      params: [],
    });
    expect(await importRows([row])).toMatchObject({ unchanged: 1 });
    expect((await tracksOf('Change'))[0]).toMatchObject({ embedding_status: 'done' });
    const lyrics = newVerse();
    expect(await importRows([{ ...row, lyrics }])).toMatchObject({ updated: 1, added: 0 });
    expect((await tracksOf('Change'))[0]).toMatchObject({ lyrics, embedding_status: 'pending' });
  });

  it('keeps songs with the same id from different sources apart', async () => {
    await importRows([{ artist: 'Source', title: 'One', lyrics: newVerse(), id: 9 }], { source: 'left' });
    await importRows([{ artist: 'Source', title: 'Two', lyrics: newVerse(), id: 9 }], { source: 'right' });
    expect((await tracksOf('Source')).map((track) => track.source_key)).toEqual(['left:9', 'right:9']);
  });

  it('merges artist names that differ in case, and uses the artist that Genius knows', async () => {
    await upsertArtist(database.sql, { name: 'CASEY Q', geniusId: 77 });
    await importRows([
      { artist: 'Casey Q', title: 'A', lyrics: newVerse() },
      { artist: 'casey q', title: 'B', lyrics: newVerse() },
      { artist: 'New Voice', title: 'A', lyrics: newVerse() },
      { artist: 'new voice', title: 'B', lyrics: newVerse() },
    ]);
    const artists = await database.sql.query<{ name: string; genius_id: number | null; songs: number }>({
      text: `select a.name, a.genius_id, count(t.id)::int as songs from artists a join tracks t on t.artist_id = a.id
        where lower(a.name) in ('casey q', 'new voice') group by a.id order by a.id`,
      params: [],
    });
    expect(artists).toEqual([
      { name: 'CASEY Q', genius_id: 77, songs: 2 },
      { name: 'New Voice', genius_id: null, songs: 2 },
    ]);
  });

  it('stores a placeholder as its state, and empty lyrics only for songs marked as having none', async () => {
    const result = await importRows([
      { artist: 'State', title: 'A', lyrics: '(Instrumental)' },
      { artist: 'State', title: 'B', lyrics: 'Lyrics for this song have yet to be released.' },
      { artist: 'State', title: 'C', lyrics: '', instrumental: true },
      { artist: 'State', title: 'D', lyrics: '' },
      { artist: 'State', title: 'E', lyrics: 'E Lyrics' },
      { artist: 'State', title: 'F', lyrics: '[Verse 1]' },
    ]);
    expect(result.rejections).toEqual([
      { line: 4, reason: 'no lyrics', field: 'lyrics' },
      { line: 5, reason: 'the lyrics hold nothing but page text', field: 'lyrics' },
      { line: 6, reason: 'the lyrics hold no words', field: 'lyrics' },
    ]);
    const states = (await tracksOf('State')).map((track) => [track.lyrics_state, track.embedding_status]);
    expect(states).toEqual([
      ['instrumental', 'none'],
      ['unreleased', 'none'],
      ['instrumental', 'none'],
    ]);
  });

  it('cleans and stores texts with NULs, lone surrogates and all kinds of spaces', async () => {
    const lyrics = newVerse();
    const dirty = lyrics.replaceAll('\n', '\u2005\r\n').replace('the', 't\0h\ud83de');
    expect(
      await importRows([{ artist: 'Dirt\0y', title: 'T\udc00', lyrics: dirty, id: 'a\0b' }]),
    ).toMatchObject({
      added: 1,
    });
    expect((await tracksOf('Dirty'))[0]).toMatchObject({ title: 'T', lyrics, source_key: 'test:ab' });
  });
});

describe('importing any file twice', () => {
  it('adds and updates nothing the second time, and loses no words the first time', async () => {
    const row = fc.record({
      artist: fc.constantFrom('A', 'B'),
      title: fc.constantFrom('T', 'U'),
      text: fc.constantFrom('one', 'ONE', 'one edited', 'one edited twice', 'two', 'hum', 'nothing'),
      id: fc.constantFrom(undefined, undefined, 1, 2, 3),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 16 }), async (drawn) => {
        const source = `any-${++run}`;
        const [one, two] = [newVerse(), newVerse()];
        const texts: Record<string, string> = { one, two, hum: '[Instrumental]', nothing: '' };
        texts.ONE = one.toUpperCase();
        texts['one edited'] = `${one}\nand one more`;
        texts['one edited twice'] = `well then\n${one}\nand one more`;
        const rows = drawn.map(({ artist, title, text, id }) => ({
          artist: `${artist} ${source}`,
          title,
          lyrics: texts[text],
          id,
        }));
        const stored = async () => [...(await tracksOf(`A ${source}`)), ...(await tracksOf(`B ${source}`))];
        const first = await importRows(rows, { source });
        const tracks = await stored();
        expect(first).toMatchObject({ updated: 0, unchanged: 0, added: tracks.length });
        expect(first.added + first.duplicates + first.rejected).toBe(rows.length);
        const { added, duplicates, rejected } = first;
        const second = await importRows(rows, { source });
        expect(second).toMatchObject({ added: 0, updated: 0, unchanged: added, duplicates, rejected });
        expect(await stored()).toEqual(tracks);
        const words = new Set(tracks.map((track) => String(track.lyrics).toLowerCase()));
        for (const { line, outcome } of first.outcomes) {
          const text = rows[line - 1]?.lyrics ?? '';
          if (outcome !== 'rejected' && text !== '[Instrumental]')
            expect(words).toContain(text.toLowerCase());
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

describe('importing over a scraped song', () => {
  const scraped = async (geniusId: number, artist: string, lyrics: string | null) => {
    const { id: artistId } = await upsertArtist(database.sql, { name: artist, geniusId });
    const none = {
      sketch: null,
      bands: null,
      textHash: null,
      lyricsHash: null,
      duplicateOf: null,
      isrc: null,
    };
    const unknown = {
      album: null,
      releaseDate: null,
      releaseDatePrecision: null,
      explicit: null,
      durationMs: null,
    };
    return upsertTrack(database.sql, {
      ...none,
      ...unknown,
      artistId,
      geniusId,
      artist,
      lyrics,
      source: 'genius',
      sourceKey: null,
      title: 'Scraped',
      featured: [],
      language: 'en',
      url: null,
      sections: [],
      lyricsState: lyrics === null ? 'untranscribed' : 'ok',
      lyricsEvidence: null,
      lyricsDifference: null,
      lyricsUpdatedAt: null,
      spotifyId: null,
      spotifyData: null,
    });
  };

  it('keeps its text and fills in missing fields once', async () => {
    await scraped(501, 'Scraped One', '[Verse 1]\na line\n\nanother line');
    const row = { artist: 'Scraped One', title: 'Scraped', lyrics: newVerse(), genius_id: '501', year: 1999 };
    expect(await importRows([row])).toMatchObject({ ...COUNTS, updated: 1 });
    expect(await importRows([row])).toMatchObject({ ...COUNTS, unchanged: 1 });
    const [track] = await tracksOf('Scraped One');
    expect(track).toMatchObject({ source: 'genius', lyrics: '[Verse 1]\na line\n\nanother line' });
    expect(track?.release_date_precision).toBe('year');
  });

  it('adds lyrics when it has none', async () => {
    await scraped(502, 'Scraped Two', null);
    const lyrics = newVerse();
    const row = { artist: 'Scraped Two', title: 'Scraped', lyrics, genius_id: 502 };
    expect(await importRows([row])).toMatchObject({ ...COUNTS, updated: 1 });
    expect((await tracksOf('Scraped Two'))[0]).toMatchObject({ lyrics, lyrics_state: 'ok' });
  });

  it('keeps Spotify data that was matched with a score', async () => {
    const row = {
      artist: 'Matched',
      title: 'M',
      lyrics: newVerse(),
      id: 'matched',
      spotify_id: 'b'.repeat(22),
    };
    await importRows([row]);
    const data = { matched_by: 'search', id: 'c'.repeat(22) };
    await database.sql.query({
      text: `update tracks set spotify_data = $1::jsonb where artist = 'Matched'`,
      params: [JSON.stringify(data)],
    });
    expect(await importRows([row])).toMatchObject({ ...COUNTS, unchanged: 1 });
    expect((await tracksOf('Matched'))[0]?.spotify_data).toEqual(data);
  });
});

describe('importing when something fails', () => {
  const failing = (fail: (call: number) => void): Partial<ImportContext> => {
    let calls = 0;
    const { sql } = database;
    return {
      sql: {
        query: sql.query,
        batch: async (...given) => {
          fail(++calls);
          return await sql.batch(...given);
        },
      },
    };
  };

  it('retries when the database is down for a moment', async () => {
    const ctx = failing((call) => {
      if (call % 2 === 1) throw new AppError('DATABASE_UNAVAILABLE', 'away');
    });
    const rows = [{ artist: 'Away', title: 'A', lyrics: newVerse() }];
    expect(await importRows(rows, { ctx })).toMatchObject({ ...COUNTS, added: 1 });
  });

  it('stops when the database stays down', async () => {
    const ctx = failing(() => {
      throw new AppError('DATABASE_UNAVAILABLE', 'away');
    });
    await expect(importRows([{ artist: 'Away', title: 'B', lyrics: newVerse() }], { ctx })).rejects.toThrow(
      AppError,
    );
  });

  it('rejects the song that the database refuses and stores the others', async () => {
    const { sql } = database;
    const refusing: ImportContext['sql'] = {
      query: sql.query,
      batch: async (statements, options) => {
        const bad = statements.some(({ params }) => params.includes('Refused'));
        if (bad) throw Object.assign(new Error('a secret line of the song'), { code: '22021' });
        return await sql.batch(statements, options);
      },
    };
    const rows = ['A', 'Refused', 'C'].map((title) => ({ artist: 'Refusal', title, lyrics: newVerse() }));
    const result = await importRows(rows, { ctx: { sql: refusing } });
    expect(result).toMatchObject({ added: 2, rejected: 1 });
    expect(result.rejections).toEqual([{ line: 2, reason: 'the database refused it (22021)', field: null }]);
  });

  it('rejects an anonymous caller', async () => {
    const ctx = { actor: { type: 'anonymous' as const, address: 'local', scopes: [] } };
    await expect(importRows([], { ctx })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('counts every line once and keeps the first hundred reasons', async () => {
    const lines = Array.from({ length: 150 }, (_, i) => ({ line: i + 1, reason: 'unreadable' }));
    const result = await importTracks(database.ctx, lines, { source: 'test' });
    expect([result.rejected, result.rejections.length, result.rejections[99]?.line]).toEqual([150, 100, 100]);
  });
});
