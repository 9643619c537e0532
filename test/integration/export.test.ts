import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { seedTrack, VERSE } from '../support/seed.ts';
import { seedSong } from '../support/seed-artist.ts';
import { ADMIN, openBarline, type TestBarline } from '../support/test-barline.ts';
import type { Problem } from '../support/wire-types.ts';

interface Row {
  id: number;
  [column: string]: unknown;
}

const MANY = 1100;

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline({});
  const first = await seedTrack(barline.sql, { artist: 'Mara Lune', title: '=HYPERLINK("x")' });
  barline.queues.add('barline-analysis', { type: 'track.analyze', track_id: first });
  await barline.deliver();
  await addTracks(MANY);
}, 60_000);

/** A request to the database may take 8 s, also on a busy machine. */
const AT_ONCE = 200;

/** Enough tracks, each with an analysis, for several pages of an export. */
async function addTracks(count: number): Promise<void> {
  for (let added = 0; added < count; added += AT_ONCE) await addSome(Math.min(AT_ONCE, count - added));
}

async function addSome(count: number): Promise<void> {
  await barline.sql.batch([
    sql`insert into artists (name) values ('Crowd') on conflict do nothing`,
    sql`insert into tracks (artist_id, source, artist, title, lyrics, lyrics_state, text_hash, featured)
      select a.id, 'import', 'Crowd', 'Number ' || n, 'a line of ' || n, 'ok', 'hash-' || gen_random_uuid(),
        case when n % 2 = 0 then array['Ada', 'Bo'] else '{}' end
      from artists a, generate_series(1, ${count}::int) n where a.name = 'Crowd'`,
    sql`insert into analysis_results (origin, track_id, text_hash, analyzer_type, model_version, status, analysis_data,
        themes)
      select 'catalogue', id, text_hash, 'algorithmic', 'made-up', 'done', '{"rhyme":{"density":0.25}}', array['love', 'faith']
      from tracks t where artist = 'Crowd' and not exists (
        select 1 from analysis_results a where a.text_hash = t.text_hash)`,
  ]);
}

const send = (query: string, init: RequestInit = {}) => barline.request(`/export/${query}`, init);
const rowsOf = (text: string): Row[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
const exported = async (query: string): Promise<Row[]> => rowsOf(await (await send(query)).text());
const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id);

async function storedIds(table: 'tracks' | 'analysis_results'): Promise<number[]> {
  const from = { tracks: sql`tracks`, analysis_results: sql`analysis_results` }[table];
  const rows = await barline.sql.query<{ id: number }>(sql`select id from ${from} order by id`);
  return idsOf(rows);
}

