import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CommandError } from '../../explain.ts';

const Id = z.union([z.string().min(1), z.number()]).transform(String);

const Row = z.looseObject({
  id: Id,
  artist: z.string().trim().min(1),
  /** Null where the analyser failed. */
  predicted: z.number().nullish(),
  actual: z.number(),
  error: z.string().nullish(),
  split: z.enum(['train', 'test', 'validation']).nullish(),
  text: z.string().nullish(),
  /** What the model was asked, as sent. */
  prompt: z.string().nullish(),
  /** Which time the same question was asked, from 1. */
  repeat: z.number().int().positive().nullish(),
  cached: z.boolean().nullish(),
  confidence: z.number().min(0).max(1).nullish(),
});

export interface PredictionRow {
  id: string;
  artist: string;
  /** Null where the analyser failed. */
  predicted: number | null;
  actual: number;
  split: 'train' | 'test' | 'validation' | null;
  text: string | null;
  prompt: string | null;
  repeat: number;
  cached: boolean;
  confidence: number | null;
}

export interface PredictionFile {
  rows: PredictionRow[];
  /** How many items were asked about, if the file says; rows that are missing count as failures. */
  asked: number | null;
}

const List = z.object({
  total: z.number().int().nonnegative().optional(),
  predictions: z.array(z.unknown()),
});

/**
 * Reads predictions: NDJSON, a JSON list, or an object with `predictions` and the number of items that were asked about
 * (`total`). Every row needs `id`, `artist`, `predicted` (null: it failed) and `actual`. Throws `CommandError`, which names
 * the row, if one does not fit: a row that is left out would change the result.
 */
export async function readPredictions(path: string): Promise<PredictionFile> {
  const { values, asked } = split(await readFile(path, 'utf8'), path);
  if (values.length === 0) throw new CommandError(`${path} holds no predictions.`);
  return { rows: values.map((value, at) => toRow(value, `${path}, row ${at + 1}`)), asked };
}

function split(text: string, path: string): { values: unknown[]; asked: number | null } {
  const whole = parsed(text);
  if (Array.isArray(whole)) return { values: whole, asked: null };
  const list = List.safeParse(whole);
  if (list.success) return { values: list.data.predictions, asked: list.data.total ?? null };
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map((line, at) => {
    const value = parsed(line);
    if (value === undefined) throw new CommandError(`${path}, row ${at + 1} is not JSON.`);
    return value;
  });
  return { values, asked: null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toRow(value: unknown, place: string): PredictionRow {
  const read = Row.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new CommandError(
      `${place}: ${issue?.path.join('.') || 'the row'} ${issue?.message ?? 'does not fit'}.`,
    );
  }
  const {
    id,
    artist,
    predicted,
    actual,
    error,
    split: part,
    text,
    prompt,
    repeat,
    cached,
    confidence,
  } = read.data;
  return {
    id,
    artist,
    predicted: error === undefined || error === null ? (predicted ?? null) : null,
    actual,
    split: part ?? null,
    text: text ?? null,
    prompt: prompt ?? null,
    repeat: repeat ?? 1,
    cached: cached ?? false,
    confidence: confidence ?? null,
  };
}
