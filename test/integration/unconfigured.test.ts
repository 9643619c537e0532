import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../scripts/openapi/operations.ts';
import { validRequest } from '../../scripts/openapi/valid-request.ts';
import { readProblem } from '../support/read-problem.ts';
import { ADMIN, NOBODY, openBarline, type TestBarline } from '../support/test-barline.ts';
import type { Health } from '../support/wire-types.ts';

const LYRICS = 'The kettle hums a tune about the rain\nA ticket stub, a window on the train';
/** Unusable databases, and the code that operations which need a database then return. */
const BROKEN: [string, Record<string, string>, string][] = [
  ['the database gone', { DATABASE_FETCH_ENDPOINT: `${NOBODY}/sql` }, 'DATABASE_UNAVAILABLE'],
  ['no database configured', { DATABASE_URL: '' }, 'CONFIG_INVALID'],
  [
    'a database that was never migrated',
    { DATABASE_URL: 'postgres://barline:barline@127.0.0.1/barline?options=-c%20search_path%3Dpg_catalog' },
    'INTERNAL',
  ],
];

/** Answers without the database, which a restore may have lost: `integration/backups` holds it. */
const FROM_THE_BUCKET: ReadonlySet<string> = new Set(['readBackupFile', 'readTakedownCopies']);

describe.each(BROKEN)('with %s', (_, vars, code) => {
  it('every operation returns a documented status and no other error code', async () => {
    const barline = await openBarline({ redis: 'auto', artists: [], vars });
    const codes: string[] = [];
    for (const operation of operations) {
      if (FROM_THE_BUCKET.has(operation.id)) continue;
      const { path, init } = validRequest(operation, ADMIN);
      const response = await barline.request(path, init);
      expect([...operation.statuses.keys()], operation.id).toContain(response.status);
      const isProblem = response.headers.get('content-type') === 'application/problem+json';
      if (isProblem) codes.push((await readProblem(operation, response)).code);
    }
    expect(new Set(codes)).toEqual(new Set([code]));
    expect(codes.length).toBeGreaterThanOrEqual(8);
  });
});

describe('with nothing configured', () => {
  let barline: TestBarline;
  beforeAll(async () => {
    const everything = await openBarline();
    const nothing = Object.fromEntries(Object.keys(everything.vars).map((name) => [name, '']));
    barline = everything.withVars({ ...nothing, ENVIRONMENT: 'local' });
  });

  it('/health names the missing variables', async () => {
    const response = await barline.request('/health');
    const body = (await response.json()) as Health;
    expect({ status: response.status, health: body.status }).toEqual({ status: 503, health: 'error' });
    expect(body.missing).toEqual(
      expect.arrayContaining([
        'DATABASE_URL',
        'UPSTASH_REDIS_REST_URL',
        'EMBEDDINGS_BASE_URL',
        'ADMIN_TOKEN',
      ]),
    );
  });

  it('every token is rejected', async () => {
    for (const authorization of ['Bearer ', 'Bearer undefined', 'Bearer null', ADMIN.authorization]) {
      const response = await barline.request('/admin/dead-letters', { headers: { authorization } });
      expect(response.status).toBe(401);
    }
    expect((await barline.request('/admin/dead-letters')).status).toBe(401);
  });

  it('the OpenAPI document and the analysis of a text are served', async () => {
    expect((await barline.request('/openapi.json')).status).toBe(200);
    const headers = { 'content-type': 'application/json' };
    const response = await barline.request('/analyze', {
      method: 'POST',
      headers,
      body: JSON.stringify({ lyrics: LYRICS }),
    });
    expect(response.status).toBe(200);
  });
});

it('invalid variables are named without their values', async () => {
  const secret = 'hunter2-hunter2';
  const barline = await openBarline({
    vars: {
      DATABASE_URL: `mysql://me:${secret}@db/x`,
      LLM_BASE_URL: `ftp://${secret}`,
      LOG_LEVEL: secret,
      ADMIN_TOKEN: secret,
    },
  });
  const bodies = await Promise.all(
    ['/health', '/health/ready', '/tracks', '/openapi.json'].map(async (path) =>
      (await barline.request(path)).text(),
    ),
  );
  for (const body of bodies) expect(body).not.toContain('hunter2');
  expect((JSON.parse(bodies[0] ?? '') as Health).faulty.sort()).toEqual([
    'ADMIN_TOKEN',
    'DATABASE_URL',
    'LLM_BASE_URL',
    'LOG_LEVEL',
  ]);
  const refused = await barline.request('/tracks', { headers: { authorization: `Bearer ${secret}` } });
  expect(refused.status).toBe(401);
});

describe.each(['staging', 'production'])('in %s, where nothing has TLS', (environment) => {
  const PLAIN = {
    ENVIRONMENT: environment,
    ADMIN_TOKEN: 'hunter2-hunter2-hunter2-hunter2',
    ANONYMOUS_SCOPES: 'tracks:read,analyze:run',
  };

  it('the Worker names what it refuses, and answers what it can', async () => {
    const barline = await openBarline({ redis: 'auto', artists: [], vars: PLAIN });
    const refused = [
      'DATABASE_FETCH_ENDPOINT',
      'UPSTASH_REDIS_REST_URL',
      'EMBEDDINGS_BASE_URL',
      'GENIUS_API_URL',
    ];
    const ready = await barline.request('/health/ready');
    const { reasons, missing } = (await ready.json()) as { reasons: string[]; missing: string[] };
    expect(ready.status).toBe(503);
    for (const name of refused)
      expect(reasons.some((reason) => reason.startsWith(`${name} cannot be used: `))).toBe(true);
    expect(missing).toEqual([]);
    const health = (await (await barline.request('/health')).json()) as Health;
    expect(health.faulty).toEqual(expect.arrayContaining(refused));

    expect((await barline.request('/tracks')).status).toBe(503);
    const analysis = await barline.request('/analyze', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lyrics: LYRICS }),
    });
    expect(analysis.status).toBe(200);
  });
});
