import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../scripts/bench/fuzz/api-document.ts';
import { checkAnswer, type Exchange } from '../../../../scripts/bench/fuzz/check-answer.ts';
import { type Actor, type Draft, wireOf } from '../../../../scripts/bench/fuzz/draft.ts';
import { LeakFinder } from '../../../../scripts/bench/fuzz/leaks.ts';
import { patchedFiles } from '../../../../scripts/bench/fuzz/planted/copy-sources.ts';
import { PLANTS } from '../../../../scripts/bench/fuzz/planted/plants.ts';
import { document } from '../../../../scripts/openapi/operations.ts';

const api = readDocument(document);
const SECRET = 'canary-secret-0123';
const checks = {
  schemas: api.schemas,
  operations: api.operations,
  leaks: new LeakFinder({ ADMIN_TOKEN: SECRET }),
};
const ID = 'req_0123456789';
const reader: Actor = { name: 'READER', authorization: 'Bearer r', scopes: new Set(['tracks:read']) };
const nobody: Actor = { name: 'REVOKED', authorization: 'Bearer x', scopes: null };

interface Answered {
  status?: number;
  type?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

function draftOf(id: string, change: Partial<Draft> = {}): Draft {
  const operation = api.operations.find((one) => one.id === id);
  if (operation === undefined) throw new Error(`no operation ${id}`);
  const { method } = operation;
  return {
    operation,
    actor: reader,
    method,
    path: {},
    query: [],
    headers: {},
    body: null,
    changes: [],
    ...change,
  };
}

/** What every answer of a status has, as documented. */
const REQUIRED: Readonly<Record<number, string>> = { 401: 'www-authenticate', 429: 'retry-after' };

it('the document says which headers an answer always has', () => {
  for (const { responses } of api.operations)
    for (const [status, { headers }] of responses)
      expect(headers).toEqual([
        'x-request-id',
        ...(REQUIRED[status] === undefined ? [] : [REQUIRED[status]]),
      ]);
});

function faultsOf(draft: Draft, answered: Answered, validity: Exchange['validity'] = 'valid') {
  const { status = 200, type = 'application/json', headers = {}, body = {} } = answered;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = {
    status,
    headers: { 'x-request-id': ID, 'content-type': type, ...headers },
    body: Buffer.from(text),
    whole: true,
    ms: 1,
  };
  return checkAnswer(checks, { draft, wire: wireOf(draft), answer, validity }).map(
    ({ kind, what }) => `${kind}: ${what}`,
  );
}

const LIVE = { status: 'live', version: '1' };
const problem = (status: number, code: string, more: object = {}): Answered => ({
  status,
  type: 'application/problem+json',
  headers: status === 401 ? { 'www-authenticate': 'Bearer' } : {},
  body: { type: '/docs', title: 'a', status, detail: 'b', instance: '/', code, requestId: ID, ...more },
});

describe('answers without a fault', () => {
  it('pass', () => {
    expect(faultsOf(draftOf('getLiveness'), { body: LIVE })).toEqual([]);
    expect(faultsOf(draftOf('getTrack', { path: { id: '7' } }), problem(404, 'NOT_FOUND'))).toEqual([]);
    expect(faultsOf(draftOf('listKeys'), problem(403, 'FORBIDDEN'))).toEqual([]);
    expect(faultsOf(draftOf('listTracks', { actor: nobody }), problem(401, 'KEY_REVOKED'))).toEqual([]);
    const rule = problem(422, 'VALIDATION_FAILED', {
      errors: [{ path: 'query.ids', code: 'CUSTOM', message: 'no' }],
    });
    expect(faultsOf(draftOf('compareArtists'), rule)).toEqual([]);
  });
});

describe('answers with a fault', () => {
  const live = draftOf('getLiveness');
  it.each<[string, Draft, Answered, string]>([
    ['a status', live, { status: 299, body: LIVE }, 'undocumented: status 299'],
    ['a type', live, { type: 'text/html', body: LIVE }, 'undocumented: status 200 with the type "text/html"'],
    ['a field removed', live, { body: { status: 'live' } }, 'schema_violations'],
    ['a field added', live, { body: { ...LIVE, more: 1 } }, 'schema_violations'],
    ['a null', live, { body: { ...LIVE, version: null } }, 'schema_violations'],
    ['no JSON', live, { body: '{' }, 'schema_violations: a body that is no JSON'],
    ['a failure inside', live, problem(500, 'INTERNAL'), 'responses_5xx: status 500'],
    ['a secret', live, { body: { ...LIVE, version: SECRET } }, 'canary_leaks: shows the secret ADMIN_TOKEN'],
    [
      'a stack trace',
      live,
      problem(500, 'INTERNAL', { detail: 'Error\n    at run (file:///app/worker.js:10:5)' }),
      'canary_leaks: shows a stack trace',
    ],
    [
      'an error of the database',
      live,
      problem(422, 'VALIDATION_FAILED', { detail: 'relation "tracks" does not exist' }),
      'canary_leaks: shows an error of the database',
    ],
    [
      'a problem as JSON',
      live,
      { ...problem(429, 'RATE_LIMITED'), type: 'application/json' },
      'undocumented',
    ],
    [
      '429 without Retry-After',
      live,
      problem(429, 'RATE_LIMITED'),
      'undocumented: status 429 without retry-after',
    ],
    ['another request id', live, problem(500, 'INTERNAL', { requestId: 'x' }), 'schema_violations'],
    [
      'an undocumented code',
      live,
      problem(422, 'INFEASIBLE'),
      'undocumented: status 422 with the code INFEASIBLE',
    ],
    [
      'a dead key that works',
      draftOf('listTracks', { actor: nobody }),
      { body: {} },
      'undocumented: 200 for a caller',
    ],
    ['a scope not checked', draftOf('listKeys'), { body: {} }, 'undocumented: 200 for a caller who may not'],
    [
      'a valid request refused',
      draftOf('listTracks', { query: [['limit', '1']] }),
      problem(422, 'VALIDATION_FAILED', {
        errors: [{ path: 'query.limit', code: 'TOO_BIG', message: 'no' }],
      }),
      'schema_violations: refuses a valid request: query.limit TOO_BIG',
    ],
    [
      'an unknown id',
      draftOf('getTrack', { path: { id: '1900000000' } }),
      { body: {} },
      'schema_violations: 200 for an unknown id',
    ],
  ])('%s is found', (_, draft, answered, expected) => {
    expect(faultsOf(draft, answered).join('\n')).toContain(expected);
  });

  it('an invalid request that is accepted is found', () => {
    expect(faultsOf(live, { body: LIVE }, 'invalid')).toEqual([
      'schema_violations: accepts a request that is not valid',
    ]);
  });
});

describe('planted faults', () => {
  it('find their places in the sources', async () => {
    const files = await patchedFiles();
    expect(files.size).toBeGreaterThan(10);
    expect(files.get('src/worker.ts')).toContain('x-planted-fault');
  });

  it('ask operations that the document has', () => {
    const ids = new Set(api.operations.map(({ id }) => id));
    expect(PLANTS.flatMap(({ operations }) => operations.filter((id) => !ids.has(id)))).toEqual([]);
    expect(new Set(PLANTS.map(({ name }) => name)).size).toBe(PLANTS.length);
  });
});
