import type { ServiceContext } from '../../context.ts';
import { renderExposition } from '../../lib/metrics/exposition.ts';
import { requireAdmin } from '../../lib/rbac.ts';

/** Everything counted so far by all isolates, as Prometheus text. */
export async function getMetrics(ctx: Pick<ServiceContext, 'metricStore' | 'actor'>): Promise<string> {
  requireAdmin(ctx.actor);
  return renderExposition(await ctx.metricStore.read());
}
