import { beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../../src/config.ts';
import type { KeyRow } from '../../../../src/db/queries/api-keys.ts';
import { createKeyText, KEY_COPY_MS } from '../../../../src/lib/api-key.ts';
import { AppError } from '../../../../src/lib/errors.ts';
import { sha256Hex } from '../../../../src/lib/hash.ts';
import { createRecentValues } from '../../../../src/lib/recent-values.ts';
import { identifyKey } from '../../../../src/services/access/keys/identify-key.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { createFakeContext, type FakeContext } from '../../../support/fake-context.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const ADMIN_TOKEN = 'an-admin-token-of-the-tests';
const { id, text } = createKeyText('production');
/** The database of the tests answers with `row` whatever the id is: this is a key of its id with another secret. */
const forged = createKeyText('production').text;

let clock: FakeClock;
let row: KeyRow;

beforeEach(async () => {
  clock = createFakeClock();
  row = {
    number: 1,
    id,
    name: 'test',
    secret_hash: await sha256Hex(text),
    role: 'reader',
    caller: 'first',
    requests_per_minute: 7,
    created_by: 'operator',
    created_at: new Date(clock.now()),
    expires_at: new Date(clock.now() + DAY_MS),
    last_used_at: null,
    revoked_at: null,
    replaced_by: null,
    grace_until: null,
  };
});

/** An isolate of its own over the same database, which holds `row`. */
const openIsolate = (environment = 'production'): FakeContext =>
  createFakeContext(
    ({ text: statement }) => (statement.includes('select') && row.id !== '' ? [{ ...row }] : []),
    {
      clock,
      config: readConfig({ ENVIRONMENT: environment, ADMIN_TOKEN }),
      knownKeys: createRecentValues(clock, { maxEntries: 10, ttlMs: KEY_COPY_MS }),
    },
  );

const codeOf = async ({ ctx }: FakeContext, token: string): Promise<string> => {
  try {
    return (await identifyKey(ctx, token)).id;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

describe('a bearer token', () => {
  it('that is a key is its holder, with the scopes of its role and its own limit', async () => {
    expect(await identifyKey(openIsolate().ctx, text)).toEqual({
      type: 'key',
      id,
      caller: 'first',
      role: 'reader',
      scopes: ['tracks:read', 'lyrics:read', 'exports:read', 'batches:read'],
      requestsPerMinute: 7,
    });
  });

  it('of the configuration is an admin, and asks no database', async () => {
    const isolate = openIsolate();
    expect(await identifyKey(isolate.ctx, ADMIN_TOKEN)).toMatchObject({ role: 'admin', id: 'admin-token' });
    expect(isolate.statements).toEqual([]);
  });

  it.each([
    ['with a wrong checksum', text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')],
    ['cut short', text.slice(0, -7)],
    ['of 10 KB', text.repeat(140)],
    ['in other letters', text.replace('bl_', 'ｂl_')],
    ['of no form', 'wrong'],
  ])('%s is refused without asking the database', async (_, token) => {
    const isolate = openIsolate();
    expect(await codeOf(isolate, token)).toBe('UNAUTHENTICATED');
    expect(isolate.statements).toEqual([]);
  });

  it('with the id of another key is refused, and is not told what has become of that key', async () => {
    row.revoked_at = new Date(clock.now());
    row.expires_at = new Date(clock.now() - DAY_MS);
    expect(await codeOf(openIsolate(), forged)).toBe('UNAUTHENTICATED');
    row.secret_hash = '0'.repeat(64);
    expect(await codeOf(openIsolate(), text)).toBe('UNAUTHENTICATED');
    row.secret_hash = '';
    expect(await codeOf(openIsolate(), text)).toBe('UNAUTHENTICATED');
  });

  it('of another environment is refused by name, without asking the database', async () => {
    for (const environment of ['local', 'staging']) {
      const isolate = openIsolate(environment);
      expect(await codeOf(isolate, text)).toBe('KEY_OF_OTHER_ENVIRONMENT');
      expect(isolate.statements).toEqual([]);
    }
  });

  it('is refused as expired at the moment it expires, also from a copy', async () => {
    const isolate = openIsolate();
    row.expires_at = new Date(clock.now() + 1000);
    clock.advance(999);
    expect(await codeOf(isolate, text)).toBe(id);
    clock.advance(1);
    expect(await codeOf(isolate, text)).toBe('KEY_EXPIRED');
  });

  it('works during its grace and is refused as replaced after it', async () => {
    row.replaced_by = 'another';
    row.grace_until = new Date(clock.now() + HOUR_MS);
    const isolate = openIsolate();
    expect(await codeOf(isolate, text)).toBe(id);
    clock.advance(HOUR_MS - 1);
    expect(await codeOf(isolate, text)).toBe(id);
    clock.advance(1);
    expect(await codeOf(isolate, text)).toBe('KEY_REPLACED');
  });

  it('is refused everywhere within 30 seconds of being revoked', async () => {
    const isolate = openIsolate();
    expect(await codeOf(isolate, text)).toBe(id);
    row.revoked_at = new Date(clock.now());
    expect(await codeOf(openIsolate(), text)).toBe('KEY_REVOKED');
    clock.advance(29_999);
    // What is used all the time is looked up again all the same.
    expect(await codeOf(isolate, text)).toBe(id);
    clock.advance(1);
    expect(await codeOf(isolate, text)).toBe('KEY_REVOKED');
  });
});

describe('the database', () => {
  it('is asked once in 30 seconds, and told then that the key was used', async () => {
    const isolate = openIsolate();
    for (let i = 0; i < 5; i++) await identifyKey(isolate.ctx, text);
    await isolate.background();
    expect(isolate.statements.map((one) => one.text.trim().split(' ')[0])).toEqual(['select', 'update']);
    clock.advance(KEY_COPY_MS);
    await identifyKey(isolate.ctx, text);
    expect(isolate.statements).toHaveLength(4);
  });

  it('is asked once for an id that does not exist, and not told of a use', async () => {
    row.id = '';
    const isolate = openIsolate();
    for (let i = 0; i < 3; i++) expect(await codeOf(isolate, text)).toBe('UNAUTHENTICATED');
    expect(isolate.statements).toHaveLength(1);
  });

  it('that does not answer lets nobody in', async () => {
    const { ctx } = createFakeContext(
      () => {
        throw new AppError('DATABASE_UNAVAILABLE', 'gone');
      },
      { clock, config: readConfig({ ENVIRONMENT: 'production' }), knownKeys: openIsolate().ctx.knownKeys },
    );
    await expect(identifyKey(ctx, text)).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  });

  it('that does not note a use does not fail the request', async () => {
    const { ctx, background } = createFakeContext(
      ({ text: statement }) => {
        if (statement.includes('update')) throw new Error('gone');
        return [{ ...row }];
      },
      { clock, config: readConfig({ ENVIRONMENT: 'production' }), knownKeys: openIsolate().ctx.knownKeys },
    );
    expect((await identifyKey(ctx, text)).id).toBe(id);
    expect(await background()).toEqual([{ status: 'fulfilled', value: undefined }]);
  });
});
