import { useCallback, useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { getText } from '../api/get-body.ts';
import { getJson } from '../api/get-json.ts';
import { type Metric, readMetrics } from './read-metrics.ts';

export interface Fresh<T> {
  data: T | null;
  error: ApiError | null;
  reload: () => void;
}

const INTERVAL_MS = 30_000;

/** What `load` answers, asked again every half minute while the page is seen; the last answer stays meanwhile. */
function useLoaded<T>(path: string, load: (signal: AbortSignal) => Promise<T>): Fresh<T> {
  const [state, setState] = useState<Omit<Fresh<T>, 'reload'>>({ data: null, error: null });
  const [attempt, setAttempt] = useState(0);
  const reload = useCallback(() => setAttempt((n) => n + 1), []);
  useEffect(() => {
    const controller = new AbortController();
    const ask = async () => {
      try {
        setState({ data: await load(controller.signal), error: null });
      } catch (error) {
        if (controller.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setState((before) => ({ ...before, error }));
      }
    };
    void ask();
    const timer = setInterval(() => document.hidden || void ask(), INTERVAL_MS);
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [path, attempt]);
  return { ...state, reload };
}

/** An answer of the API as it is now; `accept` names failing statuses that hold one all the same. */
export const useFresh = <T>(path: string, accept: readonly number[] = []): Fresh<T> =>
  useLoaded(path, (signal) => getJson<T>(path, { signal, accept }));

interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

export interface FreshList<Item> {
  fresh: Fresh<Item[]>;
  /** Shows a page more; null where there is none. */
  more: (() => void) | null;
}

/** The first pages of a list as they are now, as many as were asked for. `path` has a query. */
export function useFreshList<Item>(path: string): FreshList<Item> {
  const [pages, setPages] = useState(1);
  const fresh = useLoaded(`${path} ${pages}`, async (signal): Promise<Page<Item>> => {
    const items: Item[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < pages; page++) {
      const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const answer: Page<Item> = await getJson<Page<Item>>(path + from, { signal });
      items.push(...answer.items);
      cursor = answer.next_cursor;
      if (cursor === null) break;
    }
    return { items, next_cursor: cursor };
  });
  const { data } = fresh;
  return {
    fresh: { ...fresh, data: data?.items ?? null },
    more: data === null || data.next_cursor === null ? null : () => setPages(pages + 1),
  };
}

const METRICS = '/metrics';

/** The figures that the server counts, as they are now. */
export const useMetrics = (): Fresh<readonly Metric[]> =>
  useLoaded(METRICS, async (signal) => readMetrics(await getText(METRICS, signal)));
