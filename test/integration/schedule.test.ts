import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { AppError } from '../../src/lib/errors.ts';
import type { ScheduleStep } from '../../src/services/schedule/steps.ts';
import { seedTrack } from '../support/seed.ts';
import { openBarline, type TestBarline } from '../support/test-barline.ts';
import type { Health } from '../support/wire-types.ts';

const SLOT = new Date('2026-03-01T12:15:00Z');
const slot = (n: number) => new Date(SLOT.getTime() + n * 900_000);

let barline: TestBarline;
beforeEach(async () => {
  barline = await openBarline();
});

const health = async () => (await barline.call<Health>('/health')).body;
const stepOf = async (name: string) => (await health()).schedule.find(({ step }) => step === name);

/** Steps that record when they run; `work` replaces one of them. */
function steps(names: readonly string[], work: Record<string, ScheduleStep['run']> = {}) {
  const ran: string[] = [];
  const list = names.map(
    (name): ScheduleStep => ({
      name,
      run: async (ctx, cursor) => {
        ran.push(name);
        return work[name] === undefined ? { counts: { sent: 1 } } : work[name](ctx, cursor);
      },
    }),
  );
  return { ran, list };
}

describe('a step of the schedule', () => {
  it('that fails does not stop the others, is recorded with its cause, and succeeds later', async () => {
    const track = await seedTrack(barline.sql);
    await barline.sql.query(sql`update tracks set updated_at = now() - interval '1 hour'`);
    // The first steps of a slot read these.
    await barline.sql.query(sql`alter table artists rename column next_scrape_at to hidden`);
    await barline.runSchedule(slot(0));
    expect(barline.queues.sent.map(({ body }) => body)).toContainEqual({
      type: 'track.embed',
      track_id: track,
    });
    expect(await stepOf('due_artists')).toMatchObject({
      state: 'failed',
      counts: null,
      failure: { code: 'POSTGRES_42703', upstream: 'database', attempts: 1 },
    });
    expect(await stepOf('track_work')).toMatchObject({ state: 'ok', counts: { sent: 2 }, failure: null });
    expect((await health()).status).toBe('degraded');
    await barline.runSchedule(slot(1));
    expect((await stepOf('due_artists'))?.failure).toMatchObject({ attempts: 2 });
    await barline.sql.query(sql`alter table artists rename column hidden to next_scrape_at`);
    await barline.runSchedule(slot(2));
    expect(await stepOf('due_artists')).toMatchObject({ state: 'ok', failure: null });
  });

  it('has its own row, cursor and time, which /health shows', async () => {
    expect((await health()).schedule).toEqual([]);
    await barline.runSchedule(SLOT);
    const { schedule } = await health();
    expect(schedule.map(({ step }) => step)).toEqual(
      expect.arrayContaining(['due_artists', 'stalled_runs', 'track_work', 'enrichments']),
    );
    for (const one of schedule) {
      expect(one).toMatchObject({ state: 'ok', slot: SLOT.toISOString() });
      expect(one.duration_ms).toBeGreaterThanOrEqual(0);
    }
  });

  it('that hangs is abandoned and the following steps run', async () => {
    const hang = () => new Promise<never>(() => undefined);
    const { ran, list } = steps(['a', 'b'], { a: hang });
    await barline.runSteps({ slot: SLOT, steps: list, stepLimitMs: 20 });
    expect(ran).toEqual(['a', 'b']);
    const [row] = await barline.sql.query<{ failure: unknown }>(
      sql`select failure from cron_runs where name = 'a'`,
    );
    expect(row?.failure).toMatchObject({ code: 'INTERNAL', message: 'The step did not end within 0 s.' });
  });

  it('that was interrupted continues from its cursor in the next slot, after the others', async () => {
    const cursors: number[] = [];
    const move: ScheduleStep['run'] = async (_, cursor) => {
      cursors.push(cursor);
      return { counts: {}, next: cursor + 10 };
    };
    const { ran, list } = steps(['a', 'b', 'c'], { a: move });
    await barline.runSteps({ slot: slot(0), steps: list });
    // The Worker of the second slot died in `a`.
    await barline.sql.query(sql`
      insert into cron_runs (name, slot, cursor) values ('a', ${slot(1).toISOString()}::timestamptz, 10)`);
    await barline.runSteps({ slot: slot(2), steps: list });
    expect(ran).toEqual(['a', 'b', 'c', 'b', 'c', 'a']);
    expect(cursors).toEqual([0, 10]);
  });

  it('keeps its cursor when it fails', async () => {
    let fails = false;
    const cursors: number[] = [];
    const { list } = steps(['a'], {
      a: async (_, cursor) => {
        cursors.push(cursor);
        if (fails) throw new AppError('INTERNAL', 'no');
        return { counts: {}, next: cursor + 10 };
      },
    });
    for (const [n, failing] of [false, true, true, false, false].entries()) {
      fails = failing;
      await barline.runSteps({ slot: slot(n), steps: list });
    }
    expect(cursors).toEqual([0, 10, 10, 10, 20]);
  });

  it('runs once per slot with any number of invocations', async () => {
    const { ran, list } = steps(['a', 'b', 'c', 'd']);
    await Promise.all(Array.from({ length: 4 }, () => barline.runSteps({ slot: SLOT, steps: list })));
    expect([...ran].sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('that a killed Worker did not reach is run by another invocation of the slot', async () => {
    await barline.sql.query(sql`
      insert into cron_runs (name, slot) values ('a', ${SLOT.toISOString()}::timestamptz)`);
    const { ran, list } = steps(['a', 'b']);
    await barline.runSteps({ slot: SLOT, steps: list });
    expect(ran).toEqual(['b']);
  });
});
