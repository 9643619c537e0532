import type { ServiceContext } from '../../../src/context.ts';
import type { Sample } from '../dataset/candidate.ts';
import type { Asked } from './answer-file.ts';
import { askAnalyzers } from './ask-analyzers.ts';
import { askDirectly } from './ask-directly.ts';

export interface OnceOptions {
  analyzers: readonly string[];
  /** Where answers are kept as they come; it may hold those of other songs and analysers, too. */
  answersFile: string;
  onAnswer?: ((done: number, all: number) => void) | undefined;
}

/** Asks each analyser once about each song in this process, and returns their answers and no others of the file. */
export async function askOnce(
  ctx: ServiceContext,
  samples: readonly Sample[],
  { analyzers, answersFile, onAnswer }: OnceOptions,
): Promise<Asked[]> {
  const asked = await askAnalyzers(samples, {
    ask: askDirectly(ctx),
    analyzers,
    repeat: 1,
    file: answersFile,
    ...(onAnswer && { onRow: onAnswer }),
  });
  const ids = new Set(samples.map(({ id }) => id));
  return asked.filter(({ id, analyzer }) => ids.has(id) && analyzers.includes(analyzer));
}
