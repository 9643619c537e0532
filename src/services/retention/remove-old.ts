import type { ServiceContext } from '../../context.ts';
import { describeError } from '../../lib/errors.ts';
import { RETENTION_RULES, type RetentionRule } from './rules.ts';

type Context = Pick<ServiceContext, 'sql' | 'log'>;

/** Maximum statements per rule in a slot of the schedule; the rest is left to the next slot. */
const ROUNDS = 4;

/**
 * Removes expired rows in statements of bounded size and returns how many of each table. A failing table does not
 * prevent the clearing of the others; the first error is thrown after all tables.
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
