import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse as parseToml } from 'smol-toml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resembled } from '../../../scripts/gather-variables.ts';
import { startDemoSites } from '../../../scripts/local/demo-sites.ts';
import { startHttpServer } from '../../../scripts/local/http-server.ts';
import { startChatSimulator } from '../../../scripts/local/openai/chat-simulator.ts';
import { type LocalRedis, startRedis } from '../../../scripts/local/redis/server.ts';
import { readConfig } from '../../../src/config.ts';
import { type Env, variablesSchema } from '../../../src/env.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SECRET = 'hunter2-hunter2-hunter2';
const NAMES = Object.keys(variablesSchema.shape);

interface Report {
  environment: string;
  variables: { name: string; source: string; fault: string | null; description: string }[];
  missing: string[];
  probes: { name: string; status: string; detail: string }[];
}

/** Runs `barline config check` with these variables alone, by the rules of this machine unless `--env` is given. */
function check(args: readonly string[], vars: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'scripts/barline.ts'), 'config', 'check', ...args], {
    cwd: ROOT,
    env: { PATH, ENVIRONMENT: 'local', ...vars },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }));
  });
}

const NEEDED = {
  ADMIN_TOKEN: SECRET,
  DATABASE_URL: `postgresql://me:${SECRET}@db.example/barline`,
  UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:1',
  UPSTASH_REDIS_REST_TOKEN: SECRET,
  EMBEDDINGS_BASE_URL: 'http://127.0.0.1:1',
  EMBEDDINGS_API_KEY: SECRET,
};

// Variables in a developer's .dev.vars would fill those that the test leaves out.
const hasOwnVars = existsSync(join(ROOT, '.dev.vars'));

