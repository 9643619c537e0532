import type { ServiceContext } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import { PartsRefused } from '../../lib/parts-refused.ts';
import { TooManyInFlight } from '../../lib/resilience/limit-in-flight.ts';
import { circuitOpen } from './model-not-asked.ts';
import { httpStatusOf, type ModelPlace, recordOutcome } from './record-outcome.ts';

export type CallContext = Pick<ServiceContext, 'breaker' | 'metrics' | 'clock' | 'state'>;

/**
 * Calls a model behind its breaker; the call is counted, timed, and its outcome recorded. Throws `ModelNotAsked`
 * (`circuit_open`) while the breaker is open, and while another caller probes. Only an upstream that does not answer
 * opens the breaker: a 429 says that we are fast, which the rate budget answers, and a refusal that it is there.
 */
export async function callModel<T>(ctx: CallContext, place: ModelPlace, call: () => Promise<T>): Promise<T> {
  const { upstream } = place;
  const breaker = ctx.breaker(upstream);
  const { admitted, ...status } = await breaker.admit();
  if (!admitted) throw circuitOpen(ctx, status);
  const started = ctx.clock.now();
  const finish = async (result: string, failure: AppError | null, isDown: boolean) => {
    ctx.metrics.count('barline_upstream_requests_total', { upstream, result });
    ctx.metrics.observe('barline_upstream_seconds', { upstream }, (ctx.clock.now() - started) / 1000);
    const remembered = isDown ? breaker.failed() : breaker.succeeded();
    // What it does not take of a request is asked again without it, and is no refusal of the model.
    const isSettled = !(failure instanceof PartsRefused);
    await Promise.all([remembered, isSettled && recordOutcome(ctx, place, failure)]);
  };
  let value: T;
  try {
    value = await call();
  } catch (error) {
    const failure =
      error instanceof AppError
        ? error
        : new AppError('INTERNAL', 'The model was not read.', { cause: error });
    // These say nothing about the model; a probe that ends so is taken over by the next caller.
    if (failure.code === 'CLIENT_GONE' || failure instanceof TooManyInFlight) throw failure;
    const unavailable = failure.code === 'UPSTREAM_UNAVAILABLE';
    await finish(
      unavailable ? 'unavailable' : 'rejected',
      failure,
      unavailable && httpStatusOf(failure) !== 429,
    );
    throw error;
  }
  await finish('ok', null, false);
  return value;
}
