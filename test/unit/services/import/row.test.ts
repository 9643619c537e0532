import { describe, expect, it } from 'vitest';
import { MAX_LYRICS_CHARACTERS, parseImportRow } from '../../../../src/services/import/row.ts';

const SONG = { artist: 'Nell Harbour', title: 'Tin Roof', lyrics: 'rain on the roof' };

function parse(row: unknown) {
  const parsed = parseImportRow(row);
  if ('reason' in parsed) throw new Error(parsed.reason);
  return parsed.row;
}

const reasonFor = (row: unknown) => {
  const parsed = parseImportRow(row);
  return 'reason' in parsed ? parsed.reason : null;
};

describe('reading an import row', () => {
  it.each([
    { Artist: 'Nell Harbour', Title: 'Tin Roof', Lyric: 'rain on the roof' },
    { artistName: 'Nell Harbour', 'Track Name': 'Tin Roof', TEXT: 'rain on the roof' },
    { artist: { name: 'Nell Harbour' }, song: 'Tin Roof', lyrics: ['rain on the roof'] },
    { artists: [{ name: 'Nell Harbour' }], name: ' Tin\u00a0Roof ', lyrics: 'rain on the roof' },
  ])('accepts the aliases of its fields: %j', (row) => {
    expect(parse(row)).toMatchObject(SONG);
  });

  it('prefers the first alias that has a value', () => {
    expect(parse({ ...SONG, title: '', song: 'Second', name: 'Third' }).title).toBe('Second');
  });

  it.each([
    ['1998', '1998-01-01', 'year'],
    [1998, '1998-01-01', 'year'],
    ['1998.0', '1998-01-01', 'year'],
    ['1998-07', '1998-07-01', 'month'],
    ['1998-07-09', '1998-07-09', 'day'],
    ['1998-07-09T00:00:00Z', '1998-07-09', 'day'],
    ['1998-07-09 12:30:00', '1998-07-09', 'day'],
  ])('reads the date %j with its given precision', (release_date, date, precision) => {
    expect(parse({ ...SONG, release_date }).release_date).toEqual({ date, precision });
  });

  it.each([
    [true, true],
    ['True', true],
    [1, true],
    ['no', false],
    ['0', false],
    [null, null],
    ['', null],
  ])('reads explicit %j as %j', (explicit, expected) => {
    const row = parse({ ...SONG, explicit });
    expect([row.explicit, row.dropped]).toEqual([expected, []]);
  });

  it('leaves out impossible values and names them', () => {
    const row = parse({
      ...SONG,
      release_date: 'soon',
      explicit: 'maybe',
      duration_ms: -4,
      language: 'English',
      isrc: 'none of these',
      url: 'javascript:alert(1)',
      spotify_id: 'short',
      spotify_popularity: 101,
    });
    expect(row.dropped).toEqual([
      'release_date',
      'explicit',
      'duration_ms',
      'language',
      'isrc',
      'url',
      'spotify_id',
      'spotify_popularity',
    ]);
    expect(row).toMatchObject({ explicit: null, url: null, spotify_id: null, release_date: null });
  });

  it('treats empty values of a data frame as missing, except where they may be a name', () => {
    const row = parse({
      ...SONG,
      artist: 'None',
      title: 'NaN',
      release_date: 'NaN',
      id: 'None',
      isrc: 'null',
    });
    expect(row).toMatchObject({
      artist: 'None',
      title: 'NaN',
      source_id: null,
      release_date: null,
      dropped: [],
    });
  });

  it('reads ids of any spelling as one', () => {
    const ids = [34265, '34265', ' 34265.0 '].map((id) => parse({ ...SONG, id }).source_id);
    expect(new Set(ids)).toEqual(new Set(['34265']));
    expect(parse({ ...SONG, genius_id: '12.0' }).genius_id).toBe(12);
  });

  it('finds the Spotify id in a link or a URI', () => {
    const id = '0123456789abcdefABCDEF';
    const links = [`https://open.spotify.com/track/${id}?si=x`, `spotify:track:${id}`];
    expect(links.map((spotify_url) => parse({ ...SONG, spotify_url }).spotify_id)).toEqual([id, id]);
  });

  it.each([
    ['Ozzo; Pip, Ozzo', ['Ozzo', 'Pip']],
    [
      ['Ozzo', { name: 'Pip' }, 7, null],
      ['Ozzo', 'Pip'],
    ],
    [undefined, null],
  ])('lists the featured artists of %j once each', (featured, expected) => {
    expect(parse({ ...SONG, featured }).featured).toEqual(expected);
  });

  it('counts the artists after the first as featured', () => {
    expect(parse({ ...SONG, artist: undefined, artists: ['Nell Harbour', 'Ozzo'] })).toMatchObject({
      artist: 'Nell Harbour',
      featured: ['Ozzo'],
    });
  });

  it('drops control characters, NULs and lone surrogates from names', () => {
    expect(parse({ ...SONG, title: 'Ti\0n\ud83d\tRo\u200bof' }).title).toBe('Tin Roof');
  });

  it.each([
    [null, 'not an object with named fields'],
    [['a'], 'not an object with named fields'],
    [{}, 'artist is missing; title is missing'],
    [{ ...SONG, artist: '\u200b ' }, 'artist is missing'],
    [{ ...SONG, title: 'x'.repeat(501) }, 'title is longer than 500 characters'],
    [{ ...SONG, title: { a: 1 } }, 'title is not text'],
    [{ ...SONG, lyrics: 42 }, 'lyrics are not text'],
    [{ ...SONG, lyrics: 'x'.repeat(MAX_LYRICS_CHARACTERS + 1) }, 'lyrics are longer than 200000 characters'],
    [{ ...SONG, genius_id: 'abc' }, 'genius_id is not a whole number above 0'],
    [{ ...SONG, genius_id: 1.5 }, 'genius_id is not a whole number above 0'],
    [{ ...SONG, genius_id: 2 ** 31 }, 'genius_id is not a whole number above 0'],
    [{ ...SONG, id: 'x'.repeat(201) }, 'the id is longer than 200 characters'],
    [{ ...SONG, id: [1] }, 'the id is neither text nor a number'],
  ])('rejects %# with a reason', (row, reason) => {
    expect(reasonFor(row)).toBe(reason);
  });

  it('is not affected by names of object members', () => {
    const row = JSON.parse('{"__proto__":{"artist":"Evil"},"constructor":"x","toString":"y"}');
    expect(reasonFor(row)).toBe('artist is missing; title is missing');
  });
});
