import { AppError } from '../../../lib/errors.ts';
import { algorithmic } from './algorithmic.ts';
import { hybrid } from './hybrid.ts';
import { qwen } from './qwen.ts';
import type { Analyzer, AnalyzerContext, AnalyzerKind } from './types.ts';

/** Every analyser there is. */
export const ANALYZERS = [qwen, algorithmic, hybrid] as const satisfies readonly AnalyzerKind[];

export type AnalyzerType = (typeof ANALYZERS)[number]['type'];
export const ANALYZER_TYPES = ANALYZERS.map(({ type }) => type) as [AnalyzerType, ...AnalyzerType[]];

/** `auto` is the model where one is configured, and the engine where none is. */
export type AnalyzerChoice = AnalyzerType | 'auto';
export const ANALYZER_CHOICES = ['auto', ...ANALYZER_TYPES] as const satisfies readonly AnalyzerChoice[];

export interface ChosenAnalyzers {
  /** The one that is asked, then those of its kind that are asked when it fails. */
  chain: readonly [Analyzer, ...Analyzer[]];
  /** Why it is not the one that was asked for; null where it is. */
  reason: string | null;
}

/** The analysers for a choice. A model asked for by name where none is configured is CONFIG_INVALID. */
export function chooseAnalyzers(ctx: AnalyzerContext, choice: AnalyzerChoice): ChosenAnalyzers {
  const wanted = choice === 'auto' ? 'qwen' : choice;
  const [first, ...others] = ANALYZERS.find(({ type }) => type === wanted)?.open(ctx) ?? [];
  if (first !== undefined) return { chain: [first, ...others], reason: null };
  if (choice !== 'auto') throw new AppError('CONFIG_INVALID', 'No language model is configured.');
  return { chain: [openEngine(ctx)], reason: 'not_configured' };
}

/** The lyric engine, which needs nothing that could be missing. */
export function openEngine(ctx: AnalyzerContext): Analyzer {
  const [engine] = algorithmic.open(ctx);
  if (engine === undefined) throw new Error('the engine is always there');
  return engine;
}
