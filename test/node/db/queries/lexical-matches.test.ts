import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { type SearchRow, searchTracks } from '../../../../src/db/queries/search.ts';
import { GOOD_EVIDENCE } from '../../../../src/db/queries/search-scores.ts';
import { TEXT_LANGUAGES, textLanguageOf } from '../../../../src/db/queries/text-languages.ts';
import { NO_FILTERS, type TrackFilters } from '../../../../src/db/queries/track-filters.ts';
import { readQuery } from '../../../../src/services/search/read-query.ts';
import { seedSong } from '../../../support/seed-artist.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.db.query(sql`delete from tracks`));

interface Query {
  text: string;
  filters?: Partial<TrackFilters>;
  language?: string;
}

async function rowsFor({ text, filters = {}, language }: Query): Promise<SearchRow[]> {
  const { lexical, phrases, unwanted } = readQuery(text, language);
  const { rows } = await searchTracks(world.db, {
    lexical,
    semantic: null,
    scope: {
      filters: { ...NO_FILTERS, ...filters },
      phrases,
      unwanted,
      languages: lexical.languages,
      lastId: null,
    },
    facets: [],
    limit: 50,
    offset: 0,
  });
  return rows;
}

/** The found titles, best first, each with the share of the words, by their weight, that it holds. */
const search = async (query: Query): Promise<Record<string, number | null>> =>
  Object.fromEntries((await rowsFor(query)).map(({ title, coverage }) => [title, coverage]));

const add = (title: string, lyrics: string, artist = 'Sample Artist') =>
  seedSong(world.db, { artist, title, lyrics });

describe('a search by words', () => {
  beforeEach(async () => {
    await add('Both', 'a lantern hangs over the harbour');
    await add('First', 'only a lantern in the window');
    await add('Second', 'only a harbour under the moon');
    await add('Neither', 'a kettle on the stove');
  });

  it('finds songs with all words first, then those with any of them', async () => {
    const found = await search({ text: 'lantern harbour' });
    expect(Object.keys(found)[0]).toBe('Both');
    expect(found).toEqual({ Both: 1, First: 0.5, Second: 0.5 });
  });

  it('still does when each word is frequent by the statistics of the table', async () => {
    await world.db.query({ text: 'analyze tracks', params: [] });
    const found = await search({ text: 'lantern harbour' });
    expect(found).toEqual({ Both: 1, First: 0.5, Second: 0.5 });
  });

  it('lists no partial matches when twenty songs hold all words', async () => {
    for (let n = 0; n < 18; n++) await add(`More ${n}`, `lantern and harbour, number ${n}`);
    expect(await search({ text: 'lantern harbour' })).toHaveProperty('First');
    await add('The twentieth', 'another lantern, another harbour');
    const found = await search({ text: 'lantern harbour' });
    expect(Object.keys(found)).toHaveLength(20);
    expect(found).not.toHaveProperty('First');
  });

  it('finds inflected words, and ignores stop words', async () => {
    expect(await search({ text: 'lanterns' })).toEqual({ Both: 1, First: 1 });
    expect(await search({ text: 'the lantern' })).toMatchObject({ Both: 1, First: 1 });
  });

  it.each([
    ['a word', ['moon'], { Both: 1, Accented: 1 }],
    ['an inflected word', ['moons'], { Both: 1, Accented: 1 }],
    ['a phrase', ['under the moon'], { Both: 1, Accented: 1 }],
    ['words that are no phrase', ['moon harbour'], { Both: 1, Second: 1, Accented: 1 }],
    ['several', ['moon', 'lantern'], { Accented: 1 }],
    ['a word spelt without its accent', ['cafe'], { Both: 1, Second: 1 }],
  ])('leaves out songs that hold what is unwanted: %s', async (_, unwanted, expected) => {
    await add('Accented', 'a harbour café');
    const text = ['harbour', ...unwanted.map((one) => `-"${one}"`)].join(' ');
    expect(await search({ text })).toEqual(expected);
  });

  it('finds only songs that hold a phrase word for word', async () => {
    expect(await search({ text: '"only a harbour"' })).toEqual({ Second: 1 });
    expect(await search({ text: '"a harbour only"' })).toEqual({});
    expect(await search({ text: '"only a harbours"' })).toEqual({});
  });

  it('finds only songs that pass the filters', async () => {
    await add('Other', 'a lantern by the sea', 'Other Artist');
    expect(await search({ text: 'lantern', filters: { artist: 'other artist' } })).toEqual({ Other: 1 });
    expect(await search({ text: 'lantern', filters: { artist: 'Nobody' } })).toEqual({});
  });
});

it.each([
  ['en', 'lanterns', 'lantern'],
  ['ru', 'фонари', 'фонарь'],
  ['es', 'faroles', 'farol'],
  ['fr', 'lanternes', 'lanterne'],
  ['de', 'Laternen', 'Laterne'],
  ['it', 'ragazzi', 'ragazzo'],
  ['pt', 'lanternas', 'lanterna'],
])('inflected words are found in %s', async (code, sung, asked) => {
  await seedSong(world.db, { artist: 'Sample Artist', title: 'Found', lyrics: `la ${sung} la` });
  await world.db.query(sql`update tracks set language = ${code}::text`);
  expect(await search({ text: asked, language: code })).toEqual({ Found: 1 });
  expect(Object.keys(TEXT_LANGUAGES)).toContain(code);
});

it('a language without a stemmer is searched as English', () => {
  expect([textLanguageOf('fi'), textLanguageOf(null)]).toEqual(['english', 'english']);
});

