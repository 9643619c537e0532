import type { ChatUpstream, ServiceContext } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import type { ChatReply, ChatRequest } from '../../llm/types.ts';
import { costUsd } from './model-cost.ts';
import { ModelNotAsked, moneySpent } from './model-not-asked.ts';
import { httpStatusOf } from './record-outcome.ts';

type Question = Pick<ChatRequest, 'system' | 'user' | 'followUp' | 'schema' | 'maxTokens'>;

/** Of the template that a server puts around each turn. */
const TOKENS_OF_A_TURN = 16;

/** No tokenizer makes more tokens of a text than it has bytes. */
function mostTokens({ system, user, followUp = [], schema, maxTokens }: Question): ChatReply['tokens'] {
  const turns = [system, user, ...followUp.map(({ content }) => content), JSON.stringify(schema ?? '')];
  const encoder = new TextEncoder();
  const prompt = turns.reduce((sum, turn) => sum + encoder.encode(turn).length + TOKENS_OF_A_TURN, 0);
  return { prompt, completion: maxTokens };
}

/**
 * What a failed call cost; null if that is not known. A call that was not made, and one that the server answered with an
 * error, cost nothing; one that was cut off may have been charged.
 */
function costOfFailure(error: unknown): number | null {
  if (error instanceof ModelNotAsked) return 0;
  return error instanceof AppError && httpStatusOf(error) !== null ? 0 : null;
}

/**
 * Calls a model within the daily budget, if there is one: reserves what the call may cost at most, and settles what it
 * cost. What is not known stays reserved, so that the cap holds. Throws `ModelNotAsked` (`budget_spent`) if the
 * call might exceed the cap.
 */
export async function withinSpend(
  ctx: Pick<ServiceContext, 'clock' | 'metrics'>,
  { name, spend, price }: ChatUpstream,
  { question, call }: { question: Question; call: () => Promise<ChatReply> },
): Promise<ChatReply> {
  if (spend === null) return await call();
  const reserved = await spend.reserve(costUsd(mostTokens(question), price) ?? 0);
  if (reserved === null) {
    ctx.metrics.count('barline_model_budget_refusals_total', { upstream: name });
    const { resetsAt } = await spend.read();
    throw moneySpent(resetsAt - ctx.clock.now());
  }
  try {
    const reply = await call();
    const cost = costUsd(reply.tokens, price);
    if (cost !== null) await reserved.settle(cost);
    return reply;
  } catch (error) {
    const cost = costOfFailure(error);
    if (cost !== null) await reserved.settle(cost);
    throw error;
  }
}
