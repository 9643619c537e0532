import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from '@upstash/redis';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PortBusyError } from '../../../scripts/local/http-server.ts';
import { type LocalStack, startLocalStack } from '../../../scripts/local/stack.ts';
import { readRunningStack, StackOwnedError } from '../../../scripts/local/stack-file.ts';
import { connectTo } from '../../support/neon-client.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-stack-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const query = (stack: LocalStack) => {
  const { DATABASE_URL: databaseUrl = '', DATABASE_FETCH_ENDPOINT: fetchEndpoint = '' } = stack.vars;
  return connectTo({ databaseUrl, fetchEndpoint, migrationUrl: '', close: async () => undefined });
};

describe('the local stack', () => {
  it('starts every part, reports its addresses, and keeps the data for the next run', async () => {
    const stack = await startLocalStack({
      dataDir: folder,
      redis: 'mock',
      embeddingThreads: 1,
      chat: true,
      env: {},
    });
    await query(stack)`create table kept as select 'still here' as line`;
    const redis = new Redis({
      url: stack.vars.UPSTASH_REDIS_REST_URL ?? '',
      token: stack.vars.UPSTASH_REDIS_REST_TOKEN ?? '',
    });
    expect(await redis.ping()).toBe('PONG');
    for (const name of ['EMBEDDINGS', 'LLM']) {
      const baseURL = stack.vars[`${name}_BASE_URL`];
      const models = await new OpenAI({ baseURL, apiKey: stack.vars[`${name}_API_KEY`] ?? '' }).models.list();
      expect(models.data.map(({ id }) => id)).toEqual([stack.vars[`${name}_MODEL`]]);
    }
    const running = await readRunningStack(folder);
    expect(running).toMatchObject({ pid: process.pid, vars: stack.vars, migrationUrl: stack.migrationUrl });
    await stack.stop();
    expect(await readRunningStack(folder)).toBeNull();

    const next = await startLocalStack({ dataDir: folder, redis: 'mock', embeddings: false, env: {} });
    expect(await query(next)`select * from kept`).toEqual([{ line: 'still here' }]);
    expect(next.vars).not.toHaveProperty('LLM_BASE_URL');
    expect(next.vars).not.toHaveProperty('EMBEDDINGS_BASE_URL');
    const fresh = { dataDir: folder, redis: 'mock', embeddings: false, fresh: true, env: {} } as const;
    await expect(startLocalStack(fresh)).rejects.toThrow(StackOwnedError);
    expect(await query(next)`select count(*)::int as n from kept`).toEqual([{ n: 1 }]);
    await next.stop();

    const forgetful = await startLocalStack(fresh);
    expect(await query(forgetful)`select to_regclass('kept') as name`).toEqual([{ name: null }]);
    await forgetful.stop();
  }, 180_000);

  it('locks its folder while it runs, and stops parts added to it', async () => {
    const stack = await startLocalStack({ dataDir: folder, redis: 'mock', embeddings: false, env: {} });
    await expect(startLocalStack({ dataDir: folder, env: {} })).rejects.toThrow(StackOwnedError);
    let stopped = 0;
    const close = async () => {
      stopped += 1;
    };
    await stack.add({
      vars: { GENIUS_API_URL: 'http://127.0.0.1:9' },
      addresses: { genius: 'http://127.0.0.1:9' },
      close,
    });
    expect((await readRunningStack(folder))?.vars.GENIUS_API_URL).toBe('http://127.0.0.1:9');
    await Promise.all([stack.stop(), stack.stop()]);
    expect(stopped).toBe(1);
    expect((await readdir(folder)).filter((name) => name.startsWith('stack.'))).toEqual(['stack.lock']);
  }, 180_000);

  it('names a busy port, and releases the folder', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    for (const part of ['postgres', 'postgresWire', 'redis', 'embeddings', 'chat']) {
      const options = {
        dataDir: folder,
        redis: 'mock' as const,
        chat: true,
        ports: { [part]: port },
        env: {},
      };
      const error = await startLocalStack(options).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(PortBusyError);
      expect((error as Error).message).toMatch(`Port ${port} for`);
    }
    await new Promise((resolve) => taken.close(resolve));
    const stack = await startLocalStack({
      dataDir: folder,
      ports: { redis: port },
      redis: 'mock',
      embeddings: false,
      env: {},
    });
    expect(stack.vars.UPSTASH_REDIS_REST_URL).toBe(`http://127.0.0.1:${port}`);
    await stack.stop();
  }, 180_000);
});

describe('services configured by the user', () => {
  const env = {
    DATABASE_URL: 'postgresql://me:secret@ep-song-pooler.eu.aws.neon.tech/lyrics',
    UPSTASH_REDIS_REST_URL: 'https://mine.upstash.io',
    UPSTASH_REDIS_REST_TOKEN: 'secret-token',
    EMBEDDINGS_BASE_URL: 'https://models.example/v1',
    EMBEDDINGS_API_KEY: 'secret-key',
    EMBEDDINGS_MODEL: 'qwen3-embedding',
    LLM_BASE_URL: 'https://models.example/v1',
    LLM_API_KEY: 'secret-key',
    LLM_MODEL: 'qwen3',
  };

  it('take precedence over those of the stack, and are not written to disk', async () => {
    const own = await mkdtemp(join(tmpdir(), 'barline-stack-test-'));
    const stack = await startLocalStack({ dataDir: own, env: { ...env, UNRELATED: 'x' } });
    expect(stack.vars).toEqual(env);
    expect(stack.addresses).toEqual({});
    expect([stack.redis, stack.chat]).toEqual(['upstash', null]);
    expect(stack.migrationUrl).toBe('postgresql://me:secret@ep-song.eu.aws.neon.tech/lyrics');
    expect(await readFile(join(own, 'stack.json'), 'utf8')).not.toContain('secret');
    await stack.stop();
    await rm(own, { recursive: true });
  });

  it('include any other Postgres, served by the same protocol and hidden from the Worker', async () => {
    const base = await startLocalStack({ memory: true, redis: 'mock', embeddings: false, env: {} });
    const DATABASE_URL = base.migrationUrl.replace('postgres@', 'postgres:secret@');
    const options = { memory: true, redis: 'mock', embeddings: false } as const;
    const stack = await startLocalStack({ ...options, env: { DATABASE_URL, DATABASE_POOL_SIZE: '1' } });
    expect(await query(stack)`select 1 as one`).toEqual([{ one: 1 }]);
    expect(JSON.stringify(stack.vars)).not.toContain('secret');
    expect(stack.migrationUrl).toBe(DATABASE_URL);
    await stack.stop();
    await base.stop();
    const bad = startLocalStack({ ...options, env: { DATABASE_URL, DATABASE_POOL_SIZE: 'many' } });
    await expect(bad).rejects.toThrow(/DATABASE_POOL_SIZE/);
  }, 180_000);
});
