import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import type { Actor } from '../../../src/context.ts';
import { AppError } from '../../../src/lib/errors.ts';
import { hasScope, keyActor, requireScope } from '../../../src/lib/rbac.ts';
import { ANONYMOUS_CHOICES, ROLE_SCOPES, ROLES, SCOPE_NAMES, type Scope } from '../../../src/lib/scopes.ts';

const keyOf = (role: (typeof ROLES)[number]): Actor =>
  keyActor({ id: 'k', caller: 'k', role, requestsPerMinute: null });
const stranger = (scopes: readonly Scope[]): Actor => ({ type: 'anonymous', address: 'local', scopes });
const codeOf = (actor: Actor, scope: Scope): string | null => {
  try {
    requireScope(actor, scope);
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

describe('roles', () => {
  it('grow: each has the scopes of the one before and more', () => {
    for (const [i, role] of ROLES.entries()) {
      const before = ROLES[i - 1];
      const earlier = before === undefined ? [] : ROLE_SCOPES[before];
      expect(ROLE_SCOPES[role]).toEqual(expect.arrayContaining([...earlier]));
      expect(ROLE_SCOPES[role].length).toBeGreaterThan(earlier.length);
    }
    expect(ROLE_SCOPES.admin).toEqual(SCOPE_NAMES);
  });

  it('other than admin may neither manage keys nor read the audit log or backups', () => {
    for (const role of ['reader', 'analyst', 'operator'] as const)
      for (const scope of ['keys:admin', 'audit:read', 'backups:admin'] as const)
        expect(codeOf(keyOf(role), scope)).toBe('FORBIDDEN');
    expect(codeOf(keyOf('admin'), 'keys:admin')).toBeNull();
  });

  it('reader and analyst have no scope that changes the catalogue or the operation', () => {
    const writing = ROLE_SCOPES.analyst.filter((scope) => /:(?:write|admin)$/.test(scope));
    expect(writing).toEqual(['batches:write']);
  });
});

describe('a caller without a key', () => {
  it('has the scopes of the configuration and is asked for a key otherwise', () => {
    const actor = stranger(['tracks:read']);
    expect(hasScope(actor, 'tracks:read')).toBe(true);
    for (const scope of SCOPE_NAMES.filter((name) => name !== 'tracks:read'))
      expect(codeOf(actor, scope)).toBe('UNAUTHENTICATED');
  });

  it.each([
    [{}, ['tracks:read']],
    [{ ENVIRONMENT: 'local' }, ANONYMOUS_CHOICES],
    [{ ENVIRONMENT: 'staging' }, ['tracks:read']],
    [{ ENVIRONMENT: 'production' }, ['tracks:read']],
    [{ ENVIRONMENT: 'production', ANONYMOUS_SCOPES: '' }, ['tracks:read']],
    [{ ANONYMOUS_SCOPES: 'none' }, []],
    [{ ANONYMOUS_SCOPES: 'tracks:read, analyze:run' }, ['tracks:read', 'analyze:run']],
  ])('may by %j do %j', (env, scopes) => {
    const config = readConfig(env);
    expect(config.faults).toEqual([]);
    expect(config.anonymousScopes).toEqual(scopes);
  });

  it.each(['keys:admin', 'lyrics:read', 'tracks:write', 'tracks:read;analyze:run', 'TRACKS:READ', ',', '*'])(
    'may do nothing if the list is %j, and the fault is named',
    (list) => {
      const config = readConfig({ ANONYMOUS_SCOPES: list });
      expect(config.faults.map(({ name }) => name)).toEqual(['ANONYMOUS_SCOPES']);
      expect(config.anonymousScopes).toEqual([]);
    },
  );
});

it('our own jobs and the command line may do everything', () => {
  for (const scope of SCOPE_NAMES) {
    expect(codeOf({ type: 'system', job: 'test' }, scope)).toBeNull();
    expect(codeOf({ type: 'operator' }, scope)).toBeNull();
  }
});
