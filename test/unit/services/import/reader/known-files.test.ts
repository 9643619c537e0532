import { describe, expect, it } from 'vitest';
import { parseImportRow } from '../../../../../src/services/import/row.ts';
import { readRows } from '../../../../support/read-rows.ts';

async function songsIn(text: string) {
  const { lines } = await readRows(text);
  return lines.map((line) => {
    if ('reason' in line) return line.reason;
    const parsed = parseImportRow(line.row);
    return 'row' in parsed ? parsed.row : parsed.reason;
  });
}

const json = (value: unknown): string => JSON.stringify(value);
const WORDS = 'one line\nand another';
const SONG = { artist: 'Held Kilo', title: 'Deep', lyrics: WORDS };
const other = { ...SONG, title: 'Wide' };

describe('the columns of files that people have', () => {
  it.each([
    [
      'the Kaggle set of Genius songs',
      `title,tag,artist,year,views,features,lyrics,id,language_cld3,language_ft,language\nDeep,rap,Held Kilo,2009,1,"{""Cam\\\\'ron"",""Opera Steve""}","${WORDS}",42,en,en,en\n`,
      { ...SONG, genius_id: 42, featured: ["Cam'ron", 'Opera Steve'], language: 'en', dropped: [] },
    ],
    [
      'mongoexport',
      json({ _id: { $oid: '5f1a' }, ...SONG, year: { $numberInt: '2009' } }),
      { ...SONG, source_id: '5f1a', release_date: { date: '2009-01-01', precision: 'year' } },
    ],
    [
      'LRCLIB',
      json([
        {
          id: 7,
          trackName: 'Deep',
          artistName: 'Held Kilo',
          albumName: 'LP',
          duration: 183.4,
          instrumental: false,
          plainLyrics: WORDS,
          syncedLyrics: '[00:01.00] one line',
        },
      ]),
      { ...SONG, album: 'LP', duration_ms: 183_400, instrumental: false, source_id: '7' },
    ],
    [
      'LyricsGenius, a song',
      json({
        _type: 'song',
        api_path: '/songs/99',
        id: 99,
        title: 'Deep',
        primary_artist: { name: 'Held Kilo', id: 5 },
        featured_artists: [{ name: 'Opera Steve' }],
        release_date_components: { year: 2009, month: 7, day: null },
        album: { name: 'LP' },
        lyrics: WORDS,
        lyrics_state: 'complete',
        language: 'en',
      }),
      {
        ...SONG,
        genius_id: 99,
        featured: ['Opera Steve'],
        album: 'LP',
        release_date: { date: '2009-07-01', precision: 'month' },
      },
    ],
    [
      'LyricsGenius, an artist',
      json({ alternate_names: [], name: 'Held Kilo', songs: [{ title: 'Deep', lyrics: WORDS, id: 1 }] }),
      SONG,
    ],
    [
      'LyricsGenius, an album',
      json({
        name: 'LP',
        artist: { name: 'Held Kilo' },
        tracks: [{ number: 1, song: { title: 'Deep', lyrics: WORDS } }],
      }),
      SONG,
    ],
    [
      'the API of Genius',
      json({ response: { song: { title: 'Deep', artist_names: 'Held Kilo', lyrics: WORDS } } }),
      SONG,
    ],
    ['search results of Genius', json({ response: { hits: [{ type: 'song', result: SONG }] } }), SONG],
    ['pandas, with an index', `,artist,title,lyrics\n0,Held Kilo,Deep,"${WORDS}"\n`, SONG],
    ['pandas, an index written twice', `Unnamed: 0,artist,title,lyrics\n0,Held Kilo,Deep,"${WORDS}"\n`, SONG],
    [
      'R, with row numbers without a name',
      `"artist","title","lyrics"\n"1","Held Kilo","Deep","${WORDS}"\n`,
      SONG,
    ],
    ['Excel, with its delimiter told', `sep=;\nartist;title;lyrics\nHeld Kilo;Deep;"${WORDS}"\n`, SONG],
    [
      'a title above the header',
      `Export of 2024;;\n\nArtist;Title;Lyrics\nHeld Kilo;Deep;"${WORDS}"\n`,
      SONG,
    ],
    ['Spanish headers', `Artista\tTítulo\tLetra\tAño\nHeld Kilo\tDeep\t"${WORDS}"\t2009\n`, SONG],
    ['German headers', `Künstler;Titel;Liedtext\nHeld Kilo;Deep;"${WORDS}"\n`, SONG],
    ['French headers', `Artiste|Titre|Paroles\nHeld Kilo|Deep|"${WORDS}"\n`, SONG],
    ['the Spotify set of Kaggle', `artist,song,link,text\nHeld Kilo,Deep,/a/b.html,"${WORDS}"\n`, SONG],
    [
      'the Spotify playlists of Kaggle',
      `track_id,track_name,track_artist,lyrics,track_popularity,track_album_name,track_album_release_date,duration_ms\nx,Deep,Held Kilo,"${WORDS}",12,LP,2009-01-02,183000\n`,
      { ...SONG, spotify_popularity: 12, album: 'LP', duration_ms: 183_000 },
    ],
    [
      'AZLyrics',
      `"ARTIST_NAME","ARTIST_URL","SONG_NAME","SONG_URL","LYRICS"\n"Held Kilo","u","Deep","v","${WORDS}"\n`,
      SONG,
    ],
    [
      'lists of artists',
      `artists,name,lyrics\n"['Held Kilo', 'Jay']",Deep,"${WORDS}"\n`,
      { ...SONG, featured: ['Jay'] },
    ],
    [
      'lyrics as a list of lines',
      `artist,title,lyrics\nHeld Kilo,Deep,"['one line', 'and another']"\n`,
      SONG,
    ],
    ['a length as m:ss', json({ ...SONG, length: '3:03' }), { ...SONG, duration_ms: 183_000 }],
    [
      'numbers that are unknown',
      `{"artist":"Held Kilo","title":"Deep","lyrics":${json(WORDS)},"year":NaN,"popularity":-Infinity,}\n`,
      { ...SONG, release_date: null, spotify_popularity: null, dropped: [] },
    ],
    ['Python', `{'artist': 'Held Kilo', 'title': 'Deep', 'lyrics': 'one line\\nand another'}\n`, SONG],
  ])('are read: %s', async (_, text, expected) => {
    expect(await songsIn(text)).toEqual([expect.objectContaining(expected)]);
  });
});

