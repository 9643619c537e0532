import type { ServiceContext } from '../../context.ts';
import { requireScope } from '../../lib/rbac.ts';
import { renderExposition } from './exposition.ts';

/** All counts of all isolates as Prometheus text. */
export async function getMetrics(ctx: Pick<ServiceContext, 'metricStore' | 'actor'>): Promise<string> {
  requireScope(ctx.actor, 'operations:read');
  return renderExposition(await ctx.metricStore.read());
}
