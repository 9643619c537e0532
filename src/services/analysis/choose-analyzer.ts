import type { ServiceContext } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import { createAlgorithmicAnalyzer } from './algorithmic-analyzer.ts';
import type { Analyzer } from './analyzer.ts';
import { createHybridAnalyzer } from './hybrid-analyzer.ts';
import { createQwenAnalyzer, type QwenContext } from './qwen-analyzer.ts';

export const ANALYZER_CHOICES = ['auto', 'qwen', 'algorithmic', 'hybrid'] as const;
export type AnalyzerChoice = (typeof ANALYZER_CHOICES)[number];

export interface ChosenAnalyzer {
  analyzer: Analyzer;
  /** Why it is not the one that was asked for; null where it is. */
  reason: string | null;
}

/**
 * The analyser for a choice. `auto` is the model where one is configured, and the engine where none is; the model
 * asked for by name where none is configured is CONFIG_INVALID.
 */
export function chooseAnalyzer(
  ctx: QwenContext & Pick<ServiceContext, 'chat'>,
  choice: AnalyzerChoice,
): ChosenAnalyzer {
  if (choice === 'algorithmic') return { analyzer: createAlgorithmicAnalyzer(ctx.lexicon), reason: null };
  const { chat } = ctx;
  if (chat === null) {
    if (choice !== 'auto') throw new AppError('CONFIG_INVALID', 'No language model is configured.');
    return { analyzer: createAlgorithmicAnalyzer(ctx.lexicon), reason: 'not_configured' };
  }
  const create = choice === 'hybrid' ? createHybridAnalyzer : createQwenAnalyzer;
  return { analyzer: create(ctx, chat), reason: null };
}
