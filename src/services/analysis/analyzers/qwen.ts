import type { ChatUpstream } from '../../../context.ts';
import { analysisPrompt, PROMPT_VERSION } from '../../../llm/prompts/analysis-v2.ts';
import { analyzeLyrics } from '../../../lyrics/analyze.ts';
import { askChecked } from '../../models/ask-checked.ts';
import { checkReply } from './qwen-judgement/check-reply.ts';
import { mergeReply } from './qwen-judgement/merge-reply.ts';
import { QuoteFinder } from './qwen-judgement/quote-finder.ts';
import { selectShownLines } from './qwen-judgement/shown-lines.ts';
import type { Analyzer, AnalyzerAnswer, AnalyzerContext, AnalyzerKind, AnalyzerLimits } from './types.ts';

/** Token limits of the answer: the first, and the larger one for an answer with a long thought before it. */
const ROOM = { first: 2000, more: 6000 };

/**
 * The language model as an analyser: it judges mood, themes, style and craft, and its claims must be supported by the
 * text; everything countable comes from the engine. Throws RATE_LIMITED if the budget is spent, UPSTREAM_UNAVAILABLE
 * if the model cannot be reached within the time limit and UPSTREAM_REJECTED if its answer is unusable.
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

/** One analyser for each configured chat model, in the order in which they are tried. */
export function openOnModels(ctx: AnalyzerContext, type: string, ask: Ask): Analyzer[] {
  return ctx.chatModels.map((upstream) => ({
    type,
    modelVersion: upstream.chat.model,
    promptVersion: PROMPT_VERSION,
    engineVersion: ctx.engineVersion,
    usesModel: true,
    analyze: (text, limits) => ask(upstream, text, limits),
  }));
}

/** The model's judgement of a text, next to the engine's own. Throws as `qwen` does. */
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
