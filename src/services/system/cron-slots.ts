import type { ServiceContext } from '../../context.ts';
import { claimCronSlot as claim, finishCronSlot as finish } from '../../db/queries/cron.ts';

/** Claims a slot of a schedule; false if another invocation has it. */
export function claimCronSlot(ctx: Pick<ServiceContext, 'sql'>, slot: { name: string; slot: Date }) {
  return claim(ctx.sql, slot);
}

export function finishCronSlot(
  ctx: Pick<ServiceContext, 'sql'>,
  slot: { name: string; slot: Date; outcome: Record<string, unknown> },
) {
  return finish(ctx.sql, slot);
}
