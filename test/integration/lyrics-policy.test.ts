import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Operation, operations } from '../../scripts/openapi/operations.ts';
import { pathOf, validRequest } from '../../scripts/openapi/valid-request.ts';
import { sql } from '../../src/db/client.ts';
import { MAX_PIECE_LENGTH } from '../../src/lyrics/text/line-units.ts';
import { canarySongs, END_WORDS, SHARED_WORDS } from '../support/canary-songs.ts';
import { seedTrack } from '../support/seed.ts';
import { ADMIN, NOBODY, openBarline, type TestBarline } from '../support/test-barline.ts';
import type { SearchResults, TrackDetail } from '../support/wire-types.ts';

const PER_SONG = 8;
const PER_DAY = 40;
const LIMITS = { LYRICS_LINES_PER_SONG: String(PER_SONG), LYRICS_LINES_PER_DAY: String(PER_DAY) };
const songs = canarySongs();
const CANARY = /canary[a-z]{6}/gi;
const lineOf = new Map(
  songs.flatMap(({ lyrics }, song) =>
    lyrics
      .split('\n')
      .flatMap((line, at) => (line.match(CANARY) ?? []).map((word) => [word.toLowerCase(), `${song}:${at}`])),
  ),
);

let barline: TestBarline;
let ids: number[];
beforeAll(async () => {
  barline = await openBarline({ redis: 'auto', artists: [], vars: LIMITS });
  ids = [];
  for (const song of songs) ids.push(await seedTrack(barline.sql, song));
  for (const track_id of ids) {
    barline.queues.add('barline-analysis', { type: 'track.embed', track_id });
    barline.queues.add('barline-analysis', { type: 'track.analyze', track_id });
  }
  await barline.deliver();
}, 120_000);

let callers = 0;
/** Headers of a caller with an unused budget. */
const newcomer = (): Record<string, string> => {
  callers += 1;
  return { 'cf-connecting-ip': `198.51.100.${callers}` };
};

/** Valid requests for an operation, in every variant that might return a text. */
function requestsOf(operation: Operation): { path: string; init: RequestInit }[] {
  const { parameters, method } = operation;
  if (operation.body !== null) return [validRequest(operation)];
  const named = (name: string) => parameters.some((one) => one.in === 'query' && one.name === name);
  const queries: Record<string, string>[] = [{}];
  if (named('q'))
    for (const q of SHARED_WORDS)
      for (const mode of ['lexical', 'semantic', 'hybrid']) queries.push({ q, mode, limit: '50' });
  if (named('word'))
    for (const word of END_WORDS) queries.push({ word, limit: '100' }, { word, kind: 'near' });
  if (named('format')) queries.push({ format: 'csv' }, { format: 'ndjson' });
  const ofTrack = operation.path.startsWith('/tracks/{id}');
  const paths = queries.flatMap((query) =>
    ofTrack ? ids.map((id) => pathOf(operation, query, String(id))) : [pathOf(operation, query)],
  );
  return [validRequest(operation).path, ...paths].map((path) => ({ path, init: { method } }));
}

/** All texts of an answer that hold a canary. */
function leaked(value: unknown): string[] {
  if (typeof value === 'string') return value.match(CANARY) === null ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [...leaked(key), ...leaked(one)]);
}

const valuesOf = (text: string): unknown[] =>
  text.split('\n').map((line) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      return line;
    }
  });

const send = async (worker: TestBarline, operation: Operation, caller: Record<string, string>) => {
  const texts: string[] = [];
  for (const { path, init } of requestsOf(operation)) {
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(caller)) headers.set(name, value);
    const response = await worker.request(path, { ...init, headers });
    expect(response.headers.get('cache-control'), path).toBe('private, no-store');
    texts.push(...leaked(valuesOf(await response.text())));
  }
  return texts;
};

const linesIn = (texts: readonly string[]): Set<string> =>
  new Set(
    texts.flatMap((text) => (text.match(CANARY) ?? []).map((word) => lineOf.get(word.toLowerCase()) ?? word)),
  );

const all = operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

describe('when lyrics are not public', () => {
  it.each(all)('%s shows at most two lines and 160 characters at a time', async (_, operation) => {
    for (const text of await send(barline, operation, newcomer())) {
      expect(text.length, text).toBeLessThanOrEqual(MAX_PIECE_LENGTH);
      expect(text.split('\n').length, text).toBeLessThanOrEqual(2);
    }
  });

  it('searches, songs and rhymes show some lines of the stored texts', async () => {
    const showing = [];
    for (const operation of operations) {
      if ((await send(barline, operation, newcomer())).length > 0) showing.push(operation.id);
    }
    expect(showing.sort()).toEqual(['findRhymes', 'getTrack', 'searchLyrics']);
  }, 60_000);

  it.each(all)('%s shows no words to a caller without budget left', async (_, operation) => {
    const spent = barline.withVars({ LYRICS_LINES_PER_DAY: '0' });
    expect(await send(spent, operation, newcomer())).toEqual([]);
  });
});

