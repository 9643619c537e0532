import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Sql, type Statement, sql } from '../../src/db/client.ts';
import { phrasePattern } from '../../src/db/queries/phrases.ts';
import { searchTracks } from '../../src/db/queries/search.ts';
import { NO_FILTERS } from '../../src/db/queries/track-filters.ts';
import { MAX_CONFIRMED_TEXTS, MAX_PHRASES } from '../../src/lib/search-limits.ts';
import { phrasesIn, readQuery } from '../../src/services/search/read-query.ts';
import { openBarline, type TestBarline } from '../support/test-barline.ts';
import type { Problem } from '../support/wire-types.ts';

interface Answer {
  total: number;
  total_is_capped: boolean;
  items: { track: { id: number } }[];
}

let barline: TestBarline;
let db: Sql;
const search = (q: string, rest = '') =>
  barline.call<Answer & Problem>(`/search?mode=lexical&q=${encodeURIComponent(q)}${rest}`);

const LINES = [
  'the river, the lamp and a cold moon',
  'the lamp and the river',
  "i don't run from rivers of gold",
  'running rivers don’t sleep',
  'a cold (cold) MOON — the river',
];

beforeAll(async () => {
  barline = await openBarline();
  db = barline.sql;
  await db.query(sql`insert into artists (name) values ('Mara Lune')`);
  await db.query(sql`
    insert into tracks (artist_id, source, artist, title, lyrics, lyrics_state, text_hash)
    select 1, 'import', 'Mara Lune', 'Song ' || n, line, 'ok', 'h' || n
    from unnest(${LINES}::text[]) with ordinality as l (line, n)`);
});

describe('a phrase', () => {
  it.each([
    ['"the river"', [1, 2, 5]],
    ['"the lamp" "the river"', [1, 2]],
    ['"cold moon"', [1, 5]],
    ['"COLD  Cold, moon"', [5]],
    ['"don\'t run"', [3]],
    ['"don\'t sleep"', [4]],
    ['"river of gold"', []],
    ['"moon the river"', [5]],
    ['"river the"', [1]],
  ])('%s is found when the text contains it word for word', async (q, ids) => {
    const { body } = await search(q);
    expect(body.items.map(({ track }) => track.id).sort()).toEqual(ids);
  });

  it('is matched like its words separated by one space, in any text', async () => {
    const word = fc.constantFrom(
      'river',
      'Ri',
      'don’t',
      "don't",
      'c++',
      '$',
      'a.b',
      'ñandú',
      'снег',
      '\\',
      '(',
      '*',
      'x^2',
    );
    const gap = fc.constantFrom(' ', ', ', '\n', ' – ', '…', '"', ' (', '-', "' ");
    const text = fc
      .array(fc.tuple(word, gap), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.flat().join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.array(word, { minLength: 1, maxLength: 3 }), async (content, words) => {
        const phrase = words.join(' ');
        const [row] = await db.query<{ by_words: boolean; by_pattern: boolean }>(sql`
          select position(plain_words(${phrase}::text) in plain_words(${content}::text)) > 0 as by_words,
            ${content}::text ~* ${phrasePattern(phrase)}::text as by_pattern`);
        // A phrase that consists only of separators is ignored.
        if (phrasesIn(`"${phrase}"`).length > 0)
          expect([content, phrase, row?.by_pattern]).toEqual([content, phrase, row?.by_words]);
      }),
      { numRuns: 150 },
    );
  });

  it('is searched once however often the query repeats it', async () => {
    const once = await search('"the river"');
    const often = await search('"the river" '.repeat(38).trim());
    expect(often.status).toBe(200);
    expect(often.body.items).toEqual(once.body.items);
    expect(readQuery('"Love" "love" "LOVE," love "a b"').phrases).toEqual(['Love', 'a b']);
  });

  it('is confirmed in a text once, by one pattern, after both index checks', async () => {
    const statements: Statement[] = [];
    const watched: Sql = {
      query: db.query,
      batch: (all, options) => {
        statements.push(...all);
        return db.batch(all, options);
      },
    };
    const { lexical, phrases } = readQuery('"the river" "the lamp" cold');
    await searchTracks(watched, {
      lexical,
      semantic: null,
      scope: { filters: NO_FILTERS, phrases, languages: lexical.languages, lastId: null },
      facets: [],
      limit: 10,
      offset: 0,
    });
    const text = statements.map((statement) => statement.text).join('\n');
    expect(text.match(/~\*/g)).toHaveLength(2);
    expect(text.match(/t\.lyrics \|\| ''/g)).toHaveLength(1);
    expect(text).not.toContain('plain_words');
  });
});

