import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AnalysisReplySchema } from '../../../src/llm/prompts/analysis-reply.ts';
import { CommandError } from '../../explain.ts';
import type { Sample } from './candidate.ts';
import { hashOf } from './dataset-hash.ts';

const Row: z.ZodType<Sample> = z.object({
  id: z.string(),
  artist: z.string(),
  title: z.string(),
  year: z.number().nullable(),
  language: z.string().nullable(),
  genre: z.string().nullable().default(null),
  lyrics: z.string(),
  analyzer: z.string(),
  model_version: z.string(),
  confidence: z.number(),
  targets: z.object({
    sentiment_score: z.number().nullable(),
    sentiment: z.string().nullable(),
    emotion: z.string().nullable(),
    themes: z.array(z.string()),
    quality: z.number().nullable(),
  }),
  reply: AnalysisReplySchema.nullable().default(null),
  split: z.enum(['train', 'test']),
});

const Info = z.looseObject({ dataset_hash: z.string() });

export interface Dataset {
  hash: string;
  samples: Sample[];
}

/**
 * Reads a folder that `lab prepare-dataset` wrote. Throws `CommandError` if the rows are not those whose hash was noted: figures
 * would be told of another data set.
 */
export async function readDataset(folder: string): Promise<Dataset> {
  const [lines, info] = await Promise.all([
    readFile(join(folder, 'dataset.jsonl'), 'utf8'),
    readFile(join(folder, 'dataset_info.json'), 'utf8'),
  ]);
  const { dataset_hash } = Info.parse(JSON.parse(info));
  if (hashOf(lines) !== dataset_hash)
    throw new CommandError(
      `${folder} was changed: dataset.jsonl has the hash ${hashOf(lines).slice(0, 12)}, dataset_info.json says ${dataset_hash.slice(0, 12)}. Prepare it again.`,
    );
  const rows = lines.split('\n').filter(Boolean);
  return { hash: dataset_hash, samples: rows.map((line) => Row.parse(JSON.parse(line))) };
}
