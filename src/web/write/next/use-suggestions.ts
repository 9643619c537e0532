import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../api/api-error.ts';
import { requestJson } from '../../api/request-json.ts';
import type { NextLinesAnswer, NextLinesRequest } from '../../api/types.ts';

const SHOWN = 3;
const TIMEOUT_MS = 60_000;

export interface Suggested {
  status: 'idle' | 'asking' | 'ready' | 'failed';
  items: NextLinesAnswer['items'];
  error: ApiError | null;
}

const NONE: Suggested = { status: 'idle', items: [], error: null };

export interface Suggestions {
  suggested: Suggested;
  /** Asks for lines that follow these; an answer under way is dropped. */
  ask: (lines: readonly string[]) => Promise<void>;
}

/** Lines that the server suggested: kept while another tool is open. */
export function useSuggestions(): Suggestions {
  const [suggested, setSuggested] = useState(NONE);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const ask = async (lines: readonly string[]) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setSuggested((before) => ({ ...before, status: 'asking', error: null }));
    const body: NextLinesRequest = { lines: [...lines], count: SHOWN };
    try {
      const options = { body, signal: controller.signal, timeoutMs: TIMEOUT_MS };
      const { items } = await requestJson<NextLinesAnswer>('/next-lines', options);
      setSuggested({ status: 'ready', items, error: null });
    } catch (error) {
      if (controller.signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      setSuggested((before) => ({ ...before, status: 'failed', error }));
    }
  };
  return { suggested, ask };
}
