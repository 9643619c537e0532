import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { CommandError } from '../../explain.ts';
import { replaceFile } from '../run/replace-file.ts';

const nullableNumber = z.number().nullable();

const AskedSchema = z.object({
  id: z.string(),
  analyzer: z.string(),
  /** Which time it was asked, from 1. */
  repeat: z.int().positive(),
  /** -1 to 1. */
  sentiment_score: nullableNumber,
  sentiment: z.string().nullable(),
  confidence: nullableNumber,
  cached: z.boolean(),
  tokens: nullableNumber,
  /** Those of the tokens that were sent; null also in files of earlier versions. */
  prompt_tokens: nullableNumber.default(null),
  cost_usd: nullableNumber,
  ms: z.number(),
  /** Null if it answered. */
  error: z.string().nullable(),
});

/** What an analyser said of a song, or why it said nothing. */
export type Asked = z.infer<typeof AskedSchema>;

export interface AnswerFile {
  /** Answers of earlier attempts. */
  known: Asked[];
  append(row: Asked): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a file of answers, one a line, to go on after those that it holds. A last line that a killed process left half written is
 * dropped. Throws `CommandError` where another line is no answer: leaving it out would ask, and pay, again.
 */
export async function openAnswers(path: string): Promise<AnswerFile> {
  const known = await readAnswers(path);
  await mkdir(dirname(path), { recursive: true });
  await replaceFile(path, known.map(lineOf).join(''));
  const file = await open(path, 'a');
  return {
    known,
    append: async (row) => {
      try {
        await file.appendFile(lineOf(row));
      } catch (error) {
        // A failed write names no file.
        throw error instanceof Error ? Object.assign(error, { path }) : error;
      }
    },
    close: () => file.close(),
  };
}

const lineOf = (row: Asked): string => `${JSON.stringify(row)}\n`;

async function readAnswers(path: string): Promise<Asked[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return text
    .split('\n')
    .slice(0, -1)
    .map((line, at) => parseAnswer(line, `${path}, line ${at + 1}`));
}

function parseAnswer(line: string, place: string): Asked {
  try {
    return AskedSchema.parse(JSON.parse(line));
  } catch {
    throw new CommandError(
      `${place} is not an answer of an analyser. Remove the file to ask everything again.`,
    );
  }
}