describe('the asides of a song', () => {
  it('are told with their positions to whoever may read the text', async () => {
    const lyrics = '[Verse 1]\nThey only move when I creep (grrah)\n(woo)\nand never go to sleep (x2)';
    const id = await seedTrack(barline.sql, { title: 'Aside', lyrics });
    const asidesFor = async (worker: TestBarline) => {
      const response = await worker.request(`/tracks/${id}`, { headers: newcomer() });
      return ((await response.json()) as TrackDetail).asides;
    };
    const shown = await asidesFor(barline.withVars({ PUBLIC_LYRICS: 'true' }));
    expect(shown.map(({ line, start, end }) => [line, lyrics.slice(start, end)])).toEqual([
      [1, '(grrah)'],
      [2, '(woo)'],
    ]);
    expect(await asidesFor(barline)).toEqual([]);
    await barline.sql.query(sql`delete from tracks where id = ${id}::int`);
  });
});

describe('the bars of a rhyme', () => {
  it('end on it before any aside', async () => {
    const lyrics = '[Verse 1]\nThey only move when I creep (grrah)\nand nobody is home (asleep)';
    const id = await seedTrack(barline.sql, { title: 'Bars', lyrics });
    const open = barline.withVars({ PUBLIC_LYRICS: 'true' });
    const response = await open.request('/rhymes?word=deep&limit=100', { headers: newcomer() });
    const { items } = (await response.json()) as { items: { word: string; bars: { bar: string }[] }[] };
    const barsOf = (word: string) => items.find((item) => item.word === word)?.bars.map(({ bar }) => bar);
    expect(barsOf('creep')).toEqual(['They only move when I creep (grrah)']);
    expect(barsOf('asleep')).toEqual([]);
    await barline.sql.query(sql`delete from tracks where id = ${id}::int`);
  });
});

describe('an analysis stored in an older format', () => {
  it('is left out completely when lyrics are not public', async () => {
    const lyrics = 'the river of canaryzzzzzz at night\nand nobody else';
    const id = await seedTrack(barline.sql, { title: 'Older', lyrics });
    await barline.sql.query(sql`
      insert into analysis_results (track_id, text_hash, origin, analyzer_type, model_version, status, analysis_data)
      select id, text_hash, 'catalogue', 'algorithmic', 'older', 'done', jsonb_build_object('summary', lyrics, 'rhyme', '{}'::jsonb)
      from tracks where id = ${id}::int`);
    const spent = barline.withVars({ LYRICS_LINES_PER_DAY: '0' });
    const response = await spent.request(`/tracks/${id}`, { headers: newcomer() });
    expect(response.status).toBe(200);
    const body = await response.json();
    expect(body).toMatchObject({ analysis: null, words_withheld: true });
    expect(leaked(body)).toEqual([]);
    await barline.sql.query(sql`delete from tracks where id = ${id}::int`);
  });
});

describe('the lines that one caller gets in a day', () => {
  const harvest = async (worker: TestBarline, callersOf: (i: number) => Record<string, string>) => {
    const texts: string[] = [];
    let i = 0;
    for (const operation of operations.filter(({ id }) =>
      /^(?:findRhymes|getTrack|searchLyrics)$/.test(id),
    )) {
      texts.push(...(await send(worker, operation, callersOf(i++))));
    }
    return linesIn(texts);
  };
  const perSong = (lines: Set<string>) => Map.groupBy(lines, (line) => line.split(':')[0]);

  it('stay within the budget of each song and of all songs', async () => {
    const caller = newcomer();
    const lines = await harvest(barline, () => caller);
    expect(lines.size).toBeLessThanOrEqual(PER_DAY);
    expect(lines.size).toBeGreaterThan(PER_DAY / 2);
    for (const [song, of] of perSong(lines)) expect(of.length, song).toBeLessThanOrEqual(PER_SONG);
  });

  it('stay within the budget while Redis is down', async () => {
    const alone = barline.withVars({ UPSTASH_REDIS_REST_URL: NOBODY });
    const caller = newcomer();
    const lines = await harvest(alone, () => caller);
    expect(lines.size).toBeLessThanOrEqual(PER_DAY);
    expect(lines.size).toBeGreaterThan(PER_DAY / 2);
  }, 60_000);

  it('are counted together for all addresses in a /64 and for forged forwarding headers', async () => {
    const lines = await harvest(barline, (i) => ({
      'cf-connecting-ip': `2001:db8:7:7:${i}::1`,
      'x-forwarded-for': `203.0.113.${i}`,
      'x-real-ip': `203.0.113.${i}`,
    }));
    expect(lines.size).toBeLessThanOrEqual(PER_DAY);
  });

  it('are unlimited for the admin token and when lyrics are public', async () => {
    expect((await harvest(barline, () => ADMIN)).size).toBeGreaterThan(PER_DAY);
    const { path, init } = { path: '/search?q=river&mode=lexical&limit=50', init: { headers: newcomer() } };
    const open = barline.withVars({ PUBLIC_LYRICS: 'true', LYRICS_LINES_PER_DAY: '0' });
    const response = await open.request(path, init);
    expect(leaked(await response.json()).length).toBeGreaterThan(0);
    expect(response.headers.get('cache-control')).toBeNull();
  });
});

