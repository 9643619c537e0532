import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalChat, startChatSimulator } from '../../../../scripts/local/openai/chat-simulator.ts';
import { systemClock } from '../../../../src/lib/clock.ts';
import { AppError } from '../../../../src/lib/errors.ts';
import { createLocalState } from '../../../../src/lib/resilience/local-state.ts';
import type { SharedState } from '../../../../src/lib/resilience/shared-state.ts';
import { withFallback } from '../../../../src/redis/shared-state.ts';
import type { AnalyzeTextInput } from '../../../../src/services/analysis/analyze-text.ts';
import { SOUND_REPLY, VERSE } from '../../../support/judged-verse.ts';
import { type ModelWorld, openModelWorld } from '../../../support/model-world.ts';

let chat: LocalChat;
beforeAll(async () => {
  chat = await startChatSimulator();
});
beforeEach(() => chat.reset());
afterAll(() => chat.close());

const sound = JSON.stringify(SOUND_REPLY);
const LIMIT_MS = 1200;
/** Allowance for everything except waiting: the engine, the stores, a busy machine. */
const SLACK_MS = 1500;
const forgotten: SharedState = {
  get: () => Promise.reject(new Error('gone')),
  set: () => Promise.reject(new Error('gone')),
  acquire: () => Promise.reject(new Error('gone')),
  increment: () => Promise.reject(new Error('gone')),
  addWithin: () => Promise.reject(new Error('gone')),
  remove: () => Promise.reject(new Error('gone')),
  reserve: () => Promise.reject(new Error('gone')),
  renew: () => Promise.reject(new Error('gone')),
  release: () => Promise.reject(new Error('gone')),
};

/** Isolates with separate memories, one cache and one shared state, in real time. */
function openIsolates(count: number, shared: SharedState): ModelWorld[] {
  const first = openModelWorld([chat], { clock: systemClock });
  return Array.from({ length: count }, () => {
    const state = withFallback(shared, createLocalState(systemClock), () => undefined);
    const world = openModelWorld([chat], { clock: systemClock, state });
    Object.assign(world.ctx, { cache: first.ctx.cache });
    return world;
  });
}

type Ending = { status: 'model' | 'engine' | 'problem'; reason: string | null; ms: number };

async function endingOf(world: ModelWorld, options: Partial<AnalyzeTextInput> = {}): Promise<Ending> {
  const started = performance.now();
  const ended = (status: Ending['status'], reason: string | null) => ({
    status,
    reason,
    ms: performance.now() - started,
  });
  try {
    const { provenance } = await world.analyze(VERSE, { useCache: true, timeoutMs: LIMIT_MS, ...options });
    return ended(provenance.degraded ? 'engine' : 'model', provenance.reason);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return ended('problem', error.reason);
  }
}

const POLICIES = ['error', 'fallback', 'retry'] as const;
const failedRows = (worlds: ModelWorld[]) =>
  worlds.flatMap(({ statements }) => statements.filter(({ text }) => text.includes("'failed', $")));

const STATES: [string, () => SharedState, number][] = [
  ['one isolate', () => createLocalState(systemClock), 1],
  ['three isolates', () => createLocalState(systemClock), 3],
  ['one isolate without Redis', () => forgotten, 1],
];

describe.each(STATES)('ten concurrent requests for the same text in %s', (_, open, isolates) => {
  let worlds: ModelWorld[];
  beforeEach(() => {
    worlds = openIsolates(isolates, open());
  });
  const ask = (onLimit: (i: number) => AnalyzeTextInput['onLimit']) =>
    Promise.all(
      Array.from({ length: 10 }, (__, i) => {
        const world = worlds[i % isolates];
        if (world === undefined) throw new Error('an isolate is missing');
        return endingOf(world, { onLimit: onLimit(i) });
      }),
    );

  it('make one call of a model that hangs, and all end in time', async () => {
    chat.script({ latency_ms: 20_000, times: 0 });
    const ends = await ask(() => 'error');
    expect(chat.requests().count).toBe(1);
    for (const { status, reason, ms } of ends) {
      expect([status, reason]).toEqual(['problem', 'timed_out']);
      expect(ms).toBeLessThan(LIMIT_MS + SLACK_MS);
    }
    expect(failedRows(worlds)).toHaveLength(1);
  });

  it('make one call of a model that rejects, whatever on_limit each has', async () => {
    chat.script({ status: 403, latency_ms: 200, times: 0 });
    const ends = await ask((i) => POLICIES[i % 3] ?? 'error');
    expect(chat.requests().count).toBe(1);
    expect(ends.map(({ status }) => status)).toEqual(
      // Another attempt would not help against a refusal.
      ends.map((__, i) => (i % 3 === 0 ? 'problem' : 'engine')),
    );
    for (const { reason } of ends) expect(reason).toBe('upstream_rejected');
    expect(failedRows(worlds)).toHaveLength(1);
  });

  it('make one call of a model that answers', async () => {
    chat.script({ content: sound, latency_ms: 300, times: 0 });
    const ends = await ask((i) => POLICIES[i % 3] ?? 'error');
    expect(chat.requests().count).toBe(1);
    expect(ends.map(({ status }) => status)).toEqual(ends.map(() => 'model'));
  });
});

