import type { ServiceContext } from '../../context.ts';
import { DEFAULT_MODEL_BUDGET, type ModelBudgetOptions } from '../../lib/resilience/model-budget.ts';
import { PROMPT_VERSION } from '../../llm/prompts/analysis-v1.ts';
import type { ChatModel } from '../../llm/types.ts';
import { createAlgorithmicAnalyzer } from './algorithmic-analyzer.ts';
import type { Analyzer, AnalyzerAnswer } from './analyzer.ts';
import { type AskContext, createAskModel } from './qwen/ask-model.ts';
import { judgeLyrics } from './qwen/judge-lyrics.ts';
import { mergeReply } from './qwen/merge-reply.ts';
import { QuoteFinder } from './qwen/quote-finder.ts';
import { selectShownLines } from './qwen/shown-lines.ts';

export type QwenContext = AskContext & Pick<ServiceContext, 'lexicon' | 'log'>;

export interface QwenOptions {
  budget: ModelBudgetOptions;
  /** US dollars for a million tokens; null where nobody knows. */
  price: { prompt: number; completion: number } | null;
}

export const DEFAULT_QWEN_OPTIONS: QwenOptions = { budget: DEFAULT_MODEL_BUDGET, price: null };

/**
 * The language model as an analyser: it judges mood, themes, style and craft, and what it claims must stand in the
 * text; everything that can be counted is the engine's. Throws UPSTREAM_UNAVAILABLE where it cannot be asked within
 * the time limit and UPSTREAM_REJECTED where its answer is of no use.
 */
export function createQwenAnalyzer(
  ctx: QwenContext,
  chat: ChatModel,
  options: QwenOptions = DEFAULT_QWEN_OPTIONS,
): Analyzer {
  const judge = createQwenJudge(ctx, chat, options);
  return {
    type: 'qwen',
    modelVersion: chat.model,
    promptVersion: PROMPT_VERSION,
    usesTemperature: true,
    analyze: async (text, limits) => (await judge(text, limits)).answer,
  };
}

type Limits = Parameters<Analyzer['analyze']>[1];

/** What the model makes of a text, beside what the engine alone does. */
export function createQwenJudge(ctx: QwenContext, chat: ChatModel, options: QwenOptions) {
  const algorithmic = createAlgorithmicAnalyzer(ctx.lexicon);
  return async (
    text: string,
    { temperature, timeoutMs }: Limits,
  ): Promise<{ answer: AnalyzerAnswer; engine: AnalyzerAnswer['body'] }> => {
    const ask = createAskModel(ctx, chat, { timeoutMs, budget: options.budget });
    const { body: engine } = await algorithmic.analyze(text, { temperature, timeoutMs });
    const shown = selectShownLines(text, engine.sections);
    const finder = new QuoteFinder(text, shown.withheld);
    const judgement = await judgeLyrics(ask, ctx.log, { shown, finder, temperature });
    const { grounded, repaired, model, tokens } = judgement;
    const body = mergeReply({ engine, grounded, repaired, shown });
    return { answer: { body, model, tokens, costUsd: costOf(tokens, options.price) }, engine };
  };
}

function costOf(tokens: AnalyzerAnswer['tokens'], price: QwenOptions['price']): number | null {
  if (tokens === null || price === null) return null;
  return (tokens.prompt * price.prompt + tokens.completion * price.completion) / 1e6;
}