describe('several phrases in one search', () => {
  const different = (count: number) => Array.from({ length: count }, (_, i) => `"word${i} river"`).join(' ');

  it(`are limited to ${MAX_PHRASES}`, async () => {
    expect((await search(different(MAX_PHRASES))).status).toBe(200);
    const { status, body } = await search(different(MAX_PHRASES + 1));
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([
      { path: 'query.q', message: expect.stringContaining(`more than ${MAX_PHRASES}`) },
    ]);
  });

  it('are confirmed in a limited number of texts, and total_is_capped says that there may be more', async () => {
    expect((await search('"the river"')).body.total_is_capped).toBe(false);
    await db.query(sql`
      insert into tracks (artist_id, source, artist, title, lyrics, lyrics_state, text_hash)
      select 1, 'import', 'Mara Lune', 'Copy ' || n, 'under an amber lantern', 'ok', 'copy' || n
      from generate_series(1, ${MAX_CONFIRMED_TEXTS + 1}::int) n`);
    const { body } = await search('"amber lantern"', '&limit=50');
    expect(body).toMatchObject({ total: 200, total_is_capped: true });
    expect(body.items).toHaveLength(50);
    expect((await search('"the river"')).body).toMatchObject({ total: 3, total_is_capped: false });
  });
});

describe('excluded words', () => {
  it('narrow a search, and find nothing on their own', async () => {
    expect((await search('river -cold')).body.items.map(({ track }) => track.id).sort()).toEqual([2, 3, 4]);
    expect((await search('-cold')).body).toMatchObject({ total: 0, reason: 'no_words' });
    expect((await search('-cold or -river')).body).toMatchObject({ total: 0 });
  });

  it.each([
    ['the same words in a row', 'river -"cold moon"', [2, 3, 4]],
    ['a phrase before what is wanted', '-"the lamp" river', [3, 4, 5]],
    ['a phrase that no song holds', 'river -"moon cold"', [1, 2, 3, 4, 5]],
    ['every inflection', 'river -running', [1, 2, 5]],
    ['a word beside alternatives', 'lamp or gold -moon', [2, 3]],
    ['two minus signs', 'river --cold', [2, 3, 4]],
  ])('leave out %s', async (_, q, ids) => {
    const { body } = await search(q);
    expect(body.items.map(({ track }) => track.id).sort()).toEqual(ids);
  });

  it('leave out songs whose artist or title has them', async () => {
    expect((await search('mara lune')).body.total).toBe(200);
    expect((await search('mara lune -lune')).body.total).toBe(0);
  });

  it('are none where a dash stands between words', async () => {
    const ids = async (q: string) => (await search(q)).body.items.map(({ track }) => track.id).sort();
    expect(await ids('lamp - moon')).toEqual(await ids('lamp moon'));
    expect(await ids('lamp -- moon')).toEqual(await ids('lamp moon'));
  });

  it('are limited to ten', async () => {
    const unwanted = (count: number) =>
      `river ${Array.from({ length: count }, (_, i) => `-word${i}`).join(' ')}`;
    expect((await search(unwanted(10))).status).toBe(200);
    expect(await search(unwanted(11))).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'query.q' }] },
    });
  });
});
