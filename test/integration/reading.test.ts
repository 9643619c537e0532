import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../scripts/openapi/operations.ts';
import { validRequest } from '../../scripts/openapi/valid-request.ts';
import { sql } from '../../src/db/client.ts';
import { seedTrack, VERSE } from '../support/seed.ts';
import { ADMIN, openBarline, type TestBarline } from '../support/test-barline.ts';
import type { SearchResults, TrackDetail, TrackPage } from '../support/wire-types.ts';

const LINES = VERSE.split('\n').filter((line) => line.length > 15);
const JOYFUL = `${VERSE}\nWe dance and laugh, a happy golden day\nA joyful song, our sorrows float away`;

const FAROLES = [
  'Camino por la calle con la luz de los faroles',
  'mi madre me espera en la casa con sus flores',
  'la noche está fría pero tengo mis canciones',
  'y nunca me olvido de los viejos corazones',
].join('\n');

let barline: TestBarline;
let song: number;

beforeAll(async () => {
  barline = await openBarline({ artists: [] });
  song = await seedTrack(barline.sql, { artist: 'Mara Lune', title: 'Lamps' });
  await seedTrack(barline.sql, { artist: 'Mara Lune', title: 'Golden', lyrics: JOYFUL });
  await seedTrack(barline.sql, {
    artist: 'Tomás Veil',
    title: 'Faroles',
    language: 'es',
    lyrics: FAROLES,
  });
  await barline.sql.batch([
    sql`update tracks set release_date = '1999-12-31', explicit = false where title = 'Lamps'`,
    sql`update tracks set release_date = '2000-01-01', explicit = true where title = 'Golden'`,
  ]);
  for (const id of [song, song + 1, song + 2]) {
    barline.queues.add('barline-analysis', { type: 'track.embed', track_id: id });
    barline.queues.add('barline-analysis', { type: 'track.analyze', track_id: id });
  }
  await barline.deliver();
}, 60_000);

const titles = async (query: string) => {
  const { body } = await barline.call<TrackPage>(`/tracks?${query}`);
  return body.items.map((one) => one.title).sort();
};

describe('the list of songs', () => {
  it.each([
    ['artist=mara+LUNE', ['Golden', 'Lamps']],
    ['artist=Mara', []],
    ['from_year=2000', ['Golden']],
    ['to_year=1999', ['Lamps']],
    ['from_year=1999&to_year=1999', ['Lamps']],
    ['language=es', ['Faroles']],
    ['explicit=true', ['Golden']],
    ['explicit=false', ['Lamps']],
    ['artist=Mara+Lune&explicit=true&language=en', ['Golden']],
  ])('is filtered by %s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  it('is filtered by results of the analysis', async () => {
    const { body } = await barline.call<TrackDetail>(`/tracks/${song + 1}`);
    const sentiment = body.analysis?.sentiment ?? '';
    expect(await titles(`sentiment=${sentiment}`)).toContain('Golden');
    for (const { theme } of body.analysis?.themes ?? [])
      expect(await titles(`theme=${theme}`)).toContain('Golden');
  });

  it('is that of the ids that are given, without those that are missing', async () => {
    expect(await titles(`ids=${song + 1},${song},999999`)).toEqual(['Golden', 'Lamps']);
    expect(await titles(`ids=${song + 1},${song}&to_year=1999`)).toEqual(['Lamps']);
    for (const ids of ['', '0', '1,', '1,a', '9999999999', Array(101).fill('1').join(',')])
      expect((await barline.call(`/tracks?ids=${ids}`)).status, ids).toBe(422);
  });

  it('is that of the names that hold what was typed, whatever their case and accents', async () => {
    expect(await titles('name=lam')).toEqual(['Lamps']);
    expect(await titles('name=mar+gol')).toEqual(['Golden']);
    expect(await titles('name=TOMAS+v')).toEqual(['Faroles']);
    expect(await titles('name=gol+mar')).toEqual([]);
    expect(await titles('name=%25%25%25')).toEqual([]);
    expect(await titles('name=___')).toEqual([]);
    expect((await barline.call('/tracks?name=ab')).status).toBe(422);
  });

  it('is counted over all its pages, where that is asked for', async () => {
    const counted = await barline.call<TrackPage>('/tracks?facets=year,decade,language&limit=1');
    expect(counted.body.items).toHaveLength(1);
    expect(counted.body.total).toBe(3);
    expect(counted.body.facets).toMatchObject({
      year: [
        { value: '1999', count: 1 },
        { value: '2000', count: 1 },
      ],
      language: [
        { value: 'en', count: 2 },
        { value: 'es', count: 1 },
      ],
    });
    const { body } = await barline.call<TrackPage>(
      '/tracks?from_year=1999&to_year=1999&name=lamps&facets=artist',
    );
    expect(body).toMatchObject({ total: 1, facets: { artist: [{ value: 'Mara Lune', count: 1 }] } });
    const uncounted = await barline.call<TrackPage>('/tracks');
    expect(uncounted.body).toMatchObject({ total: null, facets: null });
    expect((await barline.call('/tracks?facets=years')).status).toBe(422);
  });

  it('treats quotes, percent signs and backslashes as literal characters', async () => {
    for (const name of ["O'Lune", '100%', '\\', '$1', '";--', 'ＭＡＲＡ']) {
      expect(await titles(`artist=${encodeURIComponent(name)}`)).toEqual([]);
    }
  });
});

