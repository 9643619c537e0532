import { AppError } from '../../lib/errors.ts';
import { toTextInput } from '../analysis/analyze-lyrics.ts';
import { type AnalysisContext, analyzeText } from '../analysis/analyze-text.ts';
import type { Judgement } from './contract.ts';

/** As `POST /analyze` asks by default, so that both share one call and one cached answer. */
const TEMPERATURE = 0.1;

export interface AskedJudgement {
  judgement: Judgement | null;
  /** Why there is none. */
  reason: string | null;
}

/** A language model's own judgement of the craft of a text, beside the trained model's; a failure is told, not thrown. */
export async function askJudgement(ctx: AnalysisContext, lyrics: string): Promise<AskedJudgement> {
  if (ctx.chatModels.length === 0) return { judgement: null, reason: 'not_configured' };
  try {
    const asked = toTextInput({
      lyrics,
      analyzer: 'qwen',
      temperature: TEMPERATURE,
      useCache: true,
      onLimit: 'error',
    });
    const { analysis, cached } = await analyzeText(ctx, asked);
    const { quality_score: score, summary, provenance } = analysis;
    if (score === null) return { judgement: null, reason: 'not_judged' };
    return {
      judgement: {
        quality_score: score,
        // The stored share has four decimals; the model gave a whole number.
        quality_on_ten: Math.round((1 + score * 9) * 100) / 100,
        summary,
        model: provenance.model,
        cached,
        tokens: provenance.tokens,
        cost_usd: provenance.cost_usd,
      },
      reason: null,
    };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'CLIENT_GONE') throw error;
    ctx.log.warn('no judgement of quality', { code: error.code, reason: error.reason });
    return { judgement: null, reason: error.reason };
  }
}
