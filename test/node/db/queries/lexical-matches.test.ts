import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { searchTracks } from '../../../../src/db/queries/search.ts';
import {
  TEXT_LANGUAGES,
  type TextLanguage,
  textLanguageOf,
} from '../../../../src/db/queries/text-languages.ts';
import { NO_FILTERS, type TrackFilters } from '../../../../src/db/queries/track-filters.ts';
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
  isName?: boolean;
  filters?: Partial<TrackFilters>;
  phrases?: string[];
  unwanted?: string[];
  languages?: TextLanguage[];
}

/** The found titles, best first, each with the share of the words that it holds. */
async function search(q: Query): Promise<Record<string, number | null>> {
  const { filters = {}, phrases = [], unwanted = [], languages = ['english'] } = q;
  const words = q.text.replaceAll(/"|\bor\b/g, '');
  const { rows } = await searchTracks(world.db, {
    lexical: { text: q.text, words, isName: q.isName ?? false, languages },
    semantic: null,
    scope: { filters: { ...NO_FILTERS, ...filters }, phrases, unwanted, languages, lastId: null },
    facets: [],
    limit: 50,
    offset: 0,
  });
  return Object.fromEntries(rows.map(({ title, coverage }) => [title, coverage]));
}

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
    ['a word', ['moon'], { Both: 1 }],
    ['an inflected word', ['moons'], { Both: 1 }],
    ['a phrase', ['under the moon'], { Both: 1 }],
    ['words that are no phrase', ['moon harbour'], { Both: 1, Second: 1 }],
    ['several', ['moon', 'lantern'], {}],
  ])('leaves out songs that hold what is unwanted: %s', async (_, unwanted, expected) => {
    expect(await search({ text: 'harbour', unwanted })).toEqual(expected);
  });

  it('finds only songs that hold a phrase word for word', async () => {
    expect(await search({ text: '"only a harbour"', phrases: ['only a harbour'] })).toEqual({ Second: 1 });
    expect(await search({ text: '"a harbour only"', phrases: ['a harbour only'] })).toEqual({});
    expect(await search({ text: '"only a harbours"', phrases: ['only a harbours'] })).toEqual({});
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
  expect(await search({ text: asked, languages: [textLanguageOf(code)] })).toEqual({ Found: 1 });
  expect(Object.keys(TEXT_LANGUAGES)).toContain(code);
});

it('a language without a stemmer is searched as English', () => {
  expect([textLanguageOf('fi'), textLanguageOf(null)]).toEqual(['english', 'english']);
});

describe('a search for a name', () => {
  beforeEach(async () => {
    await add('Harbour Lights', 'no words of the title here', 'Marlow Vane');
    await add('Kettle', 'no words of the title here either', 'Paloma Quill');
  });

  it('tolerates misspellings of artist and title', async () => {
    expect(Object.keys(await search({ text: 'marlow vayne', isName: true }))).toEqual(['Harbour Lights']);
    expect(Object.keys(await search({ text: 'harbor lights', isName: true }))).toEqual(['Harbour Lights']);
  });

  it('does not when the text is too long to be a name', async () => {
    expect(await search({ text: 'marlow vayne' })).not.toHaveProperty('Kettle');
    expect(await search({ text: 'vayne' })).toEqual({});
  });

  it('leaves out unwanted and filtered songs', async () => {
    const text = 'marlow vayne';
    expect(await search({ text, isName: true, unwanted: ['lights'] })).toEqual({});
    expect(await search({ text, isName: true, filters: { artist: 'Paloma Quill' } })).toEqual({});
  });
});
