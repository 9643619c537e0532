import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { readEvents } from '../api/read-events.ts';
import { requestJson } from '../api/request-json.ts';
import type { Analysis, AnalysisEvent, CompareAnswer, QualityAnswer } from '../api/types.ts';
import { wholeLines } from './whole-lines.ts';

/** Most that the server analyses of a text, and most that it rates, in UTF-16 units. */
const MOST_ANALYSED = 5000;
const MOST_RATED = 2000;
/** A model may take its time. */
const COMPARE_MS = 60_000;

export interface Degraded {
  reason: string;
  detail: string;
  retry_after_seconds: number | null;
}

/** One answer that is asked for: on its way, there, or why there is none. */
export type Asked<T> =
  | { state: 'idle' }
  | { state: 'asking' }
  | { state: 'there'; answer: T }
  | { state: 'failed'; error: ApiError };

export interface Server {
  model: Asked<Analysis>;
  /** Why the model gave no answer, where the rest came. */
  degraded: Degraded | null;
  quality: Asked<QualityAnswer>;
  comparison: Asked<CompareAnswer>;
  /** Lines that were sent, where they are fewer than the text has. */
  analysedLines: number | null;
  ratedLines: number | null;
  /** Asks the model, and for the rating. */
  ask: () => void;
  rate: () => void;
  compare: () => void;
}

interface Answers {
  model: Asked<Analysis>;
  degraded: Degraded | null;
  quality: Asked<QualityAnswer>;
  comparison: Asked<CompareAnswer>;
}

const NOTHING: Answers = {
  model: { state: 'idle' },
  degraded: null,
  quality: { state: 'idle' },
  comparison: { state: 'idle' },
};

async function settle<T>(work: Promise<T>, signal: AbortSignal): Promise<Asked<T> | null> {
  try {
    const answer = await work;
    return signal.aborted ? null : { state: 'there', answer };
  } catch (error) {
    if (signal.aborted) return null;
    if (!(error instanceof ApiError)) throw error;
    return { state: 'failed', error };
  }
}

/** What the server says of a text; nothing is sent before it is asked. */
export function useServer(text: string): Server {
  const [answers, setAnswers] = useState<Answers>(NOTHING);
  const running = useRef(new AbortController());
  const add = (part: Partial<Answers>) => setAnswers((before) => ({ ...before, ...part }));
  const [analysed, rated] = [wholeLines(text, MOST_ANALYSED), wholeLines(text, MOST_RATED)];

  useEffect(() => {
    setAnswers(NOTHING);
    running.current = new AbortController();
    const controller = running.current;
    return () => controller.abort();
  }, [text]);

  const rate = useCallback(() => {
    const { signal } = running.current;
    add({ quality: { state: 'asking' } });
    const quality = requestJson<QualityAnswer>('/predict-quality', { body: { lyrics: rated.text }, signal });
    void settle(quality, signal).then((settled) => settled && add({ quality: settled }));
  }, [text]);

  const ask = useCallback(() => {
    const { signal } = running.current;
    add({ model: { state: 'asking' }, degraded: null });
    const model = askModel(analysed.text, signal, (degraded) => add({ degraded }));
    void settle(model, signal).then((settled) => settled && add({ model: orIdle(settled) }));
    rate();
  }, [text]);

  const compare = useCallback(() => {
    const { signal } = running.current;
    add({ comparison: { state: 'asking' } });
    const body = { lyrics: analysed.text, analyzers: ['algorithmic', 'qwen'] };
    const comparison = requestJson<CompareAnswer>('/analyze/compare', {
      body,
      signal,
      timeoutMs: COMPARE_MS,
    });
    void settle(comparison, signal).then((settled) => settled && add({ comparison: settled }));
  }, [text]);

  return { ...answers, analysedLines: analysed.lines, ratedLines: rated.lines, ask, rate, compare };
}

/** A model that gave no answer leaves the engine's; `degraded` says why. */
const orIdle = (settled: Asked<Analysis | null>): Asked<Analysis> => {
  if (settled.state !== 'there') return settled;
  return settled.answer === null ? { state: 'idle' } : { state: 'there', answer: settled.answer };
};

async function askModel(
  lyrics: string,
  signal: AbortSignal,
  onDegraded: (degraded: Degraded) => void,
): Promise<Analysis | null> {
  let analysis: Analysis | null = null;
  for await (const { event, data } of readEvents('/analyze/stream', {
    body: { lyrics },
    signal,
    last: 'done',
  })) {
    const told = { event, data } as AnalysisEvent;
    if (told.event === 'model') analysis = told.data.analysis;
    if (told.event === 'degraded') onDegraded(told.data);
  }
  return analysis;
}
