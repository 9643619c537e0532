import { beforeAll, describe, expect, it } from 'vitest';
import type { ProxyFault } from '../../scripts/local/answer-faults.ts';
import { seedTrack } from '../support/seed.ts';
import { type OwnPart, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';
import type { AnalyzedLyrics, Problem, SearchResults } from '../support/wire-types.ts';

const LYRICS = 'The kettle hums a tune about the rain\nA ticket stub, a window on the train';

/** Those that end at once; `client-faults.test.ts` tests that the others end at the limit of the client. */
const FAULTS: readonly ProxyFault[] = [
  { kind: 'refuse' },
  { kind: 'reset_after', bytes: 160 },
  { kind: 'half', bytes: 160 },
  { kind: 'wrong_length', by: -3 },
];

let barline: TestBarline;
let proxies: Record<'postgres' | 'redis' | 'embeddings', OwnPart>;
let texts = 0;

const search = (mode: string, q = 'window on the train') =>
  barline.call<SearchResults & Problem>(`/search?mode=${mode}&q=${encodeURIComponent(q)}`);
const analyze = () => {
  texts += 1;
  const lyrics = `${LYRICS}\nover and over ${texts} times`;
  return barline.call<AnalyzedLyrics>('/analyze', { lyrics, analyzer: 'algorithmic' });
};

beforeAll(async () => {
  const direct = await openBarline({ redis: 'auto' });
  const { vars } = direct;
  const before = (url = '') => startPart({ kind: 'proxy', before: url });
  proxies = {
    postgres: await before(vars.DATABASE_FETCH_ENDPOINT),
    redis: await before(vars.UPSTASH_REDIS_REST_URL),
    embeddings: await before(vars.EMBEDDINGS_BASE_URL),
  };
  barline = direct.withVars({
    DATABASE_FETCH_ENDPOINT: proxies.postgres.url,
    UPSTASH_REDIS_REST_URL: proxies.redis.url,
    EMBEDDINGS_BASE_URL: proxies.embeddings.url,
  });
  const id = await seedTrack(barline.sql);
  barline.queues.add('barline-analysis', { type: 'track.embed', track_id: id });
  await barline.deliver();
});

describe.each(FAULTS.map((fault) => [JSON.stringify(fault), fault] as const))('%s', (_, fault) => {
  const during = async (part: keyof typeof proxies, work: () => Promise<void>): Promise<void> => {
    await proxies[part].spoil(fault);
    try {
      await work();
    } finally {
      await proxies[part].spoil(null);
    }
  };

  it('of Postgres: a read is 503, a text is analysed, and the next read is answered', async () => {
    await during('postgres', async () => {
      for (const path of ['/tracks', '/artists', '/search?mode=lexical&q=train', '/export/tracks']) {
        const { status, body } = await barline.call<Problem>(path);
        expect({ path, status, code: body.code }).toEqual({
          path,
          status: 503,
          code: 'DATABASE_UNAVAILABLE',
        });
      }
      expect((await analyze()).body).toMatchObject({ success: true, cached: false });
      expect((await barline.call('/rhymes?word=train')).status).toBe(200);
    });
    expect((await search('lexical')).body.items).toHaveLength(1);
  });

  it('of Redis: every answer is what it is with Redis', async () => {
    const whole = await search('lexical');
    await during('redis', async () => {
      expect(await search('lexical')).toEqual(whole);
      expect((await analyze()).body).toMatchObject({ success: true, cached: false });
    });
    expect(await search('lexical')).toEqual(whole);
  });

  it('of the embeddings: a search goes by words and says so, and then by meaning again', async () => {
    const question = `a journey, told with ${JSON.stringify(fault)}`;
    await during('embeddings', async () => {
      expect((await search('hybrid', question)).body).toMatchObject({
        mode: 'lexical',
        degraded: true,
        reason: 'embeddings_unavailable',
      });
      const { status, body } = await search('semantic', question);
      expect({ status, code: body.code }).toEqual({ status: 503, code: 'UPSTREAM_UNAVAILABLE' });
    });
    expect((await search('hybrid', question)).body).toMatchObject({ mode: 'hybrid', degraded: false });
  });
});
