import type { ServiceContext } from '../../../context.ts';
import type { AlgorithmicAnalysis } from '../../../lyrics/contract.ts';
import type { AskContext, AskLimits } from '../../models/ask-model.ts';

/** An analyser's result for one text, and its cost. */
export interface AnalyzerAnswer {
  body: AlgorithmicAnalysis;
  /** The model's name at its server; null for the engine. */
  model: string | null;
  tokens: { prompt: number; completion: number } | null;
  costUsd: number | null;
  /** How far model and engine agree, 0-1; null if only one of them answered. */
  agreement: number | null;
  /** The last line that was read, from 1; null if all were read. */
  readToLine: number | null;
}

/** The limits for an answer. */
export interface AnalyzerLimits extends AskLimits {
  temperature: number;
}

/** One way to analyse a text. Its versions are part of the key under which an answer is cached and stored. */
export interface Analyzer {
  readonly type: string;
  readonly modelVersion: string;
  readonly promptVersion: string;
  /** The engine that counts, whoever judges. */
  readonly engineVersion: string;
  /** Whether a model answers, so that the temperature matters and a call has a cost. */
  readonly usesModel: boolean;
  /** Throws an AppError if it has no answer; `analyze-text.ts` decides what to do then. */
  analyze(text: string, limits: AnalyzerLimits): Promise<AnalyzerAnswer>;
}

/** The dependencies of an analyser. */
export type AnalyzerContext = AskContext &
  Pick<ServiceContext, 'lexicon' | 'engineVersion' | 'chatModels' | 'log'>;

/** A kind of analyser. To add one, export one of these from a file and add a line to the registry. */
export interface AnalyzerKind<T extends string = string> {
  readonly type: T;
  /** One sentence for `/models/info` and the API's description. */
  readonly summary: string;
  /** Analysers of this kind, best first; empty if their dependencies are not configured. */
  open(ctx: AnalyzerContext): readonly Analyzer[];
}
