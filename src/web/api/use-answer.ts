import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from './api-error.ts';

/** What is known of a question: its answer, or the one before it while it is asked, or why there is none. */
export interface Answer<T> {
  data: T | null;
  error: ApiError | null;
  isLoading: boolean;
  retry: () => void;
}

interface Known<T> {
  key: string | null;
  data: T | null;
  error: ApiError | null;
}

const KEPT = 30;
const remembered = new Map<string, unknown>();

function remember(key: string, data: unknown): void {
  remembered.delete(key);
  remembered.set(key, data);
  const oldest = remembered.keys().next().value;
  if (remembered.size > KEPT && oldest !== undefined) remembered.delete(oldest);
}

/**
 * Asks once for each key; null asks nothing. A newer question aborts the one under way, and the former answer stays until the
 * next is here. Answers of this visit are not asked for again.
 */
export function useAnswer<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [known, setKnown] = useState<Known<T>>({ key: null, data: null, error: null });
  const [attempt, setAttempt] = useState(0);
  const shown = useRef<T | null>(null);
  const before = key !== null && remembered.has(key) ? (remembered.get(key) as T) : null;

  // The key says what `load` asks.
  useEffect(() => {
    if (key === null || remembered.has(key)) return;
    const controller = new AbortController();
    const ask = async () => {
      try {
        const data = await load(controller.signal);
        remember(key, data);
        if (!controller.signal.aborted) setKnown({ key, data, error: null });
      } catch (error) {
        if (controller.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setKnown({ key, data: null, error });
      }
    };
    void ask();
    return () => controller.abort();
  }, [key, attempt]);

  const retry = () => {
    setKnown({ key: null, data: null, error: null });
    setAttempt((n) => n + 1);
  };
  const isCurrent = key !== null && known.key === key;
  shown.current = before ?? (isCurrent ? known.data : shown.current);
  if (before !== null) return { data: before, error: null, isLoading: false, retry };
  return {
    data: shown.current,
    error: isCurrent ? known.error : null,
    isLoading: key !== null && !isCurrent,
    retry,
  };
}