describe('a search', () => {
  it.each([
    '"',
    "'",
    '&',
    '|',
    '!',
    '(',
    '<->',
    ':*',
    '\\',
    '%',
    '* *',
    '- -',
    '"unclosed phrase',
    'or',
    '🎤',
    'ａｂｃ',
  ])('for %s is answered', async (q) => {
    const response = await barline.request(`/search?q=${encodeURIComponent(q)}`);
    expect(response.status).toBe(200);
  });

  it('shows at most two lines of a song, and only matching ones', async () => {
    const { body } = await barline.call<SearchResults>('/search?mode=lexical&q=%22river+of+light%22');
    expect(body.items.length).toBeGreaterThan(0);
    for (const { snippet } of body.items) {
      expect(snippet?.text.split('\n').length).toBeLessThanOrEqual(2);
      expect(snippet?.text).toContain('river of light');
    }
  });

  it('continues where the previous page ended, and rejects a cursor of another query', async () => {
    const first = await barline.call<SearchResults>('/search?limit=1&q=river');
    const cursor = encodeURIComponent(first.body.next_cursor ?? '');
    const second = await barline.call<SearchResults>(`/search?limit=1&q=river&cursor=${cursor}`);
    expect(second.body.items[0]?.track.id).not.toBe(first.body.items[0]?.track.id);
    for (const other of ['q=lamps', 'q=river&mode=lexical', 'q=river&language=en']) {
      expect(await barline.call(`/search?limit=1&${other}&cursor=${cursor}`)).toMatchObject({
        status: 400,
        body: { code: 'INVALID_CURSOR' },
      });
    }
  });
});

/** The items of an answer, a page or lines; an answer that is not a list is its only item. */
async function itemsOf(response: Response): Promise<unknown[]> {
  const text = await response.text();
  if (response.headers.get('content-type') === 'application/x-ndjson') {
    return text.split('\n').flatMap((line): unknown[] => (line === '' ? [] : [JSON.parse(line)]));
  }
  const body = JSON.parse(text) as { items?: unknown[] };
  return body.items ?? [body];
}

describe('full lyrics', () => {
  const read = async (worker: TestBarline, headers: HeadersInit) => {
    const response = await worker.request(`/tracks/${song}`, { headers });
    return (await response.json()) as TrackDetail;
  };

  it('are returned to the admin token when they are not public', async () => {
    expect(await read(barline, ADMIN)).toMatchObject({ lyrics: VERSE, words_withheld: false });
    const anyone = await read(barline, {});
    expect(anyone).toMatchObject({ lyrics: null, lyrics_available: true, words_withheld: true });
    expect(anyone.snippet?.text).toBe(LINES.slice(0, 2).join('\n'));
  });

  it('are returned to everyone when they are public', async () => {
    const open = barline.withVars({ PUBLIC_LYRICS: 'true' });
    expect(await read(open, {})).toMatchObject({ lyrics: VERSE, words_withheld: false });
  });

  it('are not returned by any other operation: each shows at most two lines of a song', async () => {
    const readers = operations.filter(({ method, secured }) => method === 'GET' && !secured);
    expect(readers.length).toBeGreaterThan(5);
    for (const operation of readers) {
      const { path } = validRequest(operation);
      for (const query of ['', 'q=river+of+light+lamps+kettle']) {
        const url = new URL(path.replace('/1', `/${song}`), 'https://barline.test');
        if (query !== '' && !url.searchParams.has('q')) continue;
        if (query !== '') url.searchParams.set('q', 'river of light lamps kettle');
        const items = await itemsOf(await barline.request(url.pathname + url.search));
        for (const item of items) {
          const shown = new Set(LINES.filter((line) => JSON.stringify(item).includes(line)));
          expect(shown.size, `${operation.id}: ${[...shown].join(' / ')}`).toBeLessThanOrEqual(2);
        }
      }
    }
  });
});
