import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSql, sql } from '../../src/db/client.ts';
import { createRedis } from '../../src/redis/client.ts';
import {
  ADMIN,
  NOBODY,
  type OwnPart,
  openBarline,
  startPart,
  type TestBarline,
} from '../support/test-barline.ts';

// Everything that the system writes is searched for secrets that it holds, while its upstreams fail and repeat them.

const CANARY = 'canary-7Qz';
const canary = (name: string) => `${CANARY}-${name}/+"\\ü`;
const SPOTIFY = { SPOTIFY_CLIENT_ID: `${CANARY}-client`, SPOTIFY_CLIENT_SECRET: `${CANARY}-secret` };
/** Secrets of every upstream but the stores, whose own cases follow. */
const SECRETS = {
  LLM_API_KEY: `${CANARY}-llm`,
  LLM_FALLBACK_MODEL: 'other',
  LLM_FALLBACK_API_KEY: `${CANARY}-fallback`,
  EMBEDDINGS_API_KEY: `${CANARY}-embeddings`,
  EMBEDDINGS_NEXT_API_KEY: `${CANARY}-next`,
  GENIUS_TOKEN: `${CANARY}-genius`,
  ...SPOTIFY,
};

let echo: OwnPart;
let barline: TestBarline;
let key: string;
const logged: string[] = [];

beforeAll(async () => {
  echo = await startPart({ kind: 'echo' });
  barline = await openBarline({ redis: 'auto', artists: ['Oda Brightwater'], vars: { LOG_LEVEL: 'debug' } });
  const made = await barline.call<{ secret: string }>('/admin/keys', { name: 'canary', role: 'admin' });
  key = made.body.secret;
}, 60_000);
afterAll(() => echo.stop());
beforeEach(() => {
  logged.length = 0;
  for (const method of ['log', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((...args) => void logged.push(args.map(String).join(' ')));
});

/** Upstreams that are all at this address. */
const at = (base: string): Record<string, string> => ({
  ...SECRETS,
  LLM_BASE_URL: base,
  LLM_MODEL: 'model',
  EMBEDDINGS_BASE_URL: base,
  GENIUS_API_URL: base,
  GENIUS_WEB_URL: base,
  SPOTIFY_API_URL: base,
  SPOTIFY_ACCOUNTS_URL: base,
});
const echoing = (status: number, query = '') => `${echo.url}/${status}${query}`;
const withLogin = (url: string) => url.replace('http://', `http://${CANARY}-user:${CANARY}-password@`);

/** What goes wrong, as variables of the Worker. */
const FAULTS: [string, () => Record<string, string>][] = [
  ['every upstream repeats the request with 500', () => at(echoing(500))],
  ['every upstream repeats the request with 400', () => at(echoing(400))],
  ['nothing listens', () => at(NOBODY)],
  ['the server has no TLS', () => at(echo.url.replace('http:', 'https:'))],
  ['addresses hold a login and a query', () => at(withLogin(echoing(500, `?key=${CANARY}-query`)))],
  [
    'Redis repeats the request',
    () => ({ UPSTASH_REDIS_REST_URL: echoing(400), UPSTASH_REDIS_REST_TOKEN: canary('redis') }),
  ],
  [
    'Redis is behind a login',
    () => ({ UPSTASH_REDIS_REST_URL: withLogin(echoing(500)), UPSTASH_REDIS_REST_TOKEN: `${CANARY}-redis` }),
  ],
  ...[500, 400, 401].map((status): [string, () => Record<string, string>] => [
    `Postgres repeats the request with ${status}`,
    () => ({
      DATABASE_URL: `postgresql://me:${CANARY}-password@db.example/barline`,
      DATABASE_FETCH_ENDPOINT: echoing(status),
    }),
  ]),
  [
    'variables cannot be used',
    () => ({
      ENVIRONMENT: 'production',
      ADMIN_TOKEN: `${CANARY}-token`,
      DATABASE_URL: `postgresql://me:${CANARY}-password@db.example/barline?sslmode=disable`,
      LLM_BASE_URL: withLogin(echo.url),
      LLM_PRICES: `{"${CANARY}": 1}`,
    }),
  ],
];

const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });
const LYRICS = 'The kettle hums a tune about the rain\nA ticket stub, a window on the train';
/** Not for a model that fails in a way that is tried again, for many seconds; the probe of /health asks it once. */
const ASKING: [string, RequestInit][] = [
  ['/analyze', post({ lyrics: LYRICS, use_cache: false })],
  ['/analyze', post({ lyrics: LYRICS, use_cache: false, on_limit: 'error' })],
  ['/batch', post({ items: [{ lyrics: LYRICS }] })],
  ['/generate', post({ prompt: 'walking home', lines: 2 })],
];
const REQUESTS: [string, RequestInit][] = [
  ['/search?q=kettle', {}],
  ['/ingest/artists', post({ name: 'Oda Brightwater' })],
  ['/health?probe=true', {}],
  ['/health/ready', {}],
  ['/models/info', {}],
  ['/models/status', {}],
  ['/config/info', {}],
  ['/metrics', {}],
  ['/export/tracks', {}],
  ['/ingest/runs', {}],
  ['/admin/dead-letters', {}],
  ['/admin/audit', {}],
  ['/admin/keys', {}],
];

