import type { ChatUpstream, ServiceContext } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import { backoffMs } from '../../lib/resilience/backoff.ts';
import type { Priority } from '../../lib/resilience/model-budget.ts';
import type { ChatReply, ChatRequest } from '../../llm/types.ts';
import { callModel } from './call-model.ts';
import { countTokens } from './model-cost.ts';

const ATTEMPTS = 4;
/** 2, 4, 8 s with full jitter. */
const BACKOFF = { baseMs: 2000, maxMs: 8000 };
/** With less time than this left, an answer would come too late. */
const MIN_CALL_MS = 500;

export type AskContext = Pick<ServiceContext, 'breaker' | 'clock' | 'random' | 'metrics'>;

/** Within what limits an answer is wanted. */
export interface AskLimits {
  /** For everything together: waiting, trying again, mending. */
  timeoutMs: number;
  priority: Priority;
}

export type AskModel = (request: Omit<ChatRequest, 'timeoutMs'>) => Promise<ChatReply>;

/**
 * Asks the model within one time limit for all questions together: breaker, rate budget, the call, and another try
 * after a 429, a 5xx or a network failure, later where the model says so (Retry-After). A wait that does not fit into
 * the time left is not begun: RATE_LIMITED (the budget is spent) or UPSTREAM_UNAVAILABLE then says when to come back.
 */
export function createAskModel(
  ctx: AskContext,
  upstream: ChatUpstream,
  { timeoutMs: limitMs, priority }: AskLimits,
): AskModel {
  const { name, chat, budget } = upstream;
  const deadline = ctx.clock.now() + limitMs;
  const timeLeftMs = () => deadline - ctx.clock.now();

  const askOnce = async (request: Omit<ChatRequest, 'timeoutMs'>): Promise<ChatReply> => {
    await refuseIfResting(ctx, name);
    const ticket = await budget.take(timeLeftMs() - MIN_CALL_MS, priority);
    if (!ticket.granted) {
      const detail = 'The language model is asked as often as it may be.';
      throw new AppError('RATE_LIMITED', detail, { retryAfterMs: Math.max(1000, ticket.waitMs) });
    }
    const timeoutMs = Math.floor(timeLeftMs());
    if (timeoutMs < MIN_CALL_MS)
      throw new AppError('UPSTREAM_UNAVAILABLE', 'No time is left to ask the language model.', {
        reason: 'timed_out',
      });
    try {
      const reply = await callModel(ctx, name, () => chat.complete({ ...request, timeoutMs }));
      countTokens(ctx, upstream, reply.tokens);
      return reply;
    } catch (error) {
      if (isTooManyRequests(error)) await budget.refused(ticket.takenAt, error.retryAfterMs);
      throw error;
    }
  };

  return async (request) => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await askOnce(request);
      } catch (error) {
        if (attempt + 1 >= ATTEMPTS || !isUpstreamFailure(error)) throw error;
        const waitMs = error.retryAfterMs ?? backoffMs(attempt, BACKOFF, ctx.random);
        if (waitMs + MIN_CALL_MS > timeLeftMs()) throw error;
        await ctx.clock.sleep(waitMs);
      }
    }
  };
}

/** Throws while the breaker is open, before a slot of the budget is spent on a call that would not be made. */
async function refuseIfResting(ctx: AskContext, name: ChatUpstream['name']): Promise<void> {
  const { state, nextTryAt } = await ctx.breaker(name).status();
  if (state !== 'open') return;
  const retryAfterMs = Math.max(1000, (nextTryAt ?? 0) - ctx.clock.now());
  throw new AppError('UPSTREAM_UNAVAILABLE', 'The language model is resting after failures.', {
    retryAfterMs,
    reason: 'resting',
  });
}

/** A failure of the model's server, which our own refusals to ask it are not. */
function isUpstreamFailure(error: unknown): error is AppError {
  return error instanceof AppError && error.retryable && error.cause !== undefined;
}

function isTooManyRequests(error: unknown): error is AppError {
  if (!isUpstreamFailure(error)) return false;
  const { cause } = error;
  return typeof cause === 'object' && cause !== null && 'status' in cause && cause.status === 429;
}
