import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SearchQuery, searchTracks } from '../../src/db/queries/search.ts';
import { NO_FILTERS, type TrackFilters } from '../../src/db/queries/track-filters.ts';
import { readQuery } from '../../src/services/search/read-query.ts';
import { type KnownSong, knownSongs, storeKnownSongs } from '../support/search-catalogue.ts';
import { NOBODY, openBarline, type TestBarline } from '../support/test-barline.ts';
import type { SearchHit, SearchResults, TrackPage } from '../support/wire-types.ts';

const COUNT = 150;
const songs = knownSongs(COUNT);
let barline: TestBarline;
let model = '';
let nextId = COUNT + 1;

beforeAll(async () => {
  barline = await openBarline();
  model = barline.vars.EMBEDDINGS_MODEL ?? '';
  await storeKnownSongs(barline.sql, songs, model);
}, 60_000);

/** The query of a request, and whether a song answers it. */
interface Filter {
  query: Record<string, string>;
  accepts(song: KnownSong): boolean;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const oneOf = <T>(read: (song: KnownSong) => T) => fc.constantFrom(...new Set(songs.map(read)));

const filters: fc.Arbitrary<Filter>[] = [
  oneOf(({ artist }) => artist).map((artist) => ({
    query: { artist: artist.toUpperCase() },
    accepts: (song) => same(song.artist, artist),
  })),
  oneOf(({ featured }) => featured[0] ?? 'Nobody').map((featured) => ({
    query: { featured },
    accepts: (song) => song.featured.some((name) => same(name, featured)),
  })),
  oneOf(({ album }) => album).map((album) => ({ query: { album }, accepts: (song) => song.album === album })),
  fc.integer({ min: 1980, max: 2030 }).map((year) => ({
    query: { from_year: String(year) },
    accepts: (song) => song.year >= year,
  })),
  fc.integer({ min: 1980, max: 2030 }).map((year) => ({
    query: { to_year: String(year) },
    accepts: (song) => song.year <= year,
  })),
  fc.constantFrom(1980, 1990, 2000, 2010, 2020).map((decade) => ({
    query: { decade: String(decade) },
    accepts: (song) => song.year >= decade && song.year < decade + 10,
  })),
  oneOf(({ language }) => language).map((language) => ({
    query: { language },
    accepts: (song) => song.language === language,
  })),
  fc.boolean().map((explicit) => ({
    query: { explicit: String(explicit) },
    accepts: (song) => song.explicit === explicit,
  })),
  oneOf(({ themes }) => themes[0] ?? '').map((theme) => ({
    query: { theme },
    accepts: (song) => song.themes.includes(theme),
  })),
  oneOf(({ sentiment }) => sentiment).map((sentiment) => ({
    query: { sentiment },
    accepts: (song) => song.sentiment === sentiment,
  })),
  fc
    .boolean()
    .map((known) => ({ query: { has_audio: String(known) }, accepts: (song) => song.hasAudio === known })),
  fc.integer({ min: 0, max: 100 }).map((percent) => ({
    query: { min_rhyme_density: String(percent / 100) },
    accepts: (song) => song.density >= percent / 100,
  })),
  fc
    .constantFrom('agree', 'contrast')
    .map((mood) => ({ query: { mood }, accepts: (song) => song.mood === mood })),
];

const anyFilters = fc
  .uniqueArray(fc.nat({ max: filters.length - 1 }), { maxLength: 3 })
  .chain((places) => fc.tuple(...places.map((place) => filters[place] as fc.Arbitrary<Filter>)))
  .map(
    (chosen): Filter => ({
      query: Object.assign({}, ...chosen.map(({ query }) => query)),
      accepts: (song) => chosen.every(({ accepts }) => accepts(song)),
    }),
  )
  // Years that exclude each other are refused.
  .filter(({ query: { from_year = '1900', to_year = '2100', decade } }) => {
    const [first, last] = decade === undefined ? [1900, 2100] : [Number(decade), Number(decade) + 9];
    return Math.max(Number(from_year), first) <= Math.min(Number(to_year), last);
  });

const questions = fc.constantFrom(
  'river',
  'mother prison',
  'the lamp and the window in my garden',
  '"river and the lamp"',
  'money -train',
  'harbour or letter',
  'Mara Lun',
);
const modes = fc.constantFrom('hybrid', 'semantic', 'lexical');

const pathOf = (query: Record<string, string>): string => `/search?${new URLSearchParams(query)}`;

/** All pages of a search; `between` runs between two of them. */
async function pagesOf(query: Record<string, string>, between: () => Promise<void> = async () => {}) {
  const hits: SearchHit[] = [];
  let cursor: string | null = null;
  let total = 0;
  do {
    const { status, body }: { status: number; body: SearchResults } = await barline.call(
      pathOf({ ...query, ...(cursor === null ? {} : { cursor }) }),
    );
    expect(status).toBe(200);
    hits.push(...body.items);
    total = body.total;
    cursor = body.next_cursor;
    if (cursor !== null) await between();
  } while (cursor !== null);
  return { hits, total };
}

const ids = (hits: readonly SearchHit[]): number[] => hits.map(({ track }) => track.id);
const originalOf = (song: KnownSong): number => song.duplicateOf ?? song.id;
const byId = new Map(songs.map((song) => [song.id, song]));
const storeMore = async (): Promise<void> => {
  const more = knownSongs(5, nextId, `more ${nextId}`);
  nextId += more.length;
  for (const song of more) byId.set(song.id, song);
  await storeKnownSongs(barline.sql, more, model);
};

describe('any search under any filters', () => {
  it('finds only songs that pass them, each once, in the same order for any page size', async () => {
    await fc.assert(
      fc.asyncProperty(
        modes,
        questions,
        anyFilters,
        fc.integer({ min: 3, max: 20 }),
        async (mode, q, filter, limit) => {
          const query = { q, mode, ...filter.query };
          const whole = await pagesOf({ ...query, limit: '50' });
          const parted = await pagesOf({ ...query, limit: String(limit) });
          for (const { track } of whole.hits)
            expect(filter.accepts(byId.get(track.id) as KnownSong)).toBe(true);
          const originals = whole.hits.map(({ track }) => originalOf(byId.get(track.id) as KnownSong));
          expect(new Set(originals).size).toBe(originals.length);
          expect(ids(parted.hits)).toEqual(ids(whole.hits));
          expect(whole.hits).toHaveLength(whole.total);
        },
      ),
      { numRuns: 25, seed: 6 },
    );
  }, 60_000);

  it('continues without gaps or repeats while songs are stored', async () => {
    await fc.assert(
      fc.asyncProperty(modes, questions, anyFilters, async (mode, q, filter) => {
        const query = { q, mode, ...filter.query };
        const before = await pagesOf({ ...query, limit: '50' });
        let stored = 0;
        const during = await pagesOf({ ...query, limit: '9' }, async () => {
          if (stored++ < 2) await storeMore();
        });
        expect(ids(during.hits)).toEqual(ids(before.hits));
      }),
      { numRuns: 8, seed: 7 },
    );
  }, 60_000);

  it('by meaning finds every song that passes', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters, async (filter) => {
        const { hits, total } = await pagesOf({ q: 'river', mode: 'semantic', limit: '50', ...filter.query });
        const expected = new Set([...byId.values()].filter(filter.accepts).map(originalOf));
        expect(total).toBe(Math.min(200, expected.size));
        expect(ids(hits).every((id) => expected.has(originalOf(byId.get(id) as KnownSong)))).toBe(true);
      }),
      { numRuns: 12, seed: 8 },
    );
  }, 60_000);
});