/** Everything that the Worker answers, with the admin token, a key, and keys that are not right. */
async function answersOf(worker: TestBarline, requests: typeof REQUESTS): Promise<string[]> {
  const texts: string[] = [];
  const bearers = [
    ADMIN.authorization,
    `Bearer ${key}`,
    `Bearer ${key.slice(0, -1)}x`,
    `Bearer ${CANARY}-bearer`,
  ];
  const ask = async (path: string, init: RequestInit, authorization: string) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const response = await worker.request(path, { ...init, headers });
    texts.push(JSON.stringify([...response.headers]), await response.text());
  };
  for (const [path, init] of requests) await ask(path, init, ADMIN.authorization);
  for (const authorization of bearers) await ask('/search?q=kettle', {}, authorization);
  await worker.deliver().catch(() => undefined);
  await worker.runSchedule(new Date('2026-01-01T00:00:00Z')).catch(() => undefined);
  return texts;
}

/** Whether a text holds a canary, in any form, or what makes a key a secret. */
const leaks = (text: string): boolean => text.includes(CANARY) || text.includes(key.slice(22));

describe.each(FAULTS)('where %s', (fault, vars) => {
  it('no answer and no line of the log holds a secret', async () => {
    const requests = /with 40\d$/.test(fault) ? [...ASKING, ...REQUESTS] : REQUESTS;
    const texts = await answersOf(barline.withVars(vars()), requests);
    expect(texts.filter(leaks)).toEqual([]);
    expect(logged.filter(leaks)).toEqual([]);
    expect(logged.length).toBeGreaterThan(0);
  }, 40_000);
});

describe('afterwards', () => {
  it('no row of the database holds a secret', async () => {
    const { DATABASE_URL: url = '', DATABASE_FETCH_ENDPOINT: fetchEndpoint = null } = barline.vars;
    const db = createSql({ url, fetchEndpoint });
    const tables = await db.query<{ name: string }>(
      sql`select quote_ident(table_name) as name from information_schema.tables
          where table_schema = current_schema() and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(20);
    const found: string[] = [];
    let rows = 0;
    for (const { name } of tables) {
      const stored = await db.query<{ row: string }>({
        text: `select t::text as row from ${name} t`,
        params: [],
      });
      rows += stored.length;
      found.push(...stored.filter(({ row }) => leaks(row)).map(() => name));
    }
    expect(found).toEqual([]);
    expect(rows).toBeGreaterThan(20);
  });

  it('no value of Redis holds a secret', async () => {
    const { UPSTASH_REDIS_REST_URL: url = '', UPSTASH_REDIS_REST_TOKEN: token = '' } = barline.vars;
    const redis = createRedis({ url, token });
    const names = await redis.keys('*');
    expect(names.length).toBeGreaterThan(5);
    const readers: Record<string, (name: string) => Promise<unknown>> = {
      string: (name) => redis.get(name),
      hash: (name) => redis.hgetall(name),
      list: (name) => redis.lrange(name, 0, -1),
      set: (name) => redis.smembers(name),
      zset: (name) => redis.zrange(name, 0, -1),
    };
    const texts = await Promise.all(
      names.map(async (name) => {
        const read = readers[await redis.type(name)];
        return `${name} ${JSON.stringify(await read?.(name))}`;
      }),
    );
    expect(texts.filter(leaks)).toEqual([]);
  });
});
