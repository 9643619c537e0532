import type { ServiceContext } from '../../context.ts';
import { pingDatabase } from '../../db/queries/health.ts';
import { describeError } from '../../lib/errors.ts';

export interface Readiness {
  status: 'ready' | 'not_ready';
  reasons: string[];
  /** Variables that are not set; without them something else than the database is missing, or the database. */
  missing: string[];
}

/** Whether requests can be served: the database is configured and answers, and all variables are valid. */
export async function getReadiness(ctx: Pick<ServiceContext, 'config' | 'sql' | 'log'>): Promise<Readiness> {
  const { database, faults, missing } = ctx.config;
  const reasons = faults.map(({ name, message }) => `${name} cannot be used: it ${message}`);
  if (missing.includes('DATABASE_URL')) reasons.push('DATABASE_URL is not set');
  if (database !== null) {
    try {
      await pingDatabase(ctx.sql);
    } catch (error) {
      ctx.log.error('database does not answer', { error: describeError(error) });
      reasons.push('the database does not answer');
    }
  }
  return { status: reasons.length === 0 ? 'ready' : 'not_ready', reasons, missing: [...missing] };
}
