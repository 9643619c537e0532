import { z } from 'zod';
import { describeError } from '../../../src/lib/errors.ts';
import { CommandError } from '../../explain.ts';
import { isStopping } from '../../local/stop-signals.ts';
import type { Sample } from '../dataset/candidate.ts';
import { type Asked, openAnswers } from './answer-file.ts';

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
  /** How long the call to the analyser took, where that is known apart from waiting for a slot of the rate budget. */
  ms: z.number().optional(),
});

/** The body of `POST /analyze`. */
export interface AnalysisRequest {
  lyrics: string;
  analyzer: string;
  on_limit: 'error';
  use_cache: boolean;
}

/** Sends one request; rejects with what the server says. */
export type AskAnalysis = (body: AnalysisRequest) => Promise<unknown>;

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
    const body: AnalysisRequest = {
      lyrics: lyrics.slice(0, MAX_CHARACTERS),
      analyzer,
      on_limit: 'error',
      use_cache: repeat === 1,
    };
    const { analysis, cached, ms = taken() } = Answer.parse(await ask(body));
    const { sentiment, sentiment_score, confidence, provenance } = analysis;
    const tokens =
      provenance.tokens === null ? null : provenance.tokens.prompt + provenance.tokens.completion;
    const prompt_tokens = provenance.tokens?.prompt ?? null;
    const facts = { cached, tokens, prompt_tokens, cost_usd: provenance.cost_usd, ms };
    return { id, analyzer, repeat, sentiment_score, sentiment, confidence, ...facts, error: null };
  } catch (error) {
    const facts = { cached: false, tokens: null, prompt_tokens: null, cost_usd: null, ms: taken() };
    return { ...blank, ...facts, error: describeError(error) };
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
  const answers = await openAnswers(file);
  const done = new Set(answers.known.map(keyOf));
  const rows = [...answers.known];
  const questions = samples.flatMap((sample) =>
    analyzers.flatMap((analyzer) =>
      Array.from({ length: times }, (_, at) => ({ sample, analyzer, repeat: at + 1 })),
    ),
  );
  const open = questions.filter(
    ({ sample, analyzer, repeat }) => !done.has(keyOf({ id: sample.id, analyzer, repeat })),
  );
  try {
    for (const [at, { sample, analyzer, repeat }] of open.entries()) {
      const row = await askOne(ask, sample, { analyzer, repeat });
      // What fails because the command is being ended is no failure of the analyser.
      if (isStopping()) throw new CommandError('Ended while analysers were asked.');
      await answers.append(row);
      rows.push(row);
      onRow?.(questions.length - open.length + at + 1, questions.length);
    }
  } finally {
    await answers.close();
  }
  return rows;
}
