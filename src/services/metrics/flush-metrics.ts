import type { ServiceContext } from '../../context.ts';
import { describeError } from '../../lib/errors.ts';

/**
 * Sends the counts to the counters' store in the background; counts that cannot be sent are lost, and the loss is
 * logged.
 */
export function flushMetrics(
  ctx: Pick<ServiceContext, 'metrics' | 'metricStore' | 'waitUntil' | 'log'>,
): void {
  ctx.waitUntil(
    ctx.metricStore
      .add(ctx.metrics.drain())
      .catch((error: unknown) => ctx.log.warn('metrics not flushed', { error: describeError(error) })),
  );
}