describe('the words of a query', () => {
  it('weigh more the fewer songs hold them', async () => {
    for (const n of [1, 2, 3, 4, 5]) await add(`Common ${n}`, `the river and the river and the river, ${n}`);
    await add('Rare', 'one kettle beside the stove');
    const found = await search({ text: 'river kettle' });
    expect(Object.keys(found)[0]).toBe('Rare');
    expect(found.Rare).toBeGreaterThan(0.6);
  });

  it('count more in a title than in a text, and more as neighbours than apart', async () => {
    await add('Other', 'a silver anchor lies here and nothing else is said of it at all');
    await add('Silver Anchor Road', 'nothing of it is said here at all, not in any line of this song');
    await add('Apart', 'an anchor lies here and nothing else is said of any silver at all');
    expect(Object.keys(await search({ text: 'silver anchor' }))).toEqual([
      'Silver Anchor Road',
      'Other',
      'Apart',
    ]);
  });

  it.each([
    ['b', true],
    ['plan b', false],
    ['plan', false],
  ])('are no more than weak evidence if they are letters: %s', async (text, isWeak) => {
    await add('Written', 'plan b is written on the door');
    await add('Other', 'nothing is written on the other door');
    const [best] = await rowsFor({ text });
    expect(best?.title).toBe('Written');
    expect((best?.evidence ?? 0) < GOOD_EVIDENCE).toBe(isWeak);
  });

  it('are alternatives where `or` stands between them', async () => {
    await add('Lantern', 'only a lantern');
    await add('Harbour', 'only a harbour');
    expect(Object.keys(await search({ text: 'lantern or harbour' })).sort()).toEqual(['Harbour', 'Lantern']);
  });

  it('are found although others are in no song', async () => {
    await add('Lantern', 'only a lantern');
    expect(Object.keys(await search({ text: 'lantern qwertzuiop' }))).toEqual(['Lantern']);
  });

  it.each([
    ['naive cafe', 'a naïve man in the café'],
    ['naïve café', 'a naive man in the cafe'],
    ['facade', 'behind a façade'],
    ['uber', 'driving Über all night'],
    ['yall', 'what y’all want'],
    ["y'all", 'what yall want'],
    ["don't", 'I don’t know'],
    ['running', "we runnin' late"],
    ['夜', '今夜は星'],
    ['星空', '今夜は星空だ'],
    ['목소리', '너의 목소리가 들려'],
    ['Ｋｅｔｔｌｅ', 'a kettle'],
    ['kеttlе', 'a kettle'],
  ])('%s finds "%s"', async (text, lyrics) => {
    await add('Found', lyrics);
    await add('Other', 'nothing of the kind');
    expect(Object.keys(await search({ text }))).toEqual(['Found']);
  });

  it('in quotes are found in writing without blanks', async () => {
    await add('Found', '今夜は星空だ');
    await add('Other', '空は夜で星');
    expect(Object.keys(await search({ text: '“夜は星”' }))).toEqual(['Found']);
  });
});

describe('a search for a name', () => {
  const text = 'no words of the title here';
  beforeEach(async () => {
    await add('Harbour Lights', text, 'Marlow Vane');
    await add('Kettle', `${text} either`, 'Paloma Quill');
  });

  it.each(['marlow vayne', 'harbor lights', 'marlo'])(
    'tolerates misspellings and parts: %s',
    async (text) => {
      expect(Object.keys(await search({ text }))).toEqual(['Harbour Lights']);
    },
  );

  it.each([
    'harbour lights',
    'HARBOUR-LIGHTS!',
    'marlow vane harbour lights',
    'Harbour Lights by Marlow Vane',
    'harbour lights lyrics',
  ])('puts the song first that is named: %s', async (text) => {
    await add('Lights', 'harbour lights, harbour lights, the harbour and the lights of Marlow Vane', 'Porto');
    expect(Object.keys(await search({ text }))[0]).toBe('Harbour Lights');
  });

  it.each([
    ['Inés Ardor', 'ines ardor'],
    ['H.E.L.Z.', 'helz'],
    ['The Ledger', 'ledger'],
    ['D’Arcy Noon', 'darcy noon'],
    ['!!!', '!!!'],
  ])('finds %s as %s', async (artist, asked) => {
    await add('Aside', text, artist);
    expect(Object.keys(await search({ text: asked }))[0]).toBe('Aside');
  });

  it('finds who is featured', async () => {
    await add('Together', text, 'Marlow Vane');
    await world.db.query(sql`update tracks set featured = array['Paloma Quill'] where title = 'Together'`);
    expect(Object.keys(await search({ text: 'marlow vane feat. paloma quill' }))[0]).toBe('Together');
  });

  it('shows a song itself rather than a version of it, unless the version is named', async () => {
    const clean = await add('Kettle Drum (Clean)', 'a drum of a kettle', 'Marlow Vane');
    await world.db.query(sql`
      insert into tracks (artist_id, source, artist, title, lyrics, lyrics_state, duplicate_of)
      select artist_id, source, artist, 'Kettle Drum', lyrics, lyrics_state, id from tracks where id = ${clean}::int`);
    const first = async (text: string) => Object.keys(await search({ text }))[0];
    expect(await first('kettle drum')).toBe('Kettle Drum');
    expect(await first('drum of a kettle')).toBe('Kettle Drum');
    expect(await first('kettle drum clean')).toBe('Kettle Drum (Clean)');
  });

  it('leaves out unwanted and filtered songs', async () => {
    expect(await search({ text: 'marlow vayne -lights' })).toEqual({});
    expect(await search({ text: 'marlow vayne', filters: { artist: 'Paloma Quill' } })).toEqual({});
  });
});