describe('an export', () => {
  it.each([
    ['tracks', 'tracks'],
    ['analyses', 'analysis_results'],
  ] as const)('of %s holds every row once, in order of id', async (name, table) => {
    const rows = await exported(name);
    expect(idsOf(rows)).toEqual(await storedIds(table));
    expect(rows.length).toBeGreaterThan(MANY);
  });

  it('contains source, model and prompt of each analysis', async () => {
    const [track] = await exported('tracks?limit=1');
    const [analysis] = await exported('analyses?limit=1');
    expect(track).toMatchObject({ artist: 'Mara Lune', source: 'import', analyzer_type: 'algorithmic' });
    expect(track?.analysis_id).toBe(analysis?.id);
    expect(analysis).toMatchObject({
      track_id: track?.id,
      analyzer_type: 'algorithmic',
      model_version: track?.model_version,
      prompt_version: '',
      is_current: true,
      degraded: false,
      language: 'en',
    });
    expect(analysis?.rhyme_density).toBeGreaterThan(0);
    expect(analysis?.tokens).toBeGreaterThan(20);
  });

  it('is CSV when the query or Accept asks for it, otherwise NDJSON', async () => {
    const types = await Promise.all(
      [
        ['tracks?limit=1', {}],
        ['tracks?limit=1&format=csv', { accept: 'application/x-ndjson' }],
        ['tracks?limit=1', { accept: 'text/csv' }],
        ['tracks?limit=1&format=ndjson', { accept: 'text/csv' }],
      ].map(
        async ([query, headers]) =>
          (await send(query as string, { headers: headers as HeadersInit })).headers,
      ),
    );
    expect(types.map((headers) => headers.get('content-type'))).toEqual([
      'application/x-ndjson',
      'text/csv; charset=utf-8',
      'text/csv; charset=utf-8',
      'application/x-ndjson',
    ]);
    expect(types[1]?.get('content-disposition')).toBe('attachment; filename="barline-tracks.csv"');
  });

  it('as CSV has the columns of NDJSON, an optional header and no formulas', async () => {
    const [row] = await exported('tracks?limit=1');
    const lines = (await (await send('tracks?limit=1&format=csv')).text()).split('\r\n');
    expect(lines[0]).toBe(Object.keys(row ?? {}).join(','));
    expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`);
    expect(lines).toHaveLength(3);
    const bare = await (await send('tracks?limit=1&format=csv&header=false')).text();
    expect(bare).toBe(`${lines[1]}\r\n`);
  });

  it('accepts the filters of tracks', async () => {
    expect(await exported('tracks?artist=mara+lune')).toHaveLength(1);
    expect(await exported('analyses?artist=mara+lune')).toHaveLength(1);
    expect(await exported('analyses?theme=faith&limit=7')).toHaveLength(7);
    expect(await exported('analyses?theme=faith&from_year=2100')).toEqual([]);
    expect(await exported('analyses?analyzer=qwen')).toEqual([]);
    expect(await exported('tracks?from_year=2000')).toEqual([]);
  });

  it('leaves out superseded analyses when asked to', async () => {
    const before = await exported('analyses?current=true');
    await barline.sql.query(sql`
      insert into analysis_results (origin, track_id, text_hash, analyzer_type, model_version, status, analysis_data)
      select 'catalogue', id, text_hash, 'algorithmic', 'newer', 'done', '{}' from tracks where artist = 'Mara Lune'`);
    const after = await exported('analyses?current=true');
    expect(after).toHaveLength(before.length);
    expect(idsOf(after)).not.toEqual(idsOf(before));
    expect(await exported('analyses')).toHaveLength(before.length + 1);
  });

  it('contains no analysis of a text sent to /analyze', async () => {
    const lyrics = 'Somebody pasted this line about a ladder\nand another line about a bladder';
    await barline.call('/analyze', { lyrics });
    const [row] = await barline.sql.query(sql`select id from analysis_results where track_id is null`);
    expect(row).toBeDefined();
    expect(idsOf(await exported('analyses'))).not.toContain(row?.id);
  });

  it.each([
    'tracks?format=xml',
    'tracks?after=-1',
    'tracks?after=1e12',
    'tracks?limit=0',
    'analyses?lyrics=true',
  ])('rejects %s', async (query) => expect((await send(query)).status).toBe(422));

  it('is empty after the last row', async () => {
    expect(await exported('tracks?after=2147483647')).toEqual([]);
    expect(await (await send('tracks?format=csv&after=2147483647&header=false')).text()).toBe('');
  });
});

describe('lyrics in an export', () => {
  it('are included only for callers who may read them', async () => {
    const refused = await send('tracks?lyrics=true');
    expect(refused.status).toBe(401);
    expect(((await refused.json()) as Problem).code).toBe('UNAUTHENTICATED');
    const [row] = rowsOf(await (await send('tracks?lyrics=true&limit=1', { headers: ADMIN })).text());
    expect(row?.lyrics).toBe(VERSE);
    const open = barline.withVars({ PUBLIC_LYRICS: 'true' });
    const [shown] = rowsOf(await (await open.request('/export/tracks?lyrics=true&limit=1')).text());
    expect(shown?.lyrics).toBe(VERSE);
  });

  it('do not appear in any other export, not even as single words', async () => {
    const words = ['kettle', 'calling out', 'river of light'];
    for (const name of ['tracks', 'analyses']) {
      const text = await (await send(`${name}?artist=Mara+Lune`, { headers: ADMIN })).text();
      for (const word of words) expect(text).not.toContain(word);
    }
  });
});

describe('an export in progress', () => {
  const readerOf = (response: Response) => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (reader === undefined) throw new Error('no body');
    return reader;
  };

  it('ends with the rows that existed when it began', async () => {
    const before = await storedIds('tracks');
    const reader = readerOf(await send('tracks'));
    let text = (await reader.read()).value ?? '';
    expect(rowsOf(text).length).toBeLessThan(before.length);
    await addTracks(30);
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
    expect(idsOf(rowsOf(text))).toEqual(before);
  });

  it('ends with a connection error when the database fails, so that it cannot be taken for complete', async () => {
    const reader = readerOf(await send('tracks'));
    await reader.read();
    // The schema behind this one has a table of the same name, so only columns can be dropped.
    await barline.sql.query(sql`alter table tracks rename column isrc to isrc_gone`);
    try {
      await expect(reader.read()).rejects.toThrow();
    } finally {
      await barline.sql.query(sql`alter table tracks rename column isrc_gone to isrc`);
    }
  });

  it('can be continued after its last complete row, wherever it was cut', async () => {
    const cut = fc.record({
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      limit: fc.integer({ min: 1, max: 700 }),
    });
    await fc.assert(
      fc.asyncProperty(cut, async ({ share, limit }) => {
        const before = await storedIds('tracks');
        const text = await (await send(`tracks?limit=${limit}`)).text();
        const kept = text.slice(0, Math.floor(share * text.length));
        const whole = rowsOf(kept.slice(0, kept.lastIndexOf('\n') + 1));
        await seedSong(barline.sql, { artist: 'Late Comer', title: 'Late', lyrics: `late ${before.length}` });
        const rest = await exported(`tracks?after=${whole.at(-1)?.id ?? 0}`);
        expect(idsOf([...whole, ...rest])).toEqual(await storedIds('tracks'));
      }),
      { numRuns: 8 },
    );
  });
});
