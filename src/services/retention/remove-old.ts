import type { ServiceContext } from '../../context.ts';
import { describeError } from '../../lib/errors.ts';
import { RETENTION_RULES, type RetentionRule } from './rules.ts';

type Context = Pick<ServiceContext, 'sql' | 'log'>;

/** Statements a rule may take in a slot of the schedule: what is left is left to the next one. */
const ROUNDS = 4;

/**
 * Removes rows that have had their time, in statements of bounded size, and answers how many of each table. A table that
 * cannot be cleared does not keep the others from it; the first fault is thrown when all had their turn.
 */
export async function removeOld(
  ctx: Context,
  rules: readonly RetentionRule[] = RETENTION_RULES,
): Promise<{ counts: Record<string, number> }> {
  const counts: Record<string, number> = {};
  const faults: unknown[] = [];
  for (const rule of rules) {
    try {
      counts[rule.name] = await apply(ctx, rule);
    } catch (error) {
      ctx.log.error('old rows not removed', { table: rule.name, error: describeError(error) });
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
  return { counts };
}

async function apply(ctx: Context, { limit, remove }: RetentionRule): Promise<number> {
  let total = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const removed = await remove(ctx, limit);
    total += removed;
    if (removed < limit) break;
  }
  return total;
}
