import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';

/** The published names of the results about the chat model, below the folder of all results. */
export const QWEN_FOLDER = 'qwen_training';

type QwenFile = 'dataset_info.json' | 'evaluation_report.json' | `training_results_${string}.json`;

/** `training_results_20261127T000312Z.json`: the time at which the run started. */
export const trainingResultsName = (startedAt: string): QwenFile =>
  `training_results_${startedAt.replaceAll(/[-:]|\.\d+/g, '')}.json`;

/** Writes one of the published files and returns its path. */
export async function writeQwenResult(results: string, name: QwenFile, value: unknown): Promise<string> {
  const path = join(results, QWEN_FOLDER, name);
  await replaceFile(path, `${JSON.stringify(value, null, 2)}\n`);
  return path;
}
