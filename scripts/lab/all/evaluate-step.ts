import { join } from 'node:path';
import type { ServiceContext } from '../../../src/context.ts';
import type { Sample } from '../dataset/candidate.ts';
import type { Asked } from '../evaluate/answer-file.ts';
import { askOnce } from '../evaluate/ask-once.ts';
import {
  type AnalyzerComparison,
  type AnalyzerScores,
  compareAnalyzers,
} from '../evaluate/compare-analyzers.ts';
import { type CalibrationBin, calibrationBins } from '../statistics/calibration.ts';

/** An evaluation without its times, which no two runs share. */
export interface EvaluationResult {
  songs: number;
  analyzers: (Omit<AnalyzerScores, 'latency_ms'> & { calibration: CalibrationBin[] })[];
  pairs: AnalyzerComparison['pairs'];
  agreement: AnalyzerComparison['agreement'];
}

export interface Evaluated {
  result: EvaluationResult;
  latencyMs: Record<string, { p50: number; p95: number }>;
  /** Every answer, a line each. */
  answersFile: string;
}

/** As in the calibration error: a prediction at most this far off is right. */
const HALF_A_UNIT = 0.5;

function calibrationOf(samples: readonly Sample[], answers: readonly Asked[]): CalibrationBin[] {
  const targets = new Map(samples.map(({ id, targets }) => [id, targets.sentiment_score]));
  const claims = answers.flatMap(({ id, repeat, confidence, sentiment_score }) => {
    const target = targets.get(id) ?? null;
    if (repeat !== 1 || confidence === null || sentiment_score === null || target === null) return [];
    return [{ confidence, right: Math.abs(sentiment_score - target) <= HALF_A_UNIT }];
  });
  return calibrationBins(claims);
}

/** Asks the engine, and with a configured model that model and the hybrid, about the test songs, and scores them. */
export async function evaluateInRun(
  ctx: ServiceContext,
  samples: readonly Sample[],
  { folder, onAnswer }: { folder: string; onAnswer?: (done: number, all: number) => void },
): Promise<Evaluated> {
  const analyzers = ctx.chatModels.length === 0 ? ['algorithmic'] : ['algorithmic', 'hybrid', 'qwen'];
  const answersFile = join(folder, 'answers.jsonl');
  const answers = await askOnce(ctx, samples, { analyzers, answersFile, onAnswer });
  const compared = compareAnalyzers(samples, answers);
  const latencies = compared.analyzers.flatMap(({ analyzer, latency_ms }) =>
    latency_ms === null ? [] : [[analyzer, latency_ms] as const],
  );
  return {
    result: {
      songs: samples.length,
      analyzers: compared.analyzers.map(({ latency_ms: _, ...scores }) => ({
        ...scores,
        calibration: calibrationOf(
          samples,
          answers.filter(({ analyzer }) => analyzer === scores.analyzer),
        ),
      })),
      pairs: compared.pairs,
      agreement: compared.agreement,
    },
    latencyMs: Object.fromEntries(latencies),
    answersFile,
  };
}
