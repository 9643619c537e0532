import type { ServiceContext, Upstream } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';

/**
 * Calls a model behind its breaker, counted and timed. A refusal for good (a bad key, a bad request) says
 * nothing of the upstream's health and does not open the breaker.
 */
export async function callModel<T>(
  ctx: Pick<ServiceContext, 'breaker' | 'metrics' | 'clock'>,
  upstream: Extract<Upstream, 'llm' | 'llm-fallback' | 'embeddings'>,
  call: () => Promise<T>,
): Promise<T> {
  const breaker = ctx.breaker(upstream);
  const { admitted, nextTryAt } = await breaker.admit();
  if (!admitted) {
    const retryAfterMs = Math.max(1000, (nextTryAt ?? 0) - ctx.clock.now());
    throw new AppError('UPSTREAM_UNAVAILABLE', `The ${upstream} upstream is resting after failures.`, {
      retryAfterMs,
    });
  }
  const started = ctx.clock.now();
  const finish = (result: string) => {
    ctx.metrics.count('barline_upstream_requests_total', { upstream, result });
    ctx.metrics.observe('barline_upstream_seconds', { upstream }, (ctx.clock.now() - started) / 1000);
  };
  try {
    const value = await call();
    finish('ok');
    await breaker.succeeded();
    return value;
  } catch (error) {
    const unavailable = error instanceof AppError && error.code === 'UPSTREAM_UNAVAILABLE';
    finish(unavailable ? 'unavailable' : 'rejected');
    // Too many requests says that we are fast, not that it is down: the rate budget answers that.
    if (unavailable && !isRateLimit(error)) await breaker.failed();
    throw error;
  }
}

function isRateLimit(error: AppError): boolean {
  const { cause } = error;
  return typeof cause === 'object' && cause !== null && 'status' in cause && cause.status === 429;
}