describe('the JSON that people have', () => {
  it.each([
    ['a list', json([SONG, other])],
    ['a list in a list name', json({ count: 2, songs: [SONG, other] })],
    ['a list two objects down', json({ data: { tracks: [SONG, other] } })],
    ['one object a line', `${json(SONG)}\n${json(other)}\n`],
    ['one object a line with commas', `${json(SONG)},\n${json(other)},\n`],
    ['a list over lines with a comma too many', `[\n${json(SONG)},\n${json(other)},\n]\n`],
    ['objects over lines', `${JSON.stringify(SONG, null, 2)}\n${JSON.stringify(other, null, 2)}\n`],
    ['objects without a gap', json(SONG) + json(other)],
    ['pandas, orient=records', json([SONG, other])],
    [
      'pandas, orient=columns',
      json({
        artist: { 0: 'Held Kilo', 1: 'Held Kilo' },
        title: { 0: 'Deep', 1: 'Wide' },
        lyrics: { 0: WORDS, 1: WORDS },
      }),
    ],
    [
      'pandas, to_dict("list")',
      json({ artist: ['Held Kilo', 'Held Kilo'], title: ['Deep', 'Wide'], lyrics: [WORDS, WORDS] }),
    ],
    [
      'the answer of Elasticsearch',
      json({
        took: 1,
        hits: [
          { _id: 'a', _source: SONG },
          { _id: 'b', _source: other },
        ],
      }),
    ],
    [
      'rows of a dataset viewer',
      json({
        features: [],
        rows: [
          { row_idx: 0, row: SONG },
          { row_idx: 1, row: other },
        ],
      }),
    ],
    ['pandas, orient=index', json({ 0: SONG, 1: other })],
    [
      'pandas, orient=split',
      json({
        columns: ['artist', 'title', 'lyrics'],
        index: [0, 1],
        data: [
          ['Held Kilo', 'Deep', WORDS],
          ['Held Kilo', 'Wide', WORDS],
        ],
      }),
    ],
    [
      'pandas, orient=table',
      json({ schema: { fields: [{ name: 'artist' }], primaryKey: ['index'] }, data: [SONG, other] }),
    ],
    [
      'lists with their names first',
      json([
        ['artist', 'title', 'lyrics'],
        ['Held Kilo', 'Deep', WORDS],
        ['Held Kilo', 'Wide', WORDS],
      ]),
    ],
    ['objects by their titles', json({ Deep: SONG, Wide: other })],
    ['two lists in one object', json({ tracks: [SONG], songs: [other] })],
    ['comments', `[\n{ // the first\n${json(SONG).slice(1)},\n${json(other)}\n]`],
  ])('is read: %s', async (_, text) => {
    expect(await songsIn(text)).toEqual([expect.objectContaining(SONG), expect.objectContaining(other)]);
  });
});
