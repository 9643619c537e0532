import { useEffect, useState } from 'preact/hooks';
import type { Arrival } from '../router/history.ts';
import { ApiError } from './api-error.ts';
import { getJson } from './get-json.ts';

export type Loaded<T> =
  | { status: 'loading' }
  | { status: 'ready'; data: T }
  | { status: 'failed'; error: ApiError; retry: () => void };

const KEPT = 30;
const remembered = new Map<string, unknown>();

function remember(path: string, data: unknown): void {
  remembered.delete(path);
  remembered.set(path, data);
  const oldest = remembered.keys().next().value;
  if (remembered.size > KEPT && oldest !== undefined) remembered.delete(oldest);
}

/**
 * Loads one answer of the API; with `arrival` "history" the one seen before is shown at once. A component that
 * can change its path needs the path as its key.
 */
export function useJson<T>(path: string, arrival: Arrival): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>(() =>
    arrival === 'history' && remembered.has(path)
      ? { status: 'ready', data: remembered.get(path) as T }
      : { status: 'loading' },
  );
  const [attempt, setAttempt] = useState(0);

  // Asked once per path and attempt.
  useEffect(() => {
    if (loaded.status === 'ready') return;
    const controller = new AbortController();
    const load = async () => {
      setLoaded({ status: 'loading' });
      try {
        const data = await getJson<T>(path, { signal: controller.signal });
        remember(path, data);
        setLoaded({ status: 'ready', data });
      } catch (error) {
        if (controller.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setLoaded({ status: 'failed', error, retry: () => setAttempt((n) => n + 1) });
      }
    };
    void load();
    return () => controller.abort();
  }, [path, attempt]);

  return loaded;
}
