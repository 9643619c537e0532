import type { ServiceContext } from '../../../context.ts';
import type { AlgorithmicAnalysis } from '../../../lyrics/contract.ts';
import type { AskContext, AskLimits } from '../../models/ask-model.ts';

/** What an analyser says of one text, and what saying it took. */
export interface AnalyzerAnswer {
  body: AlgorithmicAnalysis;
  /** The model as the server names it; null for the engine. */
  model: string | null;
  tokens: { prompt: number; completion: number } | null;
  costUsd: number | null;
  /** How far model and engine agree, 0-1; null where only one of them answered. */
  agreement: number | null;
  /** The last line that was read, from 1; null where all were. */
  readToLine: number | null;
}

/** Within what limits an answer is wanted. */
export interface AnalyzerLimits extends AskLimits {
  temperature: number;
}

/** One way to analyse a text. Its versions are part of what an answer is cached and stored under. */
export interface Analyzer {
  readonly type: string;
  readonly modelVersion: string;
  readonly promptVersion: string;
  /** Whether a model answers, so that the temperature matters and a call costs something. */
  readonly usesModel: boolean;
  /** Throws an AppError where it has no answer: `analyze-text.ts` says what follows. */
  analyze(text: string, limits: AnalyzerLimits): Promise<AnalyzerAnswer>;
}

/** What an analyser may use. */
export type AnalyzerContext = AskContext & Pick<ServiceContext, 'lexicon' | 'chatModels' | 'log'>;

/** A kind of analyser: a file that exports one of these and a line in the registry are a new analyser. */
export interface AnalyzerKind<T extends string = string> {
  readonly type: T;
  /** One sentence for `/models/info` and the API's description. */
  readonly summary: string;
  /** Analysers of this kind, best first; none where what they need is not configured. */
  open(ctx: AnalyzerContext): readonly Analyzer[];
}
