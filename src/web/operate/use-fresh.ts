import { useCallback, useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { type GetOptions, getJson } from '../api/get-json.ts';

export interface Fresh<T> {
  data: T | null;
  error: ApiError | null;
  reload: () => void;
}

const INTERVAL_MS = 30_000;

/** An answer of the API that is asked for again every half minute while the page is seen; the last one stays meanwhile. */
export function useFresh<T>(path: string, accept: GetOptions['accept'] = []): Fresh<T> {
  const [state, setState] = useState<Omit<Fresh<T>, 'reload'>>({ data: null, error: null });
  const [attempt, setAttempt] = useState(0);
  const reload = useCallback(() => setAttempt((n) => n + 1), []);
  useEffect(() => {
    const controller = new AbortController();
    const load = async () => {
      try {
        const data = await getJson<T>(path, { signal: controller.signal, accept });
        setState({ data, error: null });
      } catch (error) {
        if (controller.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setState((before) => ({ ...before, error }));
      }
    };
    void load();
    const timer = setInterval(() => document.hidden || void load(), INTERVAL_MS);
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [path, attempt]);
  return { ...state, reload };
}
