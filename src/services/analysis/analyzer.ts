import type { AnalyzerType } from '../../db/queries/analyses.ts';
import type { AlgorithmicAnalysis } from '../../lyrics/contract.ts';

/** What an analyser says of one text, and what saying it took. */
export interface AnalyzerAnswer {
  body: AlgorithmicAnalysis;
  /** The model as the server names it; null for the engine. */
  model: string | null;
  tokens: { prompt: number; completion: number } | null;
  costUsd: number | null;
}

/** One way to analyse a text. Its versions are part of what an answer is cached and stored under. */
export interface Analyzer {
  readonly type: AnalyzerType;
  readonly modelVersion: string;
  readonly promptVersion: string;
  /** Whether the temperature changes the answer. */
  readonly usesTemperature: boolean;
  analyze(text: string, options: { temperature: number; timeoutMs: number }): Promise<AnalyzerAnswer>;
}