describe('config check', () => {
  let redis: LocalRedis;
  let chat: Awaited<ReturnType<typeof startChatSimulator>>;
  beforeAll(async () => {
    redis = await startRedis({ choice: 'mock' });
    chat = await startChatSimulator();
  });
  afterAll(() => Promise.all([redis.close(), chat.close()]));

  it.skipIf(hasOwnVars)('lists every variable and names the missing ones', async () => {
    const { code, output } = await check(['--json']);
    const report = JSON.parse(output) as Report;
    expect(code).toBe(1);
    expect(report.variables.map(({ name }) => name)).toEqual(NAMES);
    expect(report.missing.sort()).toEqual(Object.keys(NEEDED).sort());
    expect(report.probes).toEqual([]);
  });

  it('succeeds when every required variable is set, and shows no value', async () => {
    const { code, output } = await check([], NEEDED);
    expect(code).toBe(0);
    expect(output).toContain('Everything that is needed is set.');
    expect(output).not.toContain('hunter2');
    for (const name of NAMES) expect(output).toContain(name);
  });

  it('names invalid variables and shows no value', async () => {
    const { code, output } = await check(['--json'], {
      ...NEEDED,
      DATABASE_URL: `mysql://${SECRET}`,
      LOG_LEVEL: SECRET,
    });
    const report = JSON.parse(output) as Report;
    expect(code).toBe(1);
    const faulty = report.variables.filter(({ fault }) => fault !== null).map(({ name }) => name);
    expect(faulty).toEqual(['LOG_LEVEL', 'DATABASE_URL']);
    expect(output).not.toContain('hunter2');
  });

  it('does not report an invalid variable as missing', async () => {
    const { code, output } = await check([], { ...NEEDED, DATABASE_URL: `mysql://${SECRET}` });
    expect(code).toBe(1);
    expect(output).toContain('Wrong: DATABASE_URL');
    expect(output).not.toMatch(/missing/i);
    expect(output).not.toContain('Everything that is needed is set.');
  });

  it.skipIf(hasOwnVars)('names the missing one of two variables that belong together', async () => {
    const { UPSTASH_REDIS_REST_TOKEN: _, ...rest } = NEEDED;
    const { output } = await check(['--json'], rest);
    expect((JSON.parse(output) as Report).missing).toEqual(['UPSTASH_REDIS_REST_TOKEN']);
  });

  it.skipIf(hasOwnVars)('names a misspelled variable and suggests the correct name', async () => {
    const { DATABASE_URL: url, ...rest } = NEEDED;
    const { code, output } = await check([], { ...rest, DATABASE_ULR: url, HOSTNAME: 'here', PGPORT: '1' });
    expect(code).toBe(1);
    expect(output).toContain('DATABASE_ULR (environment). Nothing reads it; did you mean DATABASE_URL?');
    expect(output.match(/did you mean/g)).toHaveLength(1);
  });

  it('reads the variables of an environment of wrangler.toml and rejects an unknown environment', async () => {
    const { output } = await check(['--env', 'production', '--json'], NEEDED);
    const report = JSON.parse(output) as Report;
    expect(report.environment).toBe('production');
    expect(report.variables.find(({ name }) => name === 'ENVIRONMENT')?.source).toBe('wrangler.toml');
    const unknown = await check(['--env', 'moon'], NEEDED);
    expect(unknown.code).toBe(1);
    expect(unknown.output).toContain('staging, production');
  });

  it.each(['staging', 'production'])('shows what %s refuses, by name and without its value', async (name) => {
    const { code, output } = await check(['--env', name, '--json'], {
      ...NEEDED,
      ADMIN_TOKEN: 'hunter2-hunter2-hun',
      LLM_BASE_URL: 'http://hunter2.example/v1',
      DATABASE_URL: `postgresql://me:${SECRET}@db.example/barline?sslmode=disable`,
    });
    const report = JSON.parse(output) as Report;
    const faulty = report.variables.filter(({ fault }) => fault !== null).map((variable) => variable.name);
    expect(code).toBe(1);
    expect(faulty).toEqual([
      'ADMIN_TOKEN',
      'DATABASE_URL',
      'UPSTASH_REDIS_REST_URL',
      'LLM_BASE_URL',
      'EMBEDDINGS_BASE_URL',
    ]);
    expect(report.missing).toEqual([]);
    expect(output).not.toContain('hunter2');
  });

  it('shows no secret that an upstream repeats', async () => {
    const echo = await startHttpServer({ name: 'echo' }, (request, response) => {
      const message = JSON.stringify(request.headers);
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: message, message }));
    });
    const { output } = await check(['--live', '--json'], {
      ...NEEDED,
      DATABASE_FETCH_ENDPOINT: echo.url,
      UPSTASH_REDIS_REST_URL: echo.url,
      EMBEDDINGS_BASE_URL: echo.url,
      LLM_BASE_URL: echo.url,
      LLM_API_KEY: SECRET,
    });
    await echo.close();
    expect((JSON.parse(output) as Report).probes.filter(({ status }) => status === 'error')).toHaveLength(4);
    expect(output).not.toContain('hunter2');
  });

  it('sends one request to each upstream with --live and reports which answer', async () => {
    const { code, output } = await check(['--live', '--json'], {
      ...NEEDED,
      DATABASE_FETCH_ENDPOINT: 'http://127.0.0.1:1/sql',
      UPSTASH_REDIS_REST_URL: redis.restUrl,
      UPSTASH_REDIS_REST_TOKEN: redis.restToken,
      LLM_BASE_URL: chat.baseUrl,
      LLM_API_KEY: SECRET,
      LLM_MODEL: chat.model,
      LLM_FALLBACK_MODEL: chat.model,
      LLM_FALLBACK_API_KEY: chat.apiKey,
    });
    const report = JSON.parse(output) as Report;
    expect(code).toBe(1);
    const statuses = Object.fromEntries(report.probes.map(({ name, status }) => [name, status]));
    expect(statuses).toMatchObject({ redis: 'ok', database: 'error', embeddings: 'error', spotify: 'off' });
    // That server lists its models to anyone, and the key was revoked.
    expect(statuses).toMatchObject({ model: 'error', model_fallback: 'ok' });
    expect(output).not.toContain('hunter2');
    const { output: told } = await check(['--live'], {
      ...NEEDED,
      DATABASE_FETCH_ENDPOINT: 'http://127.0.0.1:1/sql',
    });
    expect(told).toContain('Failed: database, redis, embeddings');
    expect(told).not.toContain('Everything that is needed is set');
  });

  it.each([
    ['DATABASE_ULR', 'DATABASE_URL'],
    ['database_url', 'DATABASE_URL'],
    ['LLM_APIKEY', 'LLM_API_KEY'],
    ['CONTCAT', 'CONTACT'],
    ['DATABASE_URL', null],
    ['REDIS_URL', null],
    ['HOSTNAME', null],
    ['PATH', null],
  ])('recognises %s as a misspelling of %s', (name, like) => {
    expect(resembled(name)).toBe(like);
  });
});

