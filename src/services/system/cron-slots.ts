import type { ServiceContext } from '../../context.ts';
import { claimCronSlot as claim, findLastOutcome, finishCronSlot as finish } from '../../db/queries/cron.ts';

/** Claims a slot of a schedule; false if another invocation has it. */
export function claimCronSlot(ctx: Pick<ServiceContext, 'sql'>, slot: { name: string; slot: Date }) {
  return claim(ctx.sql, slot);
}

/** What the last slot of a schedule that was finished said; nothing before the first. */
export async function lastCronOutcome(
  ctx: Pick<ServiceContext, 'sql'>,
  name: string,
): Promise<Record<string, unknown>> {
  return (await findLastOutcome(ctx.sql, name)) ?? {};
}

export function finishCronSlot(
  ctx: Pick<ServiceContext, 'sql'>,
  slot: { name: string; slot: Date; outcome: Record<string, unknown> },
) {
  return finish(ctx.sql, slot);
}