describe('a filter', () => {
  const search = (filters: Partial<TrackFilters>, selective: number) => {
    const query: SearchQuery = {
      lexical: readQuery('river lamp').lexical,
      semantic: { vector: songs[3]?.vector ?? [], model },
      scope: { filters: { ...NO_FILTERS, ...filters }, phrases: [], languages: [], lastId: COUNT, selective },
      facets: [],
      limit: 50,
      offset: 0,
    };
    return searchTracks(barline.sql, query);
  };

  it.each<Partial<TrackFilters>>([
    { artist: 'Otis Vane', theme: 'faith' },
    { explicit: true },
    { fromYear: 2024 },
    { language: 'en', hasAudio: true, minRhymeDensity: 0.2 },
  ])('%j gives the same results by exact search and along the index', async (filters) => {
    const followed = await search(filters, COUNT);
    const asked = await search(filters, 0);
    expect(asked.rows.map(({ id }) => id)).toEqual(followed.rows.map(({ id }) => id));
    expect(asked.total).toBe(followed.total);
    expect(asked.total).toBeGreaterThan(0);
  });
});

describe('a search', () => {
  const find = async (query: Record<string, string>) =>
    (await barline.call<SearchResults>(pathOf(query))).body;

  it('finds a misspelled name', async () => {
    const { items } = await find({ q: 'sabel quint', mode: 'lexical', limit: '50' });
    expect(items.length).toBeGreaterThan(0);
    for (const { track } of items) expect([track.artist, ...track.featured]).toContain('Sable Quint');
    expect(items[0]?.track.artist).toBe('Sable Quint');
  });

  it('for words in quotes finds exactly these words', async () => {
    const { hits } = await pagesOf({ q: '"in my river"', mode: 'hybrid', limit: '50' });
    const holding = [...byId.values()].filter(({ lyrics }) => `${lyrics}\n`.includes('in my river\n'));
    expect(hits.length).toBeGreaterThan(0);
    for (const { track } of hits) expect(byId.get(track.id)?.lyrics).toContain('in my river');
    expect(new Set(ids(hits).map((id) => originalOf(byId.get(id) as KnownSong)))).toEqual(
      new Set(holding.map(originalOf)),
    );
    expect((await find({ q: '"rivers in my"' })).total).toBe(0);
  });

  it.each([{ q: 'corazones de madres' }, { q: 'corazón' }, { q: 'madres', language: 'es' }])(
    'finds the inflections of the language that %j is in, first and more than songs about the same',
    async (query) => {
      const { items } = await find({ ...query, mode: 'lexical' });
      const hold = items.map(({ track }) => /corazón|madre/.test(byId.get(track.id)?.lyrics ?? ''));
      expect(hold[0]).toBe(true);
      expect(hold.filter((does) => does).length).toBeGreaterThan(hold.length / 2);
    },
  );

  it('returns the same song fields as the list of songs', async () => {
    const { items } = await find({ q: 'river', limit: '1' });
    const { body } = await barline.call<TrackPage>('/tracks?limit=1');
    expect(Object.keys(items[0]?.track ?? {}).sort()).toEqual(Object.keys(body.items[0] ?? {}).sort());
  });

  it('lists the other versions with a song', async () => {
    const double = songs.find(({ duplicateOf }) => duplicateOf !== null) as KnownSong;
    const { hits } = await pagesOf({ q: 'river', mode: 'semantic', limit: '50' });
    const hit = hits.find(({ track }) => track.id === double.duplicateOf);
    expect(hit?.versions.map(({ id }) => id)).toContain(double.id);
  });

  it.each(['hybrid', 'semantic', 'lexical'])('leaves out what is unwanted, mode %s', async (mode) => {
    const lyrics = new Map(songs.map((song) => [song.id, song.lyrics]));
    const { hits } = await pagesOf({ q: 'river -lamp -"the harbour"', mode, limit: '50' });
    expect(hits.length).toBeGreaterThan(5);
    for (const { track } of hits) expect(lyrics.get(track.id) ?? '').not.toMatch(/lamp|the harbour/);
  });

  it('counts its hits for the given query', async () => {
    const answer = await find({ q: 'river', mode: 'semantic', facets: 'decade,theme,explicit' });
    const { hits } = await pagesOf({ q: 'river', mode: 'semantic', limit: '50' });
    const explicit = hits.filter(({ track }) => track.explicit).length;
    expect(answer.facets?.explicit?.find(({ value }) => value === 'true')?.count).toBe(explicit);
    expect(answer.facets?.decade?.reduce((sum, { count }) => sum + count, 0)).toBe(hits.length);
    expect(answer.facets?.artist).toBeUndefined();
  });

  it.each([
    ['the of and', 'only_common_words'],
    ['🫥🫥', 'no_words'],
    ['"the and of"', 'only_common_words'],
  ])('for %s by words finds nothing and says why', async (q, reason) => {
    expect(await find({ q, mode: 'lexical' })).toMatchObject({
      total: 0,
      items: [],
      reason,
      next_cursor: null,
    });
  });

  it.each(['hybrid', 'semantic', 'lexical'])(
    'for unwanted words alone finds nothing, mode %s',
    async (mode) => {
      expect(await find({ q: '-river -"the lamp"', mode })).toMatchObject({
        total: 0,
        mode,
        degraded: false,
        reason: 'no_words',
      });
    },
  );

  it('finds the song of a pasted verse, whatever its quotes and dashes', async () => {
    const song = songs.find(({ duplicateOf }) => duplicateOf === null) as KnownSong;
    const verse = `[Verse 1]\n${song.lyrics
      .split('\n')
      .map((line) => `"${line}" -and`)
      .join('\n')}\n${'so it goes on and on '.repeat(40)}`;
    const { items } = await find({ q: verse });
    expect(items[0]?.track.id).toBe(song.id);
  });

  it('finds the song of an address', async () => {
    const song = songs.find(
      ({ title, duplicateOf }) => title.includes('river') && duplicateOf === null,
    ) as KnownSong;
    const slug = `${song.artist} ${song.title}`
      .normalize('NFD')
      .replaceAll(/[^\w ]/g, '')
      .replaceAll(' ', '-');
    for (const q of [
      `https://genius.com/${slug}-lyrics`,
      `look: //m.genius.com/amp/${slug}-lyrics?x=1#note-1`,
      `GENIUS.com/${slug}-lyrics/?utm_source=x&fbclid=IwAR0_a-b`,
      encodeURIComponent(`https://genius.com/${slug}-lyrics`),
    ])
      expect((await find({ q })).items[0]?.track.id).toBe(song.id);
  });

  it.each([
    ['unseen characters', 'riv\u200ber la\u00admp\u202e', 'river lamp'],
    ['styled letters', '𝓻𝓲𝓿𝓮𝓻 ｌａｍｐ', 'river lamp'],
    ['Cyrillic twins', 'rivеr lаmp', 'river lamp'],
    ['combining accents', 'ri\u0301ver lamp\u0308', 'river lamp'],
    ['an unpaired quote', '"river lamp', 'river lamp'],
    ['unpaired quotes and signs', '""river!! (lamp" - *', 'river lamp'],
    ['an emoji without words', 'river 🫥 lamp', 'river lamp'],
    ['control characters', 'river\u0007 \u001blamp', 'river lamp'],
    ['white space', '  river\n\tlamp ', 'river lamp'],
  ])('reads through %s', async (_, q, plain) => {
    const found = (await find({ q, mode: 'lexical' })).items.map(({ track }) => track.id);
    expect(found).toEqual((await find({ q: plain, mode: 'lexical' })).items.map(({ track }) => track.id));
    expect(found.length).toBeGreaterThan(0);
  });

  it.each([
    '日本の夏祭り',
    'ฉันรักเธอ',
    'أغنية عن كرة القدم',
    'joulupukki tulee kylään',
    'w1 '.repeat(990),
    'a'.repeat(3000),
  ])('is not sure of songs for %s', async (q) => {
    const { confidence, items } = await find({ q });
    expect(confidence).toBe('none');
    expect(items.length).toBeGreaterThan(0);
  });

  it('without the embedding model uses words and says so', async () => {
    const deaf = barline.withVars({ EMBEDDINGS_BASE_URL: NOBODY });
    const { body } = await deaf.call<SearchResults>('/search?q=river');
    expect(body).toMatchObject({ degraded: true, mode: 'lexical', reason: 'embeddings_unavailable' });
    expect(body.items.length).toBeGreaterThan(0);
  });
});

