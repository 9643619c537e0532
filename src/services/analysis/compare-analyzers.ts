import { AppError } from '../../lib/errors.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { offsetsAsSent } from '../../lyrics/text/sent-offsets.ts';
import { roundNumbers } from '../../ml/round-numbers.ts';
import { toTextInput } from './analyze-lyrics.ts';
import { type AnalysisContext, analyzeText } from './analyze-text.ts';
import { type Agreement, measureAgreement } from './analyzers/agreement.ts';
import type { AnalyzerType } from './analyzers/registry.ts';

const DECIMALS = 4;

export interface ComparedAnalysis {
  analyzer: AnalyzerType;
  /** Null if this analyser has no answer: no other analyser replaces it. */
  analysis: Analysis | null;
  cached: boolean;
  error: { code: string; reason: string; detail: string } | null;
}

export interface AnalyzerAgreement extends Agreement {
  a: AnalyzerType;
  b: AnalyzerType;
}

/**
 * Runs several analysers on one text and measures how far each pair of them agrees. A failed analyser is listed with
 * its reason while the others answer; the mean agreement is null if fewer than two answered.
 */
export async function compareAnalyzers(
  ctx: AnalysisContext,
  input: { lyrics: string; analyzers: readonly AnalyzerType[]; temperature: number; useCache: boolean },
) {
  const analyses = await Promise.all(input.analyzers.map((analyzer) => analyzeOne(ctx, analyzer, input)));
  const agreement = pairwise(analyses);
  return {
    analyses,
    agreement,
    mean_agreement:
      agreement.length === 0
        ? null
        : roundNumbers(agreement.reduce((sum, { overall }) => sum + overall, 0) / agreement.length, DECIMALS),
    timestamp: new Date(ctx.clock.now()).toISOString(),
  };
}

async function analyzeOne(
  ctx: AnalysisContext,
  analyzer: AnalyzerType,
  input: { lyrics: string; temperature: number; useCache: boolean },
): Promise<ComparedAnalysis> {
  try {
    const { analysis, cached } = await analyzeText(
      ctx,
      toTextInput({ ...input, analyzer, onLimit: 'error' }),
    );
    return { analyzer, analysis: offsetsAsSent(analysis, input.lyrics), cached, error: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, reason, detail } = error;
    return { analyzer, analysis: null, cached: false, error: { code, reason, detail } };
  }
}

function pairwise(analyses: readonly ComparedAnalysis[]): AnalyzerAgreement[] {
  return analyses.flatMap((one, i) =>
    analyses.slice(i + 1).flatMap((other) => {
      if (one.analysis === null || other.analysis === null) return [];
      const measures = roundNumbers(measureAgreement(one.analysis, other.analysis), DECIMALS);
      return [{ a: one.analyzer, b: other.analyzer, ...measures }];
    }),
  );
}
