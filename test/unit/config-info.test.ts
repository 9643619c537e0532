import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type Env, VARIABLE_NAMES, type VariableName } from '../../src/env.ts';
import { AppError } from '../../src/lib/errors.ts';
import { adminTokenActor } from '../../src/lib/rbac.ts';
import { getConfigInfo } from '../../src/services/health/get-config-info.ts';

const CANARY = 'hunter2-hunter2-hunter2-hunter2';
const SECRET_NAME = /_(?:KEY|TOKEN|SECRET|ID)$/;

const infoOf = (env: Env) =>
  getConfigInfo({ config: readConfig(env), actor: adminTokenActor, engineVersion: 'engine-test' });

const variableOf = (env: Env, name: VariableName) =>
  infoOf(env).variables.find((variable) => variable.name === name);

/** A value that holds the canary wherever the variable lets it, and an address that holds it in all parts but the host. */
function withCanary(name: VariableName): string {
  if (name === 'DATABASE_URL')
    return `postgresql://${CANARY}:${CANARY}@db.example:5433/${CANARY}?x=${CANARY}`;
  if (name === 'DATABASE_READ_URLS')
    return `us-west-2=postgresql://${CANARY}:${CANARY}@db.example:5434/${CANARY}?x=${CANARY}`;
  if (/_(?:URL|ENDPOINT)$/.test(name))
    return `https://${CANARY}:${CANARY}@host.example/${CANARY}?k=${CANARY}#${CANARY}`;
  return CANARY;
}

describe('what is told of the configuration', () => {
  it('names every variable in the order of the table', () => {
    expect(infoOf({}).variables.map(({ name }) => name)).toEqual(VARIABLE_NAMES);
  });

  it('holds no secret, and of an address the host alone', () => {
    const shownText = new Set<VariableName>(
      infoOf({})
        .variables.filter(({ shown }) => shown === 'value')
        .map(({ name }) => name),
    );
    const env = Object.fromEntries(
      VARIABLE_NAMES.filter((name) => !shownText.has(name)).map((name) => [name, withCanary(name)]),
    );
    const info = infoOf(env);
    expect(JSON.stringify(info)).not.toContain('hunter2');
    expect(info.variables.filter(({ name }) => name in env).every((variable) => variable.is_set)).toBe(true);
    const hosts = info.variables.flatMap(({ shown, value }) => (shown === 'host' ? [value].flat() : []));
    expect(new Set(hosts)).toEqual(new Set(['db.example:5433', 'us-west-2 db.example:5434', 'host.example']));
  });

  it('shows nothing of a variable whose name says that it is a secret', () => {
    const secrets = infoOf({}).variables.filter(({ name }) => SECRET_NAME.test(name));
    expect(secrets.length).toBeGreaterThan(8);
    for (const { shown, value } of secrets)
      expect({ shown, value }).toEqual({ shown: 'presence', value: null });
  });

  it('shows a value that cannot be used as a fault, with the default that holds in its place', () => {
    expect(variableOf({ LLM_BURST: CANARY }, 'LLM_BURST')).toMatchObject({
      is_set: true,
      fault: 'must be a number in decimal digits',
      value: 5,
    });
  });

  it('shows values as they were read', () => {
    const prices = { model: { prompt: 0.03, completion: 0.05 } };
    expect(variableOf({ LLM_PRICES: JSON.stringify(prices) }, 'LLM_PRICES')?.value).toEqual(prices);
    expect(variableOf({ PUBLIC_LYRICS: 'yes' }, 'PUBLIC_LYRICS')?.value).toBe(true);
    expect(variableOf({ ANONYMOUS_SCOPES: 'none' }, 'ANONYMOUS_SCOPES')?.value).toEqual([]);
  });

  it('says which parts are configured', () => {
    const { parts, missing, anonymous_scopes } = infoOf({ ADMIN_TOKEN: CANARY });
    expect(parts).toMatchObject({ admin_token: true, database: false, model: false, genius: false });
    expect(missing).toContain('DATABASE_URL');
    expect(anonymous_scopes).toEqual(['tracks:read']);
  });

  it('needs the scope operations:read', () => {
    const ask = () =>
      getConfigInfo({
        config: readConfig({}),
        actor: { type: 'anonymous', address: '192.0.2.1', scopes: ['tracks:read'] },
        engineVersion: 'engine-test',
      });
    expect(ask).toThrow(AppError);
  });
});
