import type { ServiceContext } from '../../context.ts';
import { describeError } from '../../lib/errors.ts';

/** Sends what was counted to the counters' store without holding anything up; what cannot be sent is lost and logged. */
export function flushMetrics(
  ctx: Pick<ServiceContext, 'metrics' | 'metricStore' | 'waitUntil' | 'log'>,
): void {
  ctx.waitUntil(
    ctx.metricStore
      .add(ctx.metrics.drain())
      .catch((error: unknown) => ctx.log.warn('metrics not flushed', { error: describeError(error) })),
  );
}
