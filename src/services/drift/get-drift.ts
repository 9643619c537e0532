import type { ServiceContext } from '../../context.ts';
import { listDrift } from '../../db/queries/drift.ts';
import { stateOf } from '../../ml/stability-index.ts';
import { DISTRIBUTIONS, FAILED, HELD } from './subjects.ts';

/** What the schedule measured last; empty before its first run. */
export async function getDrift(ctx: Pick<ServiceContext, 'sql'>) {
  const stored = await listDrift(ctx.sql);
  const find = (name: string) => stored.find(({ subject }) => subject === name);
  const held = find(HELD);
  return {
    judge: held?.judge ?? null,
    measured_at: held?.measured_at.toISOString() ?? null,
    answers: {
      held: held?.value ?? null,
      failed: find(FAILED)?.value ?? null,
      songs: find(FAILED)?.sample_size ?? 0,
    },
    distributions: DISTRIBUTIONS.flatMap(({ subject, of }) => {
      const one = find(subject);
      if (one === undefined) return [];
      return {
        subject,
        of,
        index: one.value,
        state: one.value === null ? ('too_few' as const) : stateOf(one.value),
        songs: one.sample_size,
        reference_songs: one.reference_size ?? 0,
        reference_made_at: one.reference_made_at?.toISOString() ?? null,
      };
    }),
  };
}
