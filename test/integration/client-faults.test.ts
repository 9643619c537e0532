import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import type { ProxyFault } from '../../scripts/local/answer-faults.ts';
import { createSql, sql } from '../../src/db/client.ts';
import { createChatModel } from '../../src/llm/chat.ts';
import { createEmbedder } from '../../src/llm/embedder.ts';
import { createByteStore } from '../../src/redis/byte-store.ts';
import { createRedis } from '../../src/redis/client.ts';
import { createHostFetcher } from '../../src/sources/host-fetcher.ts';
import { readJson } from '../../src/sources/read-json.ts';
import { type OwnPart, openBarline, startPart } from '../support/test-barline.ts';

const LONG_MS = 10_000;
/** A machine that is busy ends a request later than at its limit, but not by seconds. */
const WITHIN_MS = 3000;

/** Ended by the server or the network. */
const BREAKS: readonly ProxyFault[] = [
  { kind: 'refuse' },
  { kind: 'reset' },
  { kind: 'reset_after', bytes: 0 },
  { kind: 'reset_after', bytes: 160 },
  { kind: 'half', bytes: 0 },
  { kind: 'half', bytes: 160 },
  { kind: 'wrong_length', by: -3 },
  { kind: 'status', status: 200, body: '<html>busy</html>' },
  { kind: 'status', status: 200, body: '{}' },
];
/** Ended by our own limit, which is for the whole answer: pieces that keep coming do not renew it. */
const HANGS: readonly ProxyFault[] = [
  { kind: 'silent' },
  { kind: 'delay', ms: 60_000 },
  { kind: 'drip', bytes: 1, everyMs: 50 },
  { kind: 'wrong_length', by: 50 },
];
/** A limit that a busy machine does not reach, unless reaching it is what is tested. */
const limitOf = (fault: ProxyFault): number => (HANGS.includes(fault) ? 150 : LONG_MS);
const named = (faults: readonly ProxyFault[]) =>
  faults.map((fault) => [JSON.stringify(fault), fault] as const);

let proxy: OwnPart;
afterEach(() => proxy.spoil(null));

/** What the work throws, and that it throws in time. */
async function failure(work: () => Promise<unknown>): Promise<unknown> {
  const started = Date.now();
  const error = await work().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(Date.now() - started).toBeLessThan(WITHIN_MS);
  return error;
}

describe('Postgres', () => {
  let url = '';
  let direct = '';
  // The driver's endpoint is global, so the client created last decides it.
  const open = (timeoutMs: number) => createSql({ url, fetchEndpoint: proxy.url, timeoutMs });
  const openDirect = () => createSql({ url, fetchEndpoint: direct });
  beforeAll(async () => {
    const { vars } = await openBarline();
    url = vars.DATABASE_URL ?? '';
    direct = vars.DATABASE_FETCH_ENDPOINT ?? '';
    proxy = await startPart({ kind: 'proxy', before: direct });
    await openDirect().query(sql`create table lost_answers (n integer not null)`);
  });

  it.each(named([...BREAKS, ...HANGS]))(
    '%s is an outage, and the next request is answered',
    async (_, fault) => {
      await proxy.spoil(fault);
      const text = 'a word '.repeat(100);
      for (const work of [
        () => open(limitOf(fault)).query(sql`select ${text}::text as t`),
        () => open(limitOf(fault)).batch([sql`select ${text}::text as t`, sql`select 2`]),
      ]) {
        expect(await failure(work)).toMatchObject({ code: 'DATABASE_UNAVAILABLE', retryable: true });
      }
      await proxy.spoil(null);
      expect(await open(LONG_MS).query(sql`select 1 as n`)).toEqual([{ n: 1 }]);
    },
  );

  it('a write whose answer is lost is not sent again', async () => {
    await proxy.spoil({ kind: 'reset_after', bytes: 0 });
    const error = await failure(() => open(LONG_MS).query(sql`insert into lost_answers values (1)`));
    expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect(await openDirect().query(sql`select n from lost_answers`)).toEqual([{ n: 1 }]);
  });
});

