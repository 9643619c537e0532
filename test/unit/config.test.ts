import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import {
  describeVariable,
  type Env,
  readVariables,
  type VariableName,
  variablesSchema,
} from '../../src/env.ts';

const NAMES = Object.keys(variablesSchema.shape) as VariableName[];
const SECRET = 'hunter2-hunter2-hunter2-hunter2';
const MODEL = 'qwen/qwen3-4b-fp8';

const WHOLE: Env = {
  ENVIRONMENT: 'production',
  ADMIN_TOKEN: SECRET,
  DATABASE_URL: 'postgresql://me:pw@db.example/barline',
  UPSTASH_REDIS_REST_URL: 'https://redis.example',
  UPSTASH_REDIS_REST_TOKEN: 'token',
  EMBEDDINGS_BASE_URL: 'https://models.example/v1',
  EMBEDDINGS_API_KEY: 'key',
  LLM_BASE_URL: 'https://models.example/v1',
  LLM_API_KEY: 'key',
};

describe('environment variables', () => {
  it('each have a description', () => {
    for (const name of NAMES) expect(describeVariable(name), name).not.toBe('');
  });

  it('are all read without errors when all are set', () => {
    const config = readConfig(WHOLE);
    expect(config.faults).toEqual([]);
    expect(config.missing).toEqual([]);
    expect(config).toMatchObject({
      environment: 'production',
      publicLyrics: false,
      database: { url: WHOLE.DATABASE_URL, fetchEndpoint: null },
      llm: { model: MODEL },
      scrape: { requestsPerSecond: 1, contact: null },
    });
  });

  it('that are empty count as not set', () => {
    const empty = Object.fromEntries(NAMES.map((name) => [name, ''])) as Env;
    const config = readConfig(empty);
    expect(config).toMatchObject({
      adminToken: null,
      database: null,
      redis: null,
      llm: null,
      embeddings: null,
      spotify: null,
    });
  });

  it.each(['LYRICS_LINES_PER_SONG', 'LYRICS_LINES_PER_DAY', 'EMBEDDINGS_MAX_INPUT_TOKENS'] as const)(
    'that are numbers have their default when empty: %s',
    (name) => {
      const { variables, faults } = readVariables({ [name]: '' });
      expect(variables[name]).toBe(readVariables({}).variables[name]);
      expect(faults).toEqual([]);
    },
  );

  it.each([
    ' ',
    '0x10',
    '1e1',
    '+5',
    ' 5',
    '5 ',
    '-0',
    '.5',
    '5.',
    '٥',
    'Infinity',
    '1_0',
    'true',
    '1'.repeat(400),
  ])('that are numbers are written in decimal digits: not %j', (text) => {
    const { variables, faults } = readVariables({ LYRICS_LINES_PER_SONG: text, LLM_BURST: text });
    expect(faults.map(({ name }) => name)).toEqual(['LYRICS_LINES_PER_SONG', 'LLM_BURST']);
    expect(variables).toMatchObject({ LYRICS_LINES_PER_SONG: 8, LLM_BURST: 5 });
  });

  it.each([
    ['ADMIN_TOKEN', 'short', 'must have at least 16 characters'],
    ['DATABASE_URL', 'mysql://db.example/barline', 'must be an address that begins with postgresql://'],
    ['LLM_BASE_URL', 'models.example', 'must be a whole address, such as https://example.com'],
    ['LLM_BURST', '0', 'must be at least 1'],
    ['LOG_LEVEL', 'loud', 'must be debug, info, warn or error'],
  ])('that are wrong are explained in words: %s=%s', (name, value, message) => {
    expect(readVariables({ [name]: value }).faults).toEqual([{ name, message }]);
  });

  it('that are needed and missing are named', () => {
    expect(readConfig({}).missing).toEqual([
      'DATABASE_URL',
      'UPSTASH_REDIS_REST_URL',
      'UPSTASH_REDIS_REST_TOKEN',
      'EMBEDDINGS_BASE_URL',
      'EMBEDDINGS_API_KEY',
      'ADMIN_TOKEN',
    ]);
  });

  it('of a feature are valid only together', () => {
    for (const name of ['UPSTASH_REDIS_REST_TOKEN', 'LLM_API_KEY', 'EMBEDDINGS_API_KEY'] as const) {
      const { [name]: _, ...rest } = WHOLE;
      const config = readConfig(rest);
      expect([config.redis, config.llm, config.embeddings]).toContain(null);
    }
  });

  it.each([
    ['ADMIN_TOKEN', 'too-short'],
    ['ADMIN_TOKEN', 'hunter2-hunter2-hunter'],
    ['DATABASE_URL', 'mysql://me:pw@db/x'],
    ['DATABASE_URL', 'not a url'],
    ['UPSTASH_REDIS_REST_URL', 'redis://127.0.0.1:6379'],
    ['LLM_BASE_URL', 'javascript:alert(1)'],
    ['ENVIRONMENT', 'prod'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_LYRICS', 'maybe'],
    ['CORS_ALLOWED_ORIGINS', 'example.org'],
    ['CORS_ALLOWED_ORIGINS', 'https://example.org/'],
    ['CORS_ALLOWED_ORIGINS', 'https://*.example.org'],
    ['CORS_ALLOWED_ORIGINS', 'https://a.example,,https://b.example'],
    ['SCRAPE_REQUESTS_PER_SECOND', '0'],
    ['SCRAPE_REQUESTS_PER_SECOND', 'fast'],
  ] as const)('%s=%j is invalid', (name, value) => {
    const config = readConfig({ ...WHOLE, [name]: value });
    expect(config.faults.map((fault) => fault.name)).toEqual([name]);
  });

  it('never throw and never show a value for any content', () => {
    const value = fc
      .oneof(fc.string(), fc.webUrl(), fc.constant(`postgres://u:${SECRET}@h/d`))
      .map((text) => `${SECRET}${text}`);
    const env = fc.record(Object.fromEntries(NAMES.map((name) => [name, value])), { requiredKeys: [] });
    fc.assert(
      fc.property(env, (raw) => {
        const { faults } = readVariables(raw as Env);
        expect(JSON.stringify(faults)).not.toContain(SECRET);
        expect(NAMES).toEqual(expect.arrayContaining(faults.map((fault) => fault.name)));
      }),
    );
  }, 60_000);

  it('other than strings are invalid and do not throw', () => {
    const raw = { LOG_LEVEL: 3, DATABASE_URL: {}, ADMIN_TOKEN: ['x'] } as unknown as Env;
    expect(
      readVariables(raw)
        .faults.map((fault) => fault.name)
        .sort(),
    ).toEqual(['ADMIN_TOKEN', 'DATABASE_URL', 'LOG_LEVEL']);
  });
});

describe('the configuration', () => {
  it('of equal values is parsed once, whatever object brings them, and is frozen', () => {
    const config = readConfig({ ...WHOLE });
    expect(readConfig({ ...WHOLE })).toBe(config);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('of two environments in one isolate is never mixed', () => {
    const other = { ...WHOLE, PUBLIC_LYRICS: 'true', LLM_MODEL: 'other/model' };
    for (let turn = 0; turn < 3; turn++) {
      expect(readConfig({ ...WHOLE })).toMatchObject({ publicLyrics: false, llm: { model: MODEL } });
      expect(readConfig({ ...other })).toMatchObject({ publicLyrics: true, llm: { model: 'other/model' } });
    }
    expect(readConfig({ ...other })).toBe(readConfig({ ...other }));
  });

  it('of an object whose values change is parsed again', () => {
    const env = { ...WHOLE };
    expect(readConfig(env).adminToken).toBe(SECRET);
    env.ADMIN_TOKEN = `${SECRET}-rotated`;
    expect(readConfig(env).adminToken).toBe(`${SECRET}-rotated`);
    delete env.ADMIN_TOKEN;
    expect(readConfig(env).adminToken).toBeNull();
  });

  it('is kept for a bounded number of environments', () => {
    const first = readConfig({ ...WHOLE });
    for (let n = 0; n < 20; n++) readConfig({ ...WHOLE, CONTACT: `contact-${n}@example.org` });
    expect(readConfig({ ...WHOLE })).not.toBe(first);
    expect(JSON.stringify(readConfig({ ...WHOLE }))).toBe(JSON.stringify(first));
  });

  it.each([
    ['true', true],
    ['1', true],
    ['yes', true],
    ['false', false],
    ['0', false],
  ])('reads PUBLIC_LYRICS=%s as %s', (text, expected) => {
    expect(readConfig({ ...WHOLE, PUBLIC_LYRICS: text }).publicLyrics).toBe(expected);
  });
});

describe('read replicas', () => {
  const EAST = 'postgresql://me:pw@ep-a-1.us-east-1.aws.neon.tech/barline';
  const WEST = 'us-west-2=postgresql://reader:s3cret-of-west@ep-b-2.us-west-2.aws.neon.tech/barline';
  const read = (env: Env) => {
    const { database, faults } = readConfig({ ...WHOLE, DATABASE_URL: EAST, ...env });
    return {
      region: database?.region,
      replicas: database?.replicas.length,
      faults: faults.map(({ name }) => name),
    };
  };

  it('have regions; that of the primary is told by the host of Neon, or set', () => {
    expect(read({ DATABASE_READ_URLS: WEST })).toEqual({ region: 'us-east-1', replicas: 1, faults: [] });
    expect(read({ DATABASE_READ_URLS: WEST, DATABASE_REGION: 'us-east-2' })).toMatchObject({
      region: 'us-east-2',
    });
    const elsewhere = { DATABASE_URL: 'postgresql://me:pw@db.example/barline', DATABASE_READ_URLS: WEST };
    expect(read(elsewhere)).toEqual({ region: null, replicas: 0, faults: ['DATABASE_REGION'] });
  });

  it.each([
    'postgresql://me:pw@db.example/b',
    'atlantis-1=postgresql://me:pw@db.example/b',
    'toString=postgresql://me:pw@db.example/b',
    'us-west-2=https://db.example/b',
    'us-west-2=',
    `${WEST} ${WEST}`,
  ])('that cannot be used are named, and none is read: %s', (DATABASE_READ_URLS) => {
    expect(read({ DATABASE_READ_URLS })).toEqual({
      region: 'us-east-1',
      replicas: 0,
      faults: ['DATABASE_READ_URLS'],
    });
  });

  it('are told by region and host, and their passwords are taken out of every text', () => {
    const { variables, redact } = readConfig({ ...WHOLE, DATABASE_URL: EAST, DATABASE_READ_URLS: WEST });
    const told = variables.find(({ name }) => name === 'DATABASE_READ_URLS');
    expect(told?.value).toEqual(['us-west-2 ep-b-2.us-west-2.aws.neon.tech']);
    expect(redact('login of reader failed: s3cret-of-west')).not.toMatch(/s3cret/);
  });
});

describe('a price of a chat model', () => {
  it.each(['toString', 'constructor', '__proto__'])('is not found for a model named %s', (LLM_MODEL) => {
    const env = { ...WHOLE, LLM_MODEL, LLM_DAILY_BUDGET_USD: '5', LLM_PRICES: '{}' };
    expect(readConfig(env).faults.map(({ name }) => name)).toEqual(['LLM_DAILY_BUDGET_USD']);
  });
});