describe('the line budget', () => {
  const search = async (worker: TestBarline, q: string, headers: Record<string, string>) => {
    const response = await worker.request(`/search?mode=lexical&limit=50&q=${q}`, { headers });
    return (await response.json()) as SearchResults;
  };

  it('is not charged again for lines shown before', async () => {
    const caller = newcomer();
    const first = await search(barline, 'river', caller);
    for (let i = 0; i < 10; i++) expect(await search(barline, 'river', caller)).toEqual(first);
  });

  it('still gives position and match reason of a hit when it is used up', async () => {
    const spent = barline.withVars({ LYRICS_LINES_PER_DAY: '0' });
    const { items } = await search(spent, 'river', newcomer());
    expect(items.length).toBeGreaterThan(2);
    for (const hit of items) {
      expect(hit).toMatchObject({
        snippet: { text: '' },
        withheld: 'budget',
        why: { matched_words: ['river'] },
      });
      expect(hit.snippet?.end_line).toBeGreaterThan(hit.snippet?.start_line ?? Number.POSITIVE_INFINITY);
    }
    expect(items.some(({ section }) => section === 'Verse 1')).toBe(true);
    const response = await spent.request(`/tracks/${ids[0]}`, { headers: newcomer() });
    expect(await response.json()).toMatchObject({
      snippet: { text: '', start_line: 1, end_line: 3 },
      withheld: 'budget',
      words_withheld: true,
    });
  });

  it('adds nothing to responses while lines are left', async () => {
    const { items } = await search(barline, 'river', newcomer());
    expect(items[0]).toMatchObject({ withheld: null, section: null });
    expect(items[0]?.snippet?.text).toContain('river');
  });

  it('of a song includes its near-duplicates', async () => {
    const [original = 0] = ids;
    const copy = await seedTrack(barline.sql, {
      title: 'Again',
      lyrics: (songs[0]?.lyrics ?? '').replaceAll('river', 'stream'),
    });
    await barline.sql.query(sql`update tracks set duplicate_of = ${original}::int where id = ${copy}::int`);
    const one = barline.withVars({ LYRICS_LINES_PER_SONG: '2' });
    const caller = newcomer();
    const read = async (id: number) => {
      const response = await one.request(`/tracks/${id}`, { headers: caller });
      return (await response.json()) as TrackDetail;
    };
    expect((await read(original)).withheld).toBeNull();
    expect((await read(copy)).withheld).toBe('budget');
    await barline.sql.query(sql`delete from tracks where id = ${copy}::int`);
  });
});

describe('the cost of the line budget', () => {
  let redisCalls: string[] = [];
  beforeEach(() => {
    redisCalls = [];
    const real = globalThis.fetch;
    const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      const url = String(input instanceof Request ? input.url : input);
      const body = typeof init?.body === 'string' ? init.body : '';
      // Neither counters nor the rate limit, which every request has.
      if (url.startsWith(barline.vars.UPSTASH_REDIS_REST_URL ?? '-') && !/hincrby|:limits:/i.test(body))
        redisCalls.push(body);
      return real(input, init);
    });
    return () => spy.mockRestore();
  });

  const price = async (path: string, worker = barline) => {
    redisCalls = [];
    await worker.request(path, { headers: newcomer() });
    return redisCalls.length;
  };

  it('is one Redis call for a response with text and none without text', async () => {
    expect(await price('/search?mode=lexical&q=river')).toBe(1);
    expect(await price('/search?mode=lexical&q=nosuchwordanywhere')).toBe(0);
    expect(await price(`/tracks/${ids[0]}`)).toBe(1);
    expect(await price(`/tracks/${ids[0]}/rhymes`)).toBe(0);
    expect(await price('/tracks')).toBe(0);
  });

  it('is zero when lyrics are public', async () => {
    const open = barline.withVars({ PUBLIC_LYRICS: 'true' });
    expect(await price('/search?mode=lexical&q=river', open)).toBe(0);
    expect(await price(`/tracks/${ids[0]}`, open)).toBe(0);
  });
});
