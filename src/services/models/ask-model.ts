import type { ChatUpstream, ServiceContext } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import { PartsRefused, type RequestPart } from '../../lib/parts-refused.ts';
import { backoffMs } from '../../lib/resilience/backoff.ts';
import type { Priority } from '../../lib/resilience/model-budget.ts';
import type { ChatReply, ChatRequest } from '../../llm/types.ts';
import { type CallContext, callModel } from './call-model.ts';
import { countTokens } from './model-cost.ts';
import { budgetSpent, circuitOpen, ModelNotAsked, noTimeLeft } from './model-not-asked.ts';
import { httpStatusOf } from './record-outcome.ts';
import { readRefusedParts, rememberRefusedParts } from './refused-parts.ts';
import { withinSpend } from './reserve-spend.ts';

const ATTEMPTS = 4;
/** 2, 4, 8 s with full jitter. */
const BACKOFF = { baseMs: 2000, maxMs: 8000 };
/** With less time than this left, an answer would come too late. */
const MIN_CALL_MS = 500;

export type AskContext = CallContext & Pick<ServiceContext, 'random' | 'admitted'>;

/** Within what limits an answer is wanted. */
export interface AskLimits {
  /** For everything together: waiting, trying again, mending. */
  timeoutMs: number;
  priority: Priority;
}

export type AskModel = (request: Omit<ChatRequest, 'timeoutMs'>) => Promise<ChatReply>;

/**
 * Asks the model within one time limit for all questions together: breaker, daily budget, rate budget, the call, and another try
 * after a 429, a 5xx or a network failure, later where the model says so (Retry-After). A wait that does not fit into
 * the time left is not begun. What was not asked at all is `ModelNotAsked`: RATE_LIMITED (no slot is left, or
 * `budget_spent`), `circuit_open`, or `timed_out`; after a call that failed, that failure is thrown with the time to come back.
 */
export function createAskModel(
  ctx: AskContext,
  upstream: ChatUpstream,
  { timeoutMs: limitMs, priority }: AskLimits,
): AskModel {
  const { name, chat, budget } = upstream;
  const place = { upstream: name, model: chat.model };
  const deadline = ctx.clock.now() + limitMs;
  const timeLeftMs = () => deadline - ctx.clock.now();

  const askOnce = async (request: Omit<ChatRequest, 'timeoutMs'>): Promise<ChatReply> => {
    // Before money or a slot of the budget is set aside for a call that would not be made.
    const { admitted, ...status } = await ctx.breaker(name).peek();
    if (!admitted) throw circuitOpen(ctx, status);
    return await withinSpend(ctx, upstream, { question: request, call: () => callInTime(request) });
  };

  const callInTime = async (request: Omit<ChatRequest, 'timeoutMs'>): Promise<ChatReply> => {
    const ticket = await budget.take(timeLeftMs() - MIN_CALL_MS, priority);
    if (!ticket.granted) throw budgetSpent(ticket.waitMs);
    const timeoutMs = Math.floor(timeLeftMs());
    if (timeoutMs < MIN_CALL_MS) throw noTimeLeft();
    try {
      const reply = await callModel(ctx, place, () => chat.complete({ ...request, timeoutMs }));
      countTokens(ctx, upstream, reply.tokens);
      return reply;
    } catch (error) {
      if (error instanceof AppError && httpStatusOf(error) === 429)
        await budget.refused(ticket.takenAt, error.retryAfterMs);
      throw error;
    }
  };

  return async (request) => {
    await ctx.admitted();
    let failure: AppError | null = null;
    let leaveOut: readonly RequestPart[] = await readRefusedParts(ctx, chat.endpoint);
    let suspects: readonly RequestPart[] = [];
    for (let attempt = 0; ; attempt++) {
      try {
        const reply = await askOnce({ ...request, leaveOut: [...leaveOut, ...suspects] });
        const refused = [...suspects, ...(reply.refused ?? [])];
        if (refused.length > 0) await rememberRefusedParts(ctx, chat.endpoint, refused);
        return reply;
      } catch (error) {
        if (error instanceof PartsRefused) {
          // At once, with a slot of its own and one part fewer each time: no failure, and no end to what it may take.
          if (error.isNamed) await rememberRefusedParts(ctx, chat.endpoint, error.parts);
          if (error.isNamed) leaveOut = [...leaveOut, ...error.parts];
          else suspects = [...suspects, ...error.parts];
          attempt -= 1;
          continue;
        }
        if (error instanceof ModelNotAsked) throw afterFailure(error, failure);
        if (attempt + 1 >= ATTEMPTS || !isUpstreamFailure(error)) throw error;
        failure = error;
        const waitMs = error.retryAfterMs ?? backoffMs(attempt, BACKOFF, ctx.random);
        if (waitMs + MIN_CALL_MS > timeLeftMs()) throw error;
        await ctx.clock.sleep(waitMs);
      }
    }
  };
}

/**
 * What is said where another try was not made: the failure of the call before it, which was made. A 429 is none: it only
 * said to wait, and so does the budget.
 */
function afterFailure(notAsked: ModelNotAsked, failure: AppError | null): AppError {
  if (failure === null || httpStatusOf(failure) === 429) return notAsked;
  const { code, detail, cause, reason } = failure;
  return new AppError(code, detail, { cause, reason, retryAfterMs: notAsked.retryAfterMs });
}

/** A failure of the model's server that another try may mend, which our own refusals to ask it are not. */
function isUpstreamFailure(error: unknown): error is AppError {
  return error instanceof AppError && error.retryable && error.cause !== undefined;
}
