import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../../src/lib/logger.ts';
import { gatherMetrics } from '../../../src/lib/metrics/gather-metrics.ts';
import type { MetricBatch, MetricStore } from '../../../src/lib/metrics/store.ts';

type Fate = 'arrives' | 'is lost' | 'arrives, its answer is lost';

const SONG = 'barline_songs_total|outcome=ok|';
const UNSENT = 'barline_metrics_unsent_total||';

/** A clock whose sleeps end when the test lets time pass. */
function createSleepingClock() {
  let now = 1_700_000_000_000;
  let sleepers: { until: number; wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms: number) => new Promise<void>((wake) => sleepers.push({ until: now + ms, wake })),
    pass: async (ms: number) => {
      now += ms;
      const due = sleepers.filter(({ until }) => until <= now);
      sleepers = sleepers.filter(({ until }) => until > now);
      for (const { wake } of due) wake();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

/** An isolate over a store that adds a batch once, as Redis does, and whose answers the test can spoil. */
function openIsolate() {
  const clock = createSleepingClock();
  const gathered = gatherMetrics(clock);
  const fields: Record<string, number> = {};
  const last = new Map<string, number>();
  const sent: MetricBatch[] = [];
  let fates: Fate[] = [];
  const store: MetricStore = {
    add: async (batch) => {
      sent.push(batch);
      const fate = fates.shift() ?? 'arrives';
      if (fate !== 'is lost' && batch.number > (last.get(batch.isolate) ?? 0)) {
        last.set(batch.isolate, batch.number);
        for (const { field, by } of batch.deltas) fields[field] = (fields[field] ?? 0) + by;
      }
      if (fate !== 'arrives') throw new Error(`the batch ${fate}`);
    },
    read: async () => ({ ...fields }),
    readLastHour: async () => ({}),
  };
  let armed = 0;
  const invocation = (waits = true) => ({
    store: () => store,
    log: silentLogger,
    waitUntil: waits
      ? () => {
          armed += 1;
        }
      : null,
  });
  return {
    clock,
    fields,
    sent,
    armed: () => armed,
    spoil: (...next: Fate[]) => {
      fates = next;
    },
    request: () => gathered.record(invocation()),
    job: () => gathered.record(invocation(false)),
    reader: () => gathered.readThrough(invocation()),
  };
}

type Isolate = ReturnType<typeof openIsolate>;
const countSong = (isolate: Isolate, by = 1) =>
  isolate.request().count('barline_songs_total', { outcome: 'ok' }, by);

describe('the counts of an isolate', () => {
  it('are sent together a second after the first of them', async () => {
    const isolate = openIsolate();
    for (let i = 0; i < 50; i++) countSong(isolate);
    expect(isolate.armed()).toBe(1);
    await isolate.clock.pass(999);
    expect(isolate.sent).toEqual([]);
    countSong(isolate);
    await isolate.clock.pass(1);
    expect(isolate.fields).toEqual({ [SONG]: 51 });
    expect(isolate.sent).toHaveLength(1);
  });

  it('are sent once a second at most, and not at all while nothing is counted', async () => {
    const isolate = openIsolate();
    for (let ms = 0; ms < 10_000; ms += 50) {
      countSong(isolate);
      await isolate.clock.pass(50);
    }
    expect(isolate.sent.length).toBeLessThanOrEqual(10);
    expect(isolate.sent.length).toBeGreaterThanOrEqual(9);
    await isolate.clock.pass(1000);
    expect(isolate.fields).toEqual({ [SONG]: 200 });
    const { length } = isolate.sent;
    await isolate.clock.pass(60_000);
    expect(isolate.sent).toHaveLength(length);
  });

  it('are sent by a later invocation when the one that was to send them is ended', async () => {
    const isolate = openIsolate();
    const { sleep } = isolate.clock;
    isolate.clock.sleep = () => new Promise(() => {});
    countSong(isolate);
    isolate.clock.sleep = sleep;
    await isolate.clock.pass(3000);
    countSong(isolate);
    expect(isolate.armed()).toBe(1);
    await isolate.clock.pass(3000);
    countSong(isolate);
    expect(isolate.armed()).toBe(2);
    await isolate.clock.pass(1000);
    expect(isolate.fields).toEqual({ [SONG]: 3 });
  });

  it('of queues and schedules are sent when these say so', async () => {
    const isolate = openIsolate();
    const job = isolate.job();
    job.count('barline_songs_total', { outcome: 'ok' }, 2);
    await isolate.clock.pass(60_000);
    expect([isolate.armed(), isolate.sent.length]).toEqual([0, 0]);
    await job.flush();
    expect(isolate.fields).toEqual({ [SONG]: 2 });
    await job.flush();
    expect(isolate.sent).toHaveLength(1);
  });

  it('are there for the one who reads them, whoever was to send them', async () => {
    const isolate = openIsolate();
    countSong(isolate, 7);
    expect(await isolate.reader().read()).toEqual({ [SONG]: 7 });
    await isolate.clock.pass(1000);
    expect(await isolate.reader().read()).toEqual({ [SONG]: 7 });
    expect(isolate.sent).toHaveLength(1);
  });

  it.each<Fate>(['is lost', 'arrives, its answer is lost'])(
    'are kept and added once when a batch %s',
    async (fate) => {
      const isolate = openIsolate();
      isolate.spoil(fate, fate);
      for (let second = 0; second < 4; second++) {
        countSong(isolate, 10 ** second);
        await isolate.clock.pass(1000);
      }
      expect(isolate.fields).toEqual({ [SONG]: 1111, [UNSENT]: 2 });
    },
  );

  it('of one series are one field, however long Redis is away', async () => {
    const isolate = openIsolate();
    isolate.spoil(...Array.from({ length: 1000 }, () => 'is lost' as const));
    for (let second = 0; second < 500; second++) {
      countSong(isolate);
      await isolate.clock.pass(1000);
    }
    isolate.spoil();
    expect(await isolate.reader().read()).toMatchObject({ [SONG]: 500, [UNSENT]: 500 });
    expect(isolate.sent.at(-1)?.deltas).toHaveLength(2);
  });

  it('add up exactly under any order of counts, failures, readers and time', async () => {
    const step = fc.oneof(
      fc.record({ op: fc.constant('count' as const), by: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ op: fc.constant('pass' as const), ms: fc.constantFrom(10, 500, 1000, 7000) }),
      fc.record({ op: fc.constantFrom('read' as const, 'flush' as const) }),
      fc.record({
        op: fc.constant('spoil' as const),
        fate: fc.constantFrom<Fate>('is lost', 'arrives, its answer is lost'),
      }),
    );
    const property = fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const isolate = openIsolate();
      let counted = 0;
      for (const one of steps) {
        if (one.op === 'count') {
          countSong(isolate, one.by);
          counted += one.by;
        } else if (one.op === 'pass') await isolate.clock.pass(one.ms);
        else if (one.op === 'spoil') isolate.spoil(one.fate);
        else if (one.op === 'read') await isolate.reader().read();
        else await isolate.job().flush();
      }
      isolate.spoil();
      expect((await isolate.reader().read())[SONG] ?? 0).toBe(counted);
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
