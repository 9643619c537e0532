import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { describeError } from '../../../src/lib/errors.ts';
import type { Sample } from '../dataset/candidate.ts';

const Answer = z.object({
  analysis: z.object({
    sentiment: z.string().nullable(),
    sentiment_score: z.number().nullable(),
    confidence: z.number().nullable().catch(null),
    provenance: z.object({
      analyzer: z.string(),
      model: z.string().nullable(),
      degraded: z.boolean(),
      tokens: z.object({ prompt: z.number(), completion: z.number() }).nullable(),
      cost_usd: z.number().nullable(),
    }),
  }),
  cached: z.boolean(),
});

/** What an analyser said of a song, or why it said nothing. */
export interface Asked {
  id: string;
  analyzer: string;
  /** Which time it was asked, from 1. */
  repeat: number;
  /** -1 to 1. */
  sentiment_score: number | null;
  sentiment: string | null;
  confidence: number | null;
  cached: boolean;
  tokens: number | null;
  cost_usd: number | null;
  ms: number;
  /** Null if it answered. */
  error: string | null;
}

/** Sends one request; rejects with what the server says. */
export type AskAnalysis = (body: object) => Promise<unknown>;

export interface AskOptions {
  ask: AskAnalysis;
  analyzers: readonly string[];
  /** How often each question is asked; from the second time on past the cache. */
  repeat: number;
  /** A row a line as it comes: what is in it already is not asked again. */
  file: string;
  onRow?: (done: number, all: number) => void;
}

/** The longest text that /analyze takes. */
const MAX_CHARACTERS = 5000;

async function askOne(
  ask: AskAnalysis,
  { id, lyrics }: Sample,
  { analyzer, repeat }: { analyzer: string; repeat: number },
): Promise<Asked> {
  const started = performance.now();
  const taken = (): number => Math.round(performance.now() - started);
  const blank = { id, analyzer, repeat, sentiment_score: null, sentiment: null, confidence: null };
  try {
    // No fallback: an analyser that does not answer has failed.
    const body = {
      lyrics: lyrics.slice(0, MAX_CHARACTERS),
      analyzer,
      on_limit: 'error',
      use_cache: repeat === 1,
    };
    const { analysis, cached } = Answer.parse(await ask(body));
    const { sentiment, sentiment_score, confidence, provenance } = analysis;
    const tokens =
      provenance.tokens === null ? null : provenance.tokens.prompt + provenance.tokens.completion;
    const facts = { cached, tokens, cost_usd: provenance.cost_usd, ms: taken() };
    return { id, analyzer, repeat, sentiment_score, sentiment, confidence, ...facts, error: null };
  } catch (error) {
    const facts = { cached: false, tokens: null, cost_usd: null, ms: taken() };
    return { ...blank, ...facts, error: describeError(error) };
  }
}

async function readAsked(file: string): Promise<Asked[]> {
  try {
    const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as Asked);
  } catch {
    return [];
  }
}

const keyOf = ({ id, analyzer, repeat }: Pick<Asked, 'id' | 'analyzer' | 'repeat'>): string =>
  `${id} ${analyzer} ${repeat}`;

/**
 * Asks every analyser about every song, one after another, and keeps each answer at once, so that a command that was ended
 * goes on where it stopped. What failed is kept as failed.
 */
export async function askAnalyzers(samples: readonly Sample[], options: AskOptions): Promise<Asked[]> {
  const { ask, analyzers, repeat: times, file, onRow } = options;
  await mkdir(dirname(file), { recursive: true });
  const known = await readAsked(file);
  // Without the line that a killed process left half written.
  await writeFile(file, known.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const done = new Set(known.map(keyOf));
  const rows = [...known];
  const questions = samples.flatMap((sample) =>
    analyzers.flatMap((analyzer) =>
      Array.from({ length: times }, (_, at) => ({ sample, analyzer, repeat: at + 1 })),
    ),
  );
  const out = createWriteStream(file, { flags: 'a' });
  try {
    for (const { sample, analyzer, repeat } of questions) {
      if (done.has(keyOf({ id: sample.id, analyzer, repeat }))) continue;
      const row = await askOne(ask, sample, { analyzer, repeat });
      await new Promise<void>((resolve, reject) => {
        out.write(`${JSON.stringify(row)}\n`, (error) => (error ? reject(error) : resolve()));
      });
      rows.push(row);
      onRow?.(rows.length, questions.length);
    }
  } finally {
    out.end();
  }
  return rows;
}
