import { AppError } from '../../../lib/errors.ts';
import { algorithmic } from './algorithmic.ts';
import { hybrid } from './hybrid.ts';
import { qwen } from './qwen.ts';
import type { Analyzer, AnalyzerContext, AnalyzerKind } from './types.ts';

/** All analysers. */
export const ANALYZERS = [qwen, algorithmic, hybrid] as const satisfies readonly AnalyzerKind[];

export type AnalyzerType = (typeof ANALYZERS)[number]['type'];
export const ANALYZER_TYPES = ANALYZERS.map(({ type }) => type) as [AnalyzerType, ...AnalyzerType[]];

/** `auto` is the model if one is configured, otherwise the engine. */
export type AnalyzerChoice = AnalyzerType | 'auto';
export const ANALYZER_CHOICES = ['auto', ...ANALYZER_TYPES] as const satisfies readonly AnalyzerChoice[];

export interface ChosenAnalyzers {
  /** The requested analyser, followed by those of its kind that are tried when it fails. */
  chain: readonly [Analyzer, ...Analyzer[]];
  /** Why it differs from the requested one; null if it does not. */
  reason: string | null;
}

/** The analysers for a choice. Throws CONFIG_INVALID if a model is requested by name and none is configured. */
export function chooseAnalyzers(ctx: AnalyzerContext, choice: AnalyzerChoice): ChosenAnalyzers {
  const wanted = choice === 'auto' ? 'qwen' : choice;
  const [first, ...others] = ANALYZERS.find(({ type }) => type === wanted)?.open(ctx) ?? [];
  if (first !== undefined) return { chain: [first, ...others], reason: null };
  if (choice !== 'auto') throw new AppError('CONFIG_INVALID', 'No language model is configured.');
  return { chain: [openEngine(ctx)], reason: 'not_configured' };
}

const WORD = /[\p{L}\p{N}]/u;

/** As `chooseAnalyzers`; a caller's text without a letter or digit, such as emoji alone, is the engine's: no model is asked. */
export function chooseForText(ctx: AnalyzerContext, choice: AnalyzerChoice, text: string): ChosenAnalyzers {
  const chosen = chooseAnalyzers(ctx, choice);
  if (!chosen.chain[0].usesModel || WORD.test(text)) return chosen;
  return { chain: [openEngine(ctx)], reason: 'no_words' };
}

/** The lyric engine, which needs no configuration. */
export function openEngine(ctx: AnalyzerContext): Analyzer {
  const [engine] = algorithmic.open(ctx);
  if (engine === undefined) throw new Error('the engine is always there');
  return engine;
}
