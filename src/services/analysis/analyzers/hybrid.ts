import { agreementOf } from './agreement.ts';
import { combineJudgements } from './hybrid-judgement.ts';
import { judge, openOnModels } from './qwen.ts';
import type { AnalyzerKind } from './types.ts';

/** Combines model and engine: each judgement that both make is weighted by its confidence. Throws as QWEN does. */
export const hybrid: AnalyzerKind<'hybrid'> = {
  type: 'hybrid',
  summary: 'Model and engine in one answer, weighted by how sure each is, with how far they agree.',
  open: (ctx) =>
    openOnModels(ctx, 'hybrid', async (upstream, text, limits) => {
      const { answer, engine } = await judge(ctx, upstream, text, limits);
      const agreement = agreementOf(answer.body, engine);
      return { ...answer, body: combineJudgements(answer.body, engine), agreement };
    }),
};
