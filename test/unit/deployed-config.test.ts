import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type Env, VARIABLE_NAMES, type VariableName } from '../../src/env.ts';
import { ANONYMOUS_CHOICES } from '../../src/lib/scopes.ts';

const WHOLE: Env = {
  ADMIN_TOKEN: 'c2VjcmV0LW9mLXRoZS10ZXN0cw==',
  DATABASE_URL: 'postgresql://me:pw@db.example/barline?sslmode=require',
  DATABASE_FETCH_ENDPOINT: 'https://api.db.example/sql',
  UPSTASH_REDIS_REST_URL: 'https://redis.example',
  UPSTASH_REDIS_REST_TOKEN: 'token',
  EMBEDDINGS_BASE_URL: 'https://models.example/v1',
  EMBEDDINGS_API_KEY: 'key',
  EMBEDDINGS_NEXT_MODEL: 'next',
  EMBEDDINGS_NEXT_BASE_URL: 'https://next.example/v1',
  EMBEDDINGS_NEXT_API_KEY: 'next key',
  LLM_BASE_URL: 'https://models.example/v1',
  LLM_API_KEY: 'key',
  LLM_FALLBACK_MODEL: 'other',
  LLM_FALLBACK_BASE_URL: 'https://other.example/v1',
  LLM_FALLBACK_API_KEY: 'other key',
  GENIUS_TOKEN: 'token',
  GENIUS_API_URL: 'https://genius.example',
  GENIUS_WEB_URL: 'https://genius.example',
  SPOTIFY_CLIENT_ID: 'id',
  SPOTIFY_CLIENT_SECRET: 'secret',
  SPOTIFY_API_URL: 'https://spotify.example',
  SPOTIFY_ACCOUNTS_URL: 'https://spotify.example',
  RECCOBEATS_API_URL: 'https://beats.example',
  CONTACT: 'http://example.org/contact',
};
const ADDRESSES = VARIABLE_NAMES.filter((name) => WHOLE[name]?.startsWith('https:'));
const DEPLOYED = ['staging', 'production'] as const;

const refused = (env: Env): string[] => readConfig(env).faults.map(({ name }) => name);

describe.each(DEPLOYED)('in %s', (environment) => {
  it('a configuration with TLS everywhere and secrets of its own has no faults', () => {
    expect(readConfig({ ...WHOLE, ENVIRONMENT: environment }).faults).toEqual([]);
  });

  it.each(ADDRESSES)('%s over plain HTTP is refused by name, also on this machine', (name) => {
    for (const address of ['http://redis.example', 'http://127.0.0.1:8080/v1', 'HTTP://x.example'])
      expect(refused({ ...WHOLE, ENVIRONMENT: environment, [name]: address })).toEqual([name]);
  });

  it('read replicas are held to the rules of the primary, each of them', () => {
    const whole = { ...WHOLE, ENVIRONMENT: environment, DATABASE_REGION: 'us-east-1' };
    const urls = (second: string) => `us-west-2=postgresql://me:pw@a.example/b\n eu-west-1=${second}`;
    const good = readConfig({
      ...whole,
      DATABASE_READ_URLS: urls('postgresql://me:pw@b.example/b?sslmode=require'),
    });
    expect(good.faults).toEqual([]);
    expect(good.database?.replicas.map(({ region }) => region)).toEqual(['us-west-2', 'eu-west-1']);
    for (const second of [
      'postgresql://me:pw@b.example/b?sslmode=disable',
      'postgresql://me:password@b.example/b',
    ])
      expect(refused({ ...whole, DATABASE_READ_URLS: urls(second) })).toEqual(['DATABASE_READ_URLS']);
  });

  it.each([
    ...[
      'sslmode=disable',
      'sslmode=allow',
      'sslmode=prefer',
      'sslmode=DISABLE',
      'ssl=false',
      'ssl=0',
      'ssl=off',
    ],
    ...['sslmode=require&sslmode=disable', 'sslmode=require&ssl=no'],
  ])('Postgres with %s is refused, and is not configured', (query) => {
    const DATABASE_URL = `postgresql://me:pw@db.example/barline?${query}`;
    const config = readConfig({ ...WHOLE, ENVIRONMENT: environment, DATABASE_URL });
    expect(config.faults.map(({ name }) => name)).toEqual(['DATABASE_URL']);
    expect(config.database).toBeNull();
    expect(config.missing).toEqual([]);
  });

  it.each([
    ['ADMIN_TOKEN', 'at-least-sixteen-characters'],
    ['ADMIN_TOKEN', 'bl_local_fM2kq7Jb3VdWnX0cQz81LrTy'],
    ['ADMIN_TOKEN', 'bl_test_admin_token_of_the_suite'],
    ['ADMIN_TOKEN', 'twenty-three-characters'],
    ['ADMIN_TOKEN', 'long enough but no bearer token'],
    ['DATABASE_URL', 'postgresql://barline:barline@db.example/barline'],
    ['DATABASE_URL', 'postgresql://user:password@db.example/barline'],
    ['UPSTASH_REDIS_REST_TOKEN', 'barline-local'],
    ['EMBEDDINGS_API_KEY', 'barline-local'],
    ['LLM_API_KEY', 'barline-local'],
    ['GENIUS_TOKEN', 'demo-genius-token'],
    ['SPOTIFY_CLIENT_ID', 'demo-spotify-client'],
    ['SPOTIFY_CLIENT_SECRET', 'demo-spotify-secret'],
  ] as const)('the known or short value of %s is refused: %s', (name, value) => {
    expect(refused({ ...WHOLE, ENVIRONMENT: environment, [name]: value })).toEqual([name]);
  });
});

