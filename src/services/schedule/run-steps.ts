import type { ServiceContext } from '../../context.ts';
import { claimStepRun, findLastStepRuns, finishStepRun, type StepRunRow } from '../../db/queries/cron.ts';
import { AppError, describeError } from '../../lib/errors.ts';
import { FailureCauseSchema, nextCause } from '../../lib/failure-cause.ts';
import { type ScheduleStep, STEPS, type StepResult } from './steps.ts';

/** A step that takes longer is abandoned: a cron invocation has 15 minutes for all steps. */
const STEP_LIMIT_MS = 90_000;

interface Slot {
  slot: Date;
  /** For tests. */
  steps?: readonly ScheduleStep[];
  stepLimitMs?: number;
}

/**
 * Runs every step of a slot that no other invocation has claimed. If a step fails or hangs, that is recorded and the
 * next step runs. A step whose last run never finished may have killed its Worker, so it runs last, after the others.
 */
export async function runSteps(
  ctx: ServiceContext,
  { slot, steps = STEPS, stepLimitMs = STEP_LIMIT_MS }: Slot,
): Promise<void> {
  const rows = await findLastStepRuns(
    ctx.sql,
    steps.map(({ name }) => name),
  );
  const last = new Map(rows.map((row) => [row.name, row]));
  for (const step of inOrder(steps, last)) {
    try {
      await runStep(ctx, step, { slot, stepLimitMs, last: last.get(step.name) });
    } catch (error) {
      // Its row could not be written either; the next slot finds it unfinished or unclaimed.
      ctx.log.error('schedule step not recorded', { step: step.name, error: describeError(error) });
    }
  }
}

function inOrder(
  steps: readonly ScheduleStep[],
  last: ReadonlyMap<string, StepRunRow>,
): readonly ScheduleStep[] {
  const cutOffAt = ({ name }: ScheduleStep) => {
    const row = last.get(name);
    return row === undefined || row.finished_at !== null ? 0 : row.started_at.getTime();
  };
  return [...steps].sort((a, b) => cutOffAt(a) - cutOffAt(b));
}

async function runStep(
  ctx: ServiceContext,
  step: ScheduleStep,
  at: { slot: Date; stepLimitMs: number; last: StepRunRow | undefined },
): Promise<void> {
  const run = { name: step.name, slot: at.slot };
  const claim = await claimStepRun(ctx.sql, run);
  if (claim === null) return;
  try {
    const { counts, next } = await within(at.stepLimitMs, step.run(ctx, claim.cursor));
    ctx.log.info('schedule step', { step: step.name, slot: at.slot.toISOString(), ...counts });
    await finishStepRun(ctx.sql, { ...run, outcome: counts, failure: null, cursor: next ?? null });
  } catch (error) {
    ctx.log.error('schedule step failed', { step: step.name, error: describeError(error) });
    const before = FailureCauseSchema.safeParse(at.last?.failure);
    const failure = nextCause(before.success ? before.data : null, error, ctx.clock.now());
    await finishStepRun(ctx.sql, { ...run, outcome: null, failure, cursor: null });
  }
}

async function within(limitMs: number, work: Promise<StepResult>): Promise<StepResult> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const seconds = Math.round(limitMs / 1000);
    const error = new AppError('INTERNAL', `The step did not end within ${seconds} s.`, {
      reason: 'timed_out',
    });
    timer = setTimeout(() => reject(error), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
