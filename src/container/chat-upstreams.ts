import type { Config, ModelConfig } from '../config.ts';
import type { ChatUpstream } from '../context.ts';
import type { Clock } from '../lib/clock.ts';
import { budgetOptions, createModelBudget } from '../lib/resilience/model-budget.ts';
import type { SharedState } from '../lib/resilience/shared-state.ts';
import { createSpendBudget } from '../lib/resilience/spend-budget.ts';
import { createChatModel } from '../llm/chat.ts';

/** The configured chat models. Models of one server share its rate. */
export function createChatUpstreams(
  llm: Config['llm'],
  deps: { state: SharedState; clock: Clock },
): readonly ChatUpstream[] {
  if (llm === null) return [];
  const options = budgetOptions(llm.requestsPerMinute, llm.burst);
  const spend = llm.dailyBudgetUsd === null ? null : createSpendBudget(llm.dailyBudgetUsd, deps);
  const upstream = (name: ChatUpstream['name'], model: ModelConfig): ChatUpstream => ({
    name,
    chat: createChatModel(model),
    budget: createModelBudget(model.baseUrl === llm.baseUrl ? 'llm' : name, deps, options),
    spend,
    price: Object.hasOwn(llm.prices, model.model) ? (llm.prices[model.model] ?? null) : null,
  });
  return [upstream('llm', llm), ...(llm.fallback === null ? [] : [upstream('llm-fallback', llm.fallback)])];
}