describe('confidence', () => {
  const find = async (query: Record<string, string>) =>
    (await barline.call<SearchResults>(pathOf(query))).body;

  it('is good for a song that is named, and none for words that no song holds', async () => {
    const song = songs.find(({ duplicateOf }) => duplicateOf === null) as KnownSong;
    const named = await find({ q: `${song.artist} ${song.title}` });
    expect([named.confidence, named.items[0]?.confidence]).toEqual(['good', 'good']);
    const absent = await find({ q: 'velociraptor spreadsheets' });
    expect(absent.confidence).toBe('none');
    expect(absent.items.every(({ confidence }) => confidence === 'none')).toBe(true);
    expect(absent.total).toBe(10);
  });

  it.each(['the', 'or', 'the of and', 'what is it'])('is none for %s, which says nothing', async (q) => {
    const { confidence, confidence_score, items, total } = await find({ q });
    expect(confidence).toBe('none');
    expect(confidence_score).toBeLessThan(0.4);
    expect(items.every((hit) => hit.confidence === 'none')).toBe(true);
    expect(total).toBe(10);
  });

  it('is none without hits', async () => {
    expect(await find({ q: 'velociraptor', mode: 'lexical' })).toMatchObject({
      total: 0,
      confidence: 'none',
    });
  });
});

