import { useEffect, useState } from 'preact/hooks';
import { getJson } from '../api/get-json.ts';
import type { Health } from '../api/types.ts';
import { onUnreached } from '../api/unreached.ts';

/** What is known of the server: its last report, and whether it answers now. */
export interface HealthState {
  report: Health | null;
  reach: 'asking' | 'answers' | 'silent' | 'offline';
}

const INTERVAL_MS = 60_000;
/** After a failure the next look comes sooner, so that the page heals by itself. */
const RETRY_MS = 5_000;
/** /health answers 503 with a report when the database is gone. */
const REPORTED = [503];

/** A server that is too busy, or something before it, answers 503 without a report. */
const isReport = (answer: Health): boolean => typeof answer.version === 'string';

/**
 * Asks again and again until what it gives is called: at once when the connection or the reader comes back or another
 * request got no answer, and not for a hidden page.
 */
function watch(tell: (reach: HealthState['reach'], report?: Health) => void): () => void {
  let running = new AbortController();
  let isAsking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    clearTimeout(timer);
    running.abort();
    isAsking = false;
    if (document.hidden) return;
    const controller = new AbortController();
    running = controller;
    isAsking = true;
    let wait = INTERVAL_MS;
    try {
      const report = await getJson<Health>('/health', { signal: controller.signal, accept: REPORTED });
      if (isReport(report)) tell('answers', report);
      else tell('answers');
    } catch {
      if (controller.signal.aborted) return;
      tell(navigator.onLine ? 'silent' : 'offline');
      wait = RETRY_MS;
    }
    isAsking = false;
    timer = setTimeout(ask, wait);
  };
  // Its own request tells too.
  const forget = onUnreached(() => isAsking || void ask());
  const events = new AbortController();
  const { signal } = events;
  window.addEventListener('online', ask, { signal });
  window.addEventListener('offline', () => tell('offline'), { signal });
  document.addEventListener('visibilitychange', ask, { signal });
  void ask();
  return () => {
    events.abort();
    forget();
    running.abort();
    clearTimeout(timer);
  };
}

export function useHealth(): HealthState {
  const [state, setState] = useState<HealthState>({ report: null, reach: 'asking' });
  useEffect(
    () => watch((reach, report) => setState((before) => ({ reach, report: report ?? before.report }))),
    [],
  );
  return state;
}