describe('a waiting request', () => {
  it('waits no longer than its own time limit when the calling one has more time', async () => {
    const [slow, quick] = openIsolates(2, createLocalState(systemClock));
    if (slow === undefined || quick === undefined) throw new Error('an isolate is missing');
    chat.script({ content: sound, latency_ms: 3000 });
    const background = endingOf(slow, { timeoutMs: 10_000, priority: 'background' });
    await expect.poll(() => chat.requests().count).toBe(1);
    const person = await endingOf(quick, { onLimit: 'error' });
    expect(person).toMatchObject({ status: 'problem', reason: 'timed_out' });
    expect(person.ms).toBeLessThan(LIMIT_MS + SLACK_MS);
    expect((await background).status).toBe('model');
    expect(chat.requests().count).toBe(1);
    expect(failedRows([slow, quick])).toEqual([]);
  });

  it('takes over from a Worker that died, within its own time limit', async () => {
    const shared = createLocalState(systemClock);
    const [world] = openIsolates(1, shared);
    if (world === undefined) throw new Error('an isolate is missing');
    chat.script({ content: sound });
    // A killed worker leaves a lease that is not renewed.
    const { acquire } = shared;
    let killed = '';
    shared.acquire = async (key, value, ttlMs) => {
      if (killed === '' && key.startsWith('flight:')) {
        killed = key;
        await acquire(key, 'of a dead worker', 400);
      }
      return acquire(key, value, ttlMs);
    };
    const end = await endingOf(world, { timeoutMs: 5000 });
    expect(killed).not.toBe('');
    expect(end.status).toBe('model');
    expect(end.ms).toBeGreaterThan(380);
  });

  it('gets the answer of a Worker whose lease is renewed, however long it works', async () => {
    const shared = createLocalState(systemClock);
    const [one, other] = openIsolates(2, shared);
    if (one === undefined || other === undefined) throw new Error('an isolate is missing');
    chat.script({ content: sound, latency_ms: 7500, times: 0 });
    const ends = await Promise.all([one, other].map((world) => endingOf(world, { timeoutMs: 15_000 })));
    expect(ends.map(({ status }) => status)).toEqual(['model', 'model']);
    expect(chat.requests().count).toBe(1);
  }, 20_000);

  it('still makes one call when Redis restarts empty meanwhile', async () => {
    let shared: SharedState = createLocalState(systemClock);
    const redis = new Proxy({} as SharedState, {
      get: (_, name: keyof SharedState) => shared[name],
    });
    const [world] = openIsolates(1, redis);
    if (world === undefined) throw new Error('an isolate is missing');
    chat.script({ content: sound, latency_ms: 900, times: 0 });
    const early = endingOf(world, { timeoutMs: 5000 });
    await expect.poll(() => chat.requests().count).toBe(1);
    shared = forgotten;
    const meanwhile = endingOf(world, { timeoutMs: 5000 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    shared = createLocalState(systemClock);
    const late = endingOf(world, { timeoutMs: 5000 });
    const ends = await Promise.all([early, meanwhile, late]);
    expect(ends.map(({ status }) => status)).toEqual(['model', 'model', 'model']);
    expect(chat.requests().count).toBe(1);
  });
});

it('the call continues when its client has disconnected', async () => {
  const kept: Promise<unknown>[] = [];
  const world = openModelWorld([chat], { clock: systemClock });
  Object.assign(world.ctx, { waitUntil: (work: Promise<unknown>) => kept.push(work) });
  chat.script({ content: sound, latency_ms: 200 });
  void endingOf(world);
  await expect.poll(() => kept.length).toBe(1);
  await kept[0];
  expect(world.cached).toHaveLength(1);
});
