import type { ChatUpstream, ServiceContext } from '../../context.ts';
import type { ChatReply } from '../../llm/types.ts';

/** US dollars at a price per million tokens; null if tokens or price are unknown. */
export function costUsd(tokens: ChatReply['tokens'], price: ChatUpstream['price']): number | null {
  if (tokens === null || price === null) return null;
  return (tokens.prompt * price.prompt + tokens.completion * price.completion) / 1e6;
}

/** Counts the tokens of an answer and their cost, including unusable answers, because they are charged too. */
export function countTokens(
  ctx: Pick<ServiceContext, 'metrics'>,
  { name, price }: ChatUpstream,
  tokens: ChatReply['tokens'],
): void {
  if (tokens === null) return;
  for (const kind of ['prompt', 'completion'] as const)
    ctx.metrics.count('barline_model_tokens_total', { upstream: name, kind }, tokens[kind]);
  const cost = costUsd(tokens, price);
  if (cost !== null)
    ctx.metrics.count('barline_model_cost_microdollars_total', { upstream: name }, Math.round(cost * 1e6));
}