describe('Redis', () => {
  let config: { url: string; token: string };
  beforeAll(async () => {
    const redis = await startPart({ kind: 'redis', choice: 'mock' });
    proxy = await startPart({ kind: 'proxy', before: redis.url });
    config = { url: proxy.url, token: redis.vars.UPSTASH_REDIS_REST_TOKEN ?? '' };
    await createRedis(config, LONG_MS).set('long', 'a word '.repeat(100));
  });

  it.each(named([...BREAKS, ...HANGS]))(
    '%s fails every command, and the next one is answered',
    async (_, fault) => {
      await proxy.spoil(fault);
      const redis = createRedis(config, limitOf(fault));
      const bytes = createByteStore(config, limitOf(fault));
      const works = [
        () => redis.get('long'),
        () => Promise.all([redis.get('long'), redis.get('long')]),
        () => redis.multi().get('long').get('long').exec(),
        () => bytes.get('long'),
      ];
      for (const work of works) expect(await failure(work)).toBeInstanceOf(Error);
      await proxy.spoil(null);
      expect(await createRedis(config, LONG_MS).get('long')).toContain('a word');
      expect((await createByteStore(config, LONG_MS).get('long'))?.length).toBe(700);
    },
  );
});

describe.each(['the chat model', 'the chat model, streamed', 'the embedding model'])('%s', (kind) => {
  let ask: (timeoutMs: number) => Promise<unknown>;
  beforeAll(async () => {
    const vars = inject('sharedVars');
    const chat = await startPart({ kind: 'chat' });
    const isChat = kind.startsWith('the chat');
    proxy = await startPart({ kind: 'proxy', before: isChat ? chat.url : (vars.EMBEDDINGS_BASE_URL ?? '') });
    const endpointOf = (apiKey = '', model = '') => ({ baseUrl: proxy.url, apiKey, model });
    const model = createChatModel(endpointOf(chat.vars.LLM_API_KEY, chat.vars.LLM_MODEL));
    const embedding = endpointOf(vars.EMBEDDINGS_API_KEY, vars.EMBEDDINGS_MODEL);
    const question = { system: 's', user: 'u', temperature: 0.1, maxTokens: 500 };
    const stream = kind.endsWith('streamed') ? { onText: () => undefined } : {};
    ask = (timeoutMs) => {
      const limits = { query: timeoutMs, document: timeoutMs };
      if (!isChat) return createEmbedder(embedding, limits).embed(['a word'], 'query');
      return model.complete({ ...question, ...stream, timeoutMs });
    };
  });

  it.each(named(BREAKS))('%s is an outage', async (_, fault) => {
    await proxy.spoil(fault);
    expect(await failure(() => ask(limitOf(fault)))).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      retryable: true,
    });
  });

  it.each(named(HANGS))('%s ends at the time limit', async (_, fault) => {
    await proxy.spoil(fault);
    expect(await failure(() => ask(limitOf(fault)))).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      // The sizes of chunks after a wrong one cannot be read.
      reason:
        fault.kind === 'wrong_length' && kind.endsWith('streamed') ? 'upstream_unavailable' : 'timed_out',
    });
  });

  it('answers again afterwards', async () => {
    expect(await failure(() => ask(LONG_MS))).toBeUndefined();
  });
});

describe('a site or an API that is scraped', () => {
  const ArtistSchema = z.looseObject({ response: z.looseObject({ hits: z.array(z.unknown()) }) });
  /** The client asks again at once for a reply that cannot be read, and later for the others. */
  const KINDS = /^(?:network|timeout|bad_reply)$/;
  let token: string;
  beforeAll(async () => {
    const genius = await startPart({ kind: 'genius', artists: ['Oda Brightwater'] });
    proxy = await startPart({ kind: 'proxy', before: genius.url });
    token = genius.vars.GENIUS_TOKEN ?? '';
  });
  const ask = async (timeoutMs: number) => {
    const fetcher = createHostFetcher({
      allowedOrigins: [proxy.url],
      userAgent: 'test',
      timeoutMs,
    });
    const page = await fetcher.fetch({
      url: `${proxy.url}/search?q=Oda+Brightwater`,
      headers: { authorization: `Bearer ${token}` },
    });
    return readJson(page, ArtistSchema);
  };

  it.each(named([...BREAKS, ...HANGS]))(
    '%s is a failure that is tried again, and then is answered',
    async (_, fault) => {
      await proxy.spoil(fault);
      const error = await failure(() => ask(limitOf(fault)));
      expect(error).toMatchObject({ name: 'SourceError', kind: expect.stringMatching(KINDS) });
      await proxy.spoil(null);
      expect((await ask(LONG_MS)).response.hits.length).toBeGreaterThan(0);
    },
  );
});
