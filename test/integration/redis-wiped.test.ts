import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Row, sql } from '../../src/db/client.ts';
import { ADMIN, openBarline, type TestBarline } from '../support/test-barline.ts';

const ARTIST = 'Oda Brightwater';
const ITEMS = 6;
const LANES = 2;
const verse = (n: number) =>
  [`The lamp on lane ${n} is low`, 'and the bus is slow', `we count to ${n} in the snow`].join('\n');

/** What is stored of all work, without times and ids that depend on the order of work. */
const STORED = [
  sql`select artist, title, lyrics_state, text_hash, embedding_status, analysis_status from tracks order by artist, title`,
  sql`select text_hash, origin, analyzer_type, status, degraded from analysis_results order by text_hash, origin`,
  sql`select position, status, attempts, error from batch_items order by position`,
  sql`select status, trigger from ingest_runs order by id`,
  sql`select id from dead_letters`,
];

/** Takes everything out of Redis; resolves with how many keys were in it. */
async function wipe({ vars }: TestBarline): Promise<number> {
  const { UPSTASH_REDIS_REST_URL: url = '', UPSTASH_REDIS_REST_TOKEN: token = '' } = vars;
  const response = await fetch(`${url}/pipeline`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify([['dbsize'], ['flushall']]),
  });
  const [size] = (await response.json()) as { result: number }[];
  return size?.result ?? 0;
}

/** Scrapes an artist, works through a batch and reads meanwhile; returns what readers were told and what is stored. */
async function work(barline: TestBarline) {
  const answers = new Map<string, unknown>();
  const statuses = new Set<number>();
  await barline.call('/ingest/artists', { name: ARTIST });
  const items = Array.from({ length: ITEMS }, (_, n) => ({ id: `i${n}`, lyrics: verse(n) }));
  const sent = await barline.call('/batch', { items, operation: 'analyze', analyzer: 'algorithmic' });
  expect(sent.status).toBe(202);
  let isOver = false;
  const lane = async (first: number) => {
    for (let n = first; !isOver || n < ITEMS; n += LANES) {
      const text = verse(n % ITEMS);
      const { status, body } = await barline.call<{ analysis: { provenance: object } }>('/analyze', {
        lyrics: text,
        analyzer: 'algorithmic',
      });
      const { provenance: _, ...told } = body.analysis;
      answers.set(text, told);
      statuses.add(status);
      for (const path of ['/tracks', '/search?q=lamp&mode=lexical', '/health'])
        statuses.add((await barline.request(path, { headers: ADMIN })).status);
    }
  };
  const lanes = Promise.all(Array.from({ length: LANES }, (_, n) => lane(n)));
  await barline.deliver(2);
  await barline.deliverLater();
  isOver = true;
  await lanes;
  const stored: Row[][] = await barline.sql.batch(STORED);
  return { answers, statuses: [...statuses], stored };
}

describe('a Redis that is wiped again and again under load', () => {
  const choice = inject('redisChoices').at(-1);
  let calm: Awaited<ReturnType<typeof work>>;
  let wiped: Awaited<ReturnType<typeof work>>;
  let keysLost = 0;
  let wipes = 0;

  beforeAll(async () => {
    if (choice === undefined) throw new Error('there is no Redis to wipe');
    const wishes = { redis: choice, artists: [ARTIST] };
    calm = await work(await openBarline(wishes));
    const barline = await openBarline(wishes);
    let isOver = false;
    const wiper = async () => {
      while (!isOver) {
        keysLost += await wipe(barline);
        wipes += 1;
      }
    };
    const wiping = wiper();
    wiped = await work(barline);
    isOver = true;
    await wiping;
  }, 120_000);

  it('loses keys at almost every step', () => {
    expect(wipes).toBeGreaterThan(20);
    expect(keysLost).toBeGreaterThan(20);
  });

  it('leaves the same songs, analyses, items and runs: none is lost, doubled, failed or dead', () => {
    expect(wiped.stored).toEqual(calm.stored);
    expect(calm.stored.map((rows) => rows.length > 0)).toEqual([true, true, true, true, false]);
  });

  it('changes no answer and fails no request', () => {
    expect(wiped.answers).toEqual(calm.answers);
    expect([calm.statuses, wiped.statuses]).toEqual([[200], [200]]);
  });
});