describe('a filter by name', () => {
  it.each([
    { artist: 'd’arcy NOON' },
    { artist: 'Ines Ardor' },
    { featured: 'ines ardor' },
    { album: 'album-1' },
  ])('%j forgives case, accents and punctuation', async (filter) => {
    const { body } = await barline.call<SearchResults>(pathOf({ q: 'river', ...filter }));
    expect(body.total).toBeGreaterThan(0);
    expect(body.did_you_mean).toBeNull();
  });

  it('offers the artist who was meant', async () => {
    const { body } = await barline.call<SearchResults>(pathOf({ q: 'river', artist: 'Sabel Quintt' }));
    expect(body).toMatchObject({ total: 0, did_you_mean: { artist: 'Sable Quint' } });
    const nobody = await barline.call<SearchResults>(pathOf({ q: 'river', artist: 'Xyz' }));
    expect(nobody.body.did_you_mean).toBeNull();
  });
});

describe('search parameters', () => {
  it.each([
    ['q=a&limit=0', 422],
    ['q=a&limit=-1', 422],
    ['q=a&limit=1000000000', 422],
    [`q=${'a'.repeat(10_000)}`, 422],
    ['q=+++', 422],
    ['q=rain&artist=%20', 422],
    ['q=rain&featured=%20', 422],
    ['q=rain&album=%20', 422],
    ['q=a&decade=1995', 422],
    ['q=river&from_year=2001&to_year=1999', 422],
    ['q=river&decade=1990&from_year=2005', 422],
    ['q=river&theme=sadness', 422],
    ['q=river&sentiment=gloomy', 422],
    ['q=river&language=qq', 422],
    ['q=a&min_rhyme_density=2', 422],
    ['q=a&facets=artist,colour', 422],
    ['q=a&cursor=bm9wZQ', 400],
  ])('%s is rejected', async (query, status) => {
    expect((await barline.request(`/search?${query}`)).status).toBe(status);
  });

  it.each([
    'q=a',
    "q=';drop table tracks;--",
    'q=%26|!():*<->',
    'q="unbalanced',
    'q=(a|b)*%2B%3F[^x]',
    'q=мама ждёт сына',
    'q=母は待っている',
    'q=مرحبا',
    'q=river&artist=No Such Artist',
  ])('%s is accepted', async (query) => {
    for (const mode of ['hybrid', 'semantic', 'lexical'])
      expect((await barline.request(`/search?${query}&mode=${mode}`)).status).toBe(200);
  });
});