describe('configuration files', () => {
  const toml = parseToml(readFileSync(join(ROOT, 'wrangler.toml'), 'utf8')) as Record<string, unknown>;
  const environments = toml.env as Record<string, Record<string, unknown>>;

  it('.dev.vars.example contains only existing variables', () => {
    const example = parseEnv(readFileSync(join(ROOT, '.dev.vars.example'), 'utf8'));
    expect(NAMES).toEqual(expect.arrayContaining(Object.keys(example)));
  });

  it.each(['staging', 'production'])(
    '%s defines everything that is not inherited: queues, buckets, crons, rate limits',
    (name) => {
      const environment = environments[name] ?? {};
      const bindings = (config: Record<string, unknown>) => ({
        producers: (config.queues as { producers: { binding: string }[] }).producers.map(
          ({ binding }) => binding,
        ),
        consumers: (config.queues as { consumers: unknown[] }).consumers.length,
        buckets: (config.r2_buckets as { binding: string }[]).map(({ binding }) => binding),
        crons: (config.triggers as { crons: string[] }).crons,
        version: config.version_metadata,
        limits: ((config.ratelimits ?? []) as { name: string; simple: object }[]).map(({ name, simple }) => ({
          name,
          simple,
        })),
      });
      expect(bindings(environment)).toEqual(bindings(toml));
      expect((environment.vars as { ENVIRONMENT: string }).ENVIRONMENT).toBe(name);
    },
  );

  it('what is deployed without naming an environment is held to the rules of production', () => {
    expect(readConfig(toml.vars as Env)).toMatchObject({
      environment: 'production',
      anonymousScopes: ['tracks:read'],
    });
  });

  it('.dev.vars.example is for this machine alone', () => {
    const example = parseEnv(readFileSync(join(ROOT, '.dev.vars.example'), 'utf8')) as Env;
    expect(readConfig(example).environment).toBe('local');
    const { faults } = readConfig({ ...example, ENVIRONMENT: 'production' });
    expect(faults.map(({ name }) => name)).toEqual(['ADMIN_TOKEN', 'DATABASE_URL']);
  });

  it('a deployed Worker refuses every secret of the local stack', async () => {
    const [redis, chat, sites] = await Promise.all([
      startRedis({ choice: 'mock' }),
      startChatSimulator(),
      startDemoSites(),
    ]);
    await Promise.all([redis.close(), chat.close(), sites.close()]);
    const vars: Env = {
      ...sites.vars,
      UPSTASH_REDIS_REST_URL: redis.restUrl,
      UPSTASH_REDIS_REST_TOKEN: redis.restToken,
      LLM_BASE_URL: chat.baseUrl,
      LLM_API_KEY: chat.apiKey,
    };
    const { faults, ...config } = readConfig({ ...vars, ENVIRONMENT: 'production' });
    expect(faults.map(({ name }) => name).sort()).toEqual(Object.keys(vars).sort());
    expect(config).toMatchObject({ redis: null, llm: null, spotify: null, genius: { token: null } });
  });

  it('every environment has the same invocation limits', () => {
    // `limits` is inherited: an environment that named its own would have to repeat both.
    for (const config of [toml, ...Object.values(environments)]) {
      expect(config.limits ?? toml.limits).toEqual({ cpu_ms: 30_000, subrequests: 5000 });
    }
  });

  it('no two environments share a queue or a bucket, and every queue has a consumer', () => {
    const all = [toml, ...Object.values(environments)].map((config) => {
      const queues = config.queues as {
        producers: { queue: string }[];
        consumers: { queue: string; dead_letter_queue?: string }[];
      };
      const consumed = queues.consumers.map(({ queue }) => queue);
      for (const { queue } of queues.producers) expect(consumed).toContain(queue);
      for (const { dead_letter_queue: dead } of queues.consumers)
        if (dead !== undefined) expect(consumed).toContain(dead);
      return [
        ...consumed,
        ...(config.r2_buckets as { bucket_name: string }[]).map((bucket) => bucket.bucket_name),
      ];
    });
    expect(new Set(all.flat()).size).toBe(all.flat().length);
  });
});
