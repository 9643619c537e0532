import type { Redis } from 'ioredis';
import { type AnalyzeRates, measureRates } from './analyze-rates.ts';
import { type AnalyzeWorld, startAnalyzeWorld } from './analyze-world.ts';
import { quantile, round } from './figures.ts';
import { openSocket } from './socket-client.ts';
import { syntheticSongs } from './synthetic-songs.ts';
import { zipfStream } from './zipf-stream.ts';

interface Times {
  p50_ms: number;
  p95_ms: number;
  /** Relative to the minimal route, in the same run. */
  p50_ratio: number;
  p95_ratio: number;
}

export interface AnalyzeBench {
  bare: Pick<Times, 'p50_ms' | 'p95_ms'>;
  cached: Times;
  postgres_cached: Times;
  fresh: Times;
  /** Requests for one cached text over many connections, by who serves it. */
  rates: AnalyzeRates;
  zipf: { requests: number; songs: number; distinct: number; hit_rate: number; model_calls: number };
  memory: { entries: number; mean_value_bytes: number; mib: number };
}

export interface AnalyzeBenchOptions {
  rounds: number;
  requests: number;
  songs: number;
  entries: number;
}

/** The longest text that /analyze takes. */
const MAX_CHARACTERS = 5000;
const LANES = 8;
/** Requests over many connections for each request that is timed alone. */
const RATE_ROUNDS = 5;
const KEYS = 'bl:v1:analysis:*';
/** At the end of such a key. */
const ID_DIGITS = 32;
/** The value of the minimal route: about as long as a cached analysis. */
const BARE_KEY = 'bench:bare';
const BARE_BYTES = 5000;

/** Times cached, stored and new analyses relative to a minimal route, then a stream, then fills the cache. */
export async function benchAnalyze(options: AnalyzeBenchOptions): Promise<AnalyzeBench> {
  const world = await startAnalyzeWorld();
  try {
    const times = await timeRounds(world, options.rounds);
    const [lyrics = ''] = songs(1, 'throughput');
    const rates = await measureRates(world, lyrics, options.rounds * RATE_ROUNDS);
    const zipf = await runStream(world, options);
    const memory = await fillCache(world.redis, options.entries);
    return { ...times, rates, zipf, memory };
  } finally {
    await world.close();
  }
}

/** Songs unique to this call: the name makes each text different. */
function songs(count: number, name: string): string[] {
  return syntheticSongs(count).map((text, i) => {
    const last = `\nTake ${i} of the ${name}`;
    return text.slice(0, MAX_CHARACTERS - last.length) + last;
  });
}

async function timeRounds(
  world: AnalyzeWorld,
  rounds: number,
): Promise<Pick<AnalyzeBench, 'bare' | 'cached' | 'postgres_cached' | 'fresh'>> {
  const [stored, fresh] = [songs(rounds, 'stored'), songs(rounds, 'fresh')];
  const cached = songs(Math.min(50, rounds), 'cached');
  await eachInLanes(stored, (lyrics) => world.analyze(lyrics));
  await world.redis.flushall();
  await eachInLanes(cached, (lyrics) => world.analyze(lyrics));
  await world.redis.set(BARE_KEY, 'x'.repeat(BARE_BYTES));
  const ms: Record<'bare' | 'cached' | 'postgres_cached' | 'fresh', number[]> = {
    bare: [],
    cached: [],
    postgres_cached: [],
    fresh: [],
  };
  const { requests } = world;
  const own = await openSocket(requests.analyze(''));
  const minimal = await openSocket(requests.bare(BARE_KEY));
  for (let i = 0; i < rounds; i++) {
    const timed = async (lyrics = '') => (await own.send(requests.analyze(lyrics, 'gzip'))).ms;
    ms.bare.push((await minimal.send(requests.bare(BARE_KEY))).ms);
    ms.cached.push(await timed(cached[i % cached.length]));
    ms.postgres_cached.push(await timed(stored[i]));
    ms.fresh.push(await timed(fresh[i]));
  }
  own.close();
  minimal.close();
  const bare = { p50_ms: quantile(ms.bare, 0.5), p95_ms: quantile(ms.bare, 0.95) };
  const against = (values: number[]): Times => {
    const [p50, p95] = [quantile(values, 0.5), quantile(values, 0.95)];
    return {
      p50_ms: round(p50),
      p95_ms: round(p95),
      p50_ratio: round(p50 / bare.p50_ms),
      p95_ratio: round(p95 / bare.p95_ms),
    };
  };
  return {
    bare: { p50_ms: round(bare.p50_ms), p95_ms: round(bare.p95_ms) },
    cached: against(ms.cached),
    postgres_cached: against(ms.postgres_cached),
    fresh: against(ms.fresh),
  };
}

async function runStream(
  world: AnalyzeWorld,
  { requests, songs: count }: AnalyzeBenchOptions,
): Promise<AnalyzeBench['zipf']> {
  const texts = songs(count, 'stream');
  const order = zipfStream({ requests, items: count, seed: 'stream' });
  const before = world.chat.requests().count;
  let hits = 0;
  await eachInLanes(order, async (song) => {
    if ((await world.analyze(texts[song] ?? '')).cached) hits += 1;
  });
  return {
    requests,
    songs: count,
    distinct: new Set(order).size,
    hit_rate: round(hits / requests),
    model_calls: world.chat.requests().count - before,
  };
}

/** Fills Redis with copies of its analyses under keys of the same length, and reads the memory used. */
async function fillCache(redis: Redis, entries: number): Promise<AnalyzeBench['memory']> {
  const keys = (await redis.keys(KEYS)).slice(0, 2000);
  const values = (await redis.mgetBuffer(keys)).filter((value) => value !== null);
  const [example = ''] = keys;
  await redis.flushall();
  const before = await usedMemory(redis);
  const BLOCK = 500;
  for (let from = 0; from < entries; from += BLOCK) {
    const pipeline = redis.pipeline();
    for (let i = from; i < Math.min(entries, from + BLOCK); i++) {
      const id = String(i).padStart(ID_DIGITS, '0');
      pipeline.set(example.slice(0, -ID_DIGITS) + id, values[i % values.length] ?? '', 'EX', 86_400);
    }
    await pipeline.exec();
  }
  const bytes = values.reduce((sum, value) => sum + value.length, 0) / values.length;
  return {
    entries: await redis.dbsize(),
    mean_value_bytes: Math.round(bytes),
    mib: round(((await usedMemory(redis)) - before) / 1024 ** 2),
  };
}

async function usedMemory(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
}

async function eachInLanes<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const item = items[next++] as T;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