describe('a part with a variable that cannot be used', () => {
  it.each([
    ['DATABASE_FETCH_ENDPOINT', 'database'],
    ['UPSTASH_REDIS_REST_URL', 'redis'],
    ['LLM_BASE_URL', 'llm'],
    ['EMBEDDINGS_BASE_URL', 'embeddings'],
    ['EMBEDDINGS_NEXT_BASE_URL', 'nextEmbeddings'],
    ['SPOTIFY_API_URL', 'spotify'],
    ['SPOTIFY_ACCOUNTS_URL', 'spotify'],
  ] as const)('is not configured, and no other server gets its key: %s', (name, part) => {
    for (const value of ['http://plain.example', 'no address']) {
      const config = readConfig({ ...WHOLE, [name]: value });
      expect(config[part]).toBeNull();
    }
  });

  it('leaves the others as they are', () => {
    const { llm, genius } = readConfig({
      ...WHOLE,
      LLM_FALLBACK_BASE_URL: 'http://plain.example',
      GENIUS_API_URL: 'http://plain.example',
    });
    expect(llm).toMatchObject({ apiKey: 'key', fallback: null });
    expect(genius.token).toBeNull();
  });
});

describe('the environment', () => {
  const PLAIN: Env = { UPSTASH_REDIS_REST_URL: 'http://redis.example', UPSTASH_REDIS_REST_TOKEN: 'token' };

  it.each([undefined, '', 'prod', 'LOCAL', 'development'])(
    '%j is held to the rules of production',
    (name) => {
      const config = readConfig({ ...PLAIN, ...(name === undefined ? {} : { ENVIRONMENT: name }) });
      expect(config).toMatchObject({
        environment: 'production',
        redis: null,
        anonymousScopes: ['tracks:read'],
      });
    },
  );

  it('local takes plain HTTP and is open', () => {
    const config = readConfig({ ...PLAIN, ENVIRONMENT: 'local' });
    expect(config.faults).toEqual([]);
    expect(config).toMatchObject({ redis: { url: PLAIN.UPSTASH_REDIS_REST_URL } });
    expect(config.anonymousScopes).toEqual(ANONYMOUS_CHOICES);
  });
});

it('no message repeats a part of a value', () => {
  const prices = JSON.stringify({ model: { hunter2: 1 } });
  const names: VariableName[] = ['LLM_PRICES', 'ADMIN_TOKEN', 'DATABASE_URL', 'LLM_BASE_URL'];
  const values = ['hunter2', prices, 'http://hunter2.example', 'postgresql://u:hunter2@h/d?sslmode=disable'];
  for (const name of names)
    for (const value of values)
      expect(JSON.stringify(readConfig({ [name]: value }).faults)).not.toContain('hunter2');
});
