import type { ServiceContext } from '../../context.ts';
import { pingDatabase } from '../../db/queries/health.ts';
import { describeError } from '../../lib/errors.ts';

/** Whether requests can be served: the database is configured and answers, and all variables are valid. */
export async function getReadiness(ctx: Pick<ServiceContext, 'config' | 'sql' | 'log'>) {
  const reasons = ctx.config.faults.map((fault) => `${fault.name} cannot be used`);
  if (ctx.config.database === null) reasons.push('DATABASE_URL is not set');
  else {
    try {
      await pingDatabase(ctx.sql);
    } catch (error) {
      ctx.log.error('database does not answer', { error: describeError(error) });
      reasons.push('the database does not answer');
    }
  }
  return { status: reasons.length === 0 ? ('ready' as const) : ('not_ready' as const), reasons };
}
