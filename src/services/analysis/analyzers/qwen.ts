import type { ChatUpstream } from '../../../context.ts';
import { analysisPrompt, PROMPT_VERSION } from '../../../llm/prompts/analysis-v1.ts';
import { analyzeLyrics } from '../../../lyrics/analyze.ts';
import { askChecked } from '../../models/ask-checked.ts';
import { checkReply } from './qwen-judgement/check-reply.ts';
import { mergeReply } from './qwen-judgement/merge-reply.ts';
import { QuoteFinder } from './qwen-judgement/quote-finder.ts';
import { selectShownLines } from './qwen-judgement/shown-lines.ts';
import type { Analyzer, AnalyzerAnswer, AnalyzerContext, AnalyzerKind, AnalyzerLimits } from './types.ts';

/** Tokens of the answer, and of a thought before it where the first room was too small. */
const ROOM = { first: 2000, more: 6000 };

/**
 * The language model as an analyser: it judges mood, themes, style and craft, and what it claims must stand in the
 * text; everything that can be counted is the engine's. Throws RATE_LIMITED where the budget is spent,
 * UPSTREAM_UNAVAILABLE where the model cannot be asked within the time limit and UPSTREAM_REJECTED where its answer is
 * of no use.
 */
export const qwen: AnalyzerKind<'qwen'> = {
  type: 'qwen',
  summary:
    'A language model judges mood, themes, style and craft, with quotes that are checked; the engine counts.',
  open: (ctx) =>
    openOnModels(ctx, 'qwen', async (upstream, text, limits) => {
      const { answer } = await judge(ctx, upstream, text, limits);
      return answer;
    }),
};

type Ask = (upstream: ChatUpstream, text: string, limits: AnalyzerLimits) => Promise<AnalyzerAnswer>;

/** One analyser for each configured chat model, in the order in which they are asked. */
export function openOnModels(ctx: AnalyzerContext, type: string, ask: Ask): Analyzer[] {
  return ctx.chatModels.map((upstream) => ({
    type,
    modelVersion: upstream.chat.model,
    promptVersion: PROMPT_VERSION,
    usesModel: true,
    analyze: (text, limits) => ask(upstream, text, limits),
  }));
}

/** What the model makes of a text, beside what the engine alone does. Throws as `qwen` does. */
export async function judge(
  ctx: AnalyzerContext,
  upstream: ChatUpstream,
  text: string,
  limits: AnalyzerLimits,
): Promise<{ answer: AnalyzerAnswer; engine: AnalyzerAnswer['body'] }> {
  const engine = analyzeLyrics(text, { lexicon: ctx.lexicon });
  const shown = selectShownLines(text, engine.sections);
  const finder = new QuoteFinder(text, shown.withheld);
  const { value, ...asked } = await askChecked(ctx, upstream, {
    ...limits,
    purpose: 'analysis',
    prompt: analysisPrompt(shown.lines),
    room: ROOM,
    check: (reply) => checkReply(reply, finder),
  });
  const body = mergeReply({ engine, grounded: value, repaired: asked.repaired, shown });
  const readToLine = shown.share < 1 ? shown.endLine : null;
  const { model, tokens, costUsd } = asked;
  return { answer: { body, model, tokens, costUsd, agreement: null, readToLine }, engine };
}
