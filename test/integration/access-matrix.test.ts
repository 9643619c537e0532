import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../scripts/openapi/operations.ts';
import { pathOf } from '../../scripts/openapi/valid-request.ts';
import { sql } from '../../src/db/client.ts';
import { createKeyText } from '../../src/lib/api-key.ts';
import { sha256Hex } from '../../src/lib/hash.ts';
import {
  ANONYMOUS_CHOICES,
  DEFAULT_ANONYMOUS_SCOPES,
  isScope,
  ROLE_SCOPES,
  ROLES,
  type Role,
} from '../../src/lib/scopes.ts';
import { readProblem } from '../support/read-problem.ts';
import { ADMIN, openBarline, type TestBarline } from '../support/test-barline.ts';

/** All operations that are not `tracks:read`. Whoever changes the scope of one changes it here, too. */
const SCOPE_OF: Record<string, string | null> = {
  getHealth: null,
  getLiveness: null,
  getReadiness: null,
  getMetrics: 'operations:read',
  getConfigInfo: 'operations:read',
  analyzeLyrics: 'analyze:run',
  streamAnalysis: 'analyze:run',
  compareAnalyzers: 'analyze:run',
  predictQuality: 'analyze:run',
  generateLyrics: 'generate:run',
  suggestNextLines: 'generate:run',
  transferStyle: 'generate:run',
  submitBatch: 'batches:write',
  getBatchStatus: 'batches:read',
  listBatchResults: 'batches:read',
  watchBatch: 'batches:read',
  cancelBatch: 'batches:write',
  exportTracks: 'exports:read',
  exportAnalyses: 'exports:read',
  watchArtist: 'ingest:write',
  ingestTracks: 'catalogue:write',
  listDeadLetters: 'operations:read',
  listDeadLetterGroups: 'operations:read',
  replayDeadLetter: 'operations:write',
  replayDeadLetters: 'operations:write',
  resumeWork: 'operations:write',
  listKeys: 'keys:admin',
  createKey: 'keys:admin',
  rotateKey: 'keys:admin',
  revokeKey: 'keys:admin',
  listBackups: 'backups:admin',
  makeBackup: 'backups:admin',
  readTakedownCopies: 'backups:admin',
  readBackupFile: 'backups:admin',
  listWrites: 'audit:read',
  listTakedowns: 'operations:read',
  takeDown: 'takedowns:write',
  liftTakedown: 'takedowns:write',
};

/** Keys that no longer work, with the code of their refusal. */
const DEAD = {
  expired: ['KEY_EXPIRED', sql`expires_at = now() - interval '1 second'`],
  revoked: ['KEY_REVOKED', sql`revoked_at = now()`],
  'past its grace': [
    'KEY_REPLACED',
    sql`replaced_by = 'ReplacedBy01', grace_until = now() - interval '1 second'`,
  ],
} as const;

/** Let in; the request itself is then refused, because it names a parameter that no operation has. */
const LET_IN = 'VALIDATION_FAILED';

let barline: TestBarline;
let production: TestBarline;
const headersOf = new Map<string, Record<string, string>>();

async function storeKey(name: string, role: Role, change = sql`name = name`): Promise<void> {
  const { id, text } = createKeyText('local');
  await barline.sql.batch([
    sql`insert into api_keys (id, name, secret_hash, role)
      values (${id}::text, ${name}::text, ${await sha256Hex(text)}::text, ${role}::text)`,
    sql`update api_keys set ${change} where id = ${id}::text`,
  ]);
  headersOf.set(name, { authorization: `Bearer ${text}` });
}

beforeAll(async () => {
  barline = await openBarline();
  production = barline.withVars({ ENVIRONMENT: 'production' });
  await barline.sql.query(sql`
    insert into api_keys (id, name, secret_hash, role)
    values ('ReplacedBy01', 'new', '', 'reader'), ('ReplacedBy02', 'new', '', 'reader')`);
  for (const role of ROLES) await storeKey(role, role);
  for (const [name, [, change]] of Object.entries(DEAD)) await storeKey(name, 'admin', change);
  await storeKey(
    'in its grace',
    'admin',
    sql`replaced_by = 'ReplacedBy02', grace_until = now() + interval '1 hour'`,
  );
  headersOf.set('the admin token', ADMIN);
  headersOf.set('nobody', {});
}, 60_000);

const all = operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

describe.each(all)('%s', (_, operation) => {
  const { scope, method } = operation;
  const ask = async (name: string, worker = barline): Promise<string> => {
    const response = await worker.request(pathOf(operation, { no_such_field: '1' }), {
      method,
      headers: headersOf.get(name) ?? {},
    });
    return (await readProblem(operation, response)).code;
  };
  const without = (scopes: readonly string[]) =>
    scope === null || scopes.includes(scope) ? LET_IN : 'UNAUTHENTICATED';

  it('asks for the scope that was decided', () => {
    expect(scope).toBe(operation.id in SCOPE_OF ? SCOPE_OF[operation.id] : 'tracks:read');
    expect(scope === null || isScope(scope)).toBe(true);
  });

  it('lets in the roles that have it, and no other', async () => {
    for (const role of ROLES) {
      const allowed = scope === null || ROLE_SCOPES[role].some((one) => one === scope);
      expect(await ask(role), role).toBe(allowed ? LET_IN : 'FORBIDDEN');
    }
    for (const name of ['the admin token', 'in its grace']) expect(await ask(name), name).toBe(LET_IN);
  });

  it('is recorded when it writes and a key without the scope tries it', async () => {
    const writes = method !== 'GET' && /:(?:write|admin)$/.test(scope ?? '');
    await ask('reader');
    const rows = await barline.sql.query(sql`
      select distinct result from audit_log where action = ${operation.id}::text and actor like 'key:%'`);
    expect(rows).toEqual(writes ? [{ result: 'FORBIDDEN' }] : []);
  });

  it('refuses keys that are dead, each for its own reason, and keys of another environment', async () => {
    for (const [name, [code]] of Object.entries(DEAD)) expect(await ask(name), name).toBe(code);
    for (const role of ROLES) expect(await ask(role, production)).toBe('KEY_OF_OTHER_ENVIRONMENT');
  });

  it('lets in callers without a key as configured', async () => {
    expect(await ask('nobody')).toBe(without(DEFAULT_ANONYMOUS_SCOPES.local));
    expect(await ask('nobody', production)).toBe(without(DEFAULT_ANONYMOUS_SCOPES.production));
    expect(await ask('nobody', barline.withVars({ ANONYMOUS_SCOPES: 'none' }))).toBe(without([]));
    const most = barline.withVars({ ANONYMOUS_SCOPES: ANONYMOUS_CHOICES.join(',') });
    expect(await ask('nobody', most)).toBe(without(ANONYMOUS_CHOICES));
  });
});

describe('other spellings of a path', () => {
  it.each([
    '/admin/keys/',
    '//admin/keys',
    '/admin//keys',
    '/ADMIN/KEYS',
    '/%61dmin/keys',
    '/admin/keys%2F',
    '/admin/./keys',
    '/x/../admin/keys',
    '/admin/keys;a=b',
    '/admin/keys?',
  ])('%s lets nobody in', async (path) => {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE']) {
      const response = await barline.request(path, { method });
      expect([401, 404, 405, 415, 422], `${method} ${path}`).toContain(response.status);
    }
  });
});
