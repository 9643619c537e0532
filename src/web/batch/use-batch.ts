import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { getJson } from '../api/get-json.ts';
import { readEvents } from '../api/read-events.ts';
import type { Batch } from '../api/types.ts';

export interface WatchedBatch {
  batch: Batch | null;
  /** Why it cannot be watched at all. */
  error: ApiError | null;
  /** Whether the connection is lost and asked for again. */
  isLost: boolean;
}

const AGAIN_MS = 3_000;

export const hasEnded = ({ counts }: Batch): boolean => counts.queued + counts.running === 0;

const wait = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Follows the events of a batch; the server ends a stream after some time, and it is asked for again from there. */
async function follow(id: string, signal: AbortSignal, tell: (part: Partial<WatchedBatch>) => void) {
  let last: string | null = null;
  while (!signal.aborted) {
    try {
      const headers: Record<string, string> = last === null ? {} : { 'last-event-id': last };
      const events = readEvents(`/batch/${encodeURIComponent(id)}/events`, { headers, signal, last: 'done' });
      for await (const event of events) {
        last = event.id ?? last;
        tell({ batch: event.data as Batch, isLost: false });
      }
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      if (!error.isTransient) return tell({ error });
      // A stream that ends before the batch does is asked for again; only without any answer is it lost.
      const isCut = error.status === 200;
      if (!isCut) tell({ isLost: true });
      await wait(AGAIN_MS, signal);
    }
  }
}

/** A batch as it is now, followed until it has ended. */
export function useBatch(id: string): WatchedBatch & { retry: () => void } {
  const [watched, setWatched] = useState<WatchedBatch>({ batch: null, error: null, isLost: false });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    const tell = (part: Partial<WatchedBatch>) => setWatched((before) => ({ ...before, ...part }));
    const start = async () => {
      tell({ error: null });
      try {
        const batch = await getJson<Batch>(`/batch/${encodeURIComponent(id)}/status`, {
          signal: controller.signal,
        });
        tell({ batch });
        if (!hasEnded(batch)) await follow(id, controller.signal, tell);
      } catch (error) {
        if (controller.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        tell({ error });
      }
    };
    void start();
    return () => controller.abort();
  }, [id, attempt]);
  return { ...watched, retry: () => setAttempt((n) => n + 1) };
}
