import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { getJson } from '../api/get-json.ts';
import type { SearchAnswer } from '../api/types.ts';
import type { Arrival } from '../router/history.ts';
import { type SearchState, searchApiPath } from './query-state.ts';

/** What was found for one address: the pages loaded so far as one answer, or why there are none. */
export interface Found {
  key: string;
  answer: SearchAnswer | null;
  error: ApiError | null;
  loading: boolean;
  /** The place among the hits of the first that a further page brought just now; null when none did. */
  firstNew: number | null;
}

const KEPT = 30;
const remembered = new Map<string, Found>();

function remember(found: Found): void {
  remembered.delete(found.key);
  remembered.set(found.key, found);
  const oldest = remembered.keys().next().value;
  if (remembered.size > KEPT && oldest !== undefined) remembered.delete(oldest);
}

const joined = (before: SearchAnswer | null, page: SearchAnswer): SearchAnswer =>
  before === null ? page : { ...page, items: [...before.items, ...page.items] };

// Going back shows what was there, with the pages that were loaded; every other arrival asks again.
function atArrival(key: string, arrival: Arrival, before: Found | null): Found {
  const known = arrival === 'history' ? remembered.get(key) : undefined;
  return known ?? { key, answer: before?.answer ?? null, error: null, loading: true, firstNew: null };
}

/** Answers the search of this address and loads further pages. A newer question aborts the one under way. */
export function useSearch(state: SearchState, arrival: Arrival) {
  const key = searchApiPath(state);
  const [stored, setStored] = useState<Found>(() => atArrival(key, arrival, null));
  const found = stored.key === key ? stored : atArrival(key, arrival, stored);
  const running = useRef<AbortController | null>(null);

  const ask = useCallback(async (start: Found, path: string, before: SearchAnswer | null) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setStored({ ...start, error: null, loading: true, firstNew: null });
    try {
      const page = await getJson<SearchAnswer>(path, { signal: controller.signal });
      const next = { ...start, answer: joined(before, page), error: null, loading: false, firstNew: null };
      remember(next);
      if (!controller.signal.aborted) setStored({ ...next, firstNew: before?.items.length ?? null });
    } catch (error) {
      if (controller.signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      setStored({ ...start, answer: before, error, loading: false, firstNew: null });
    }
  }, []);

  // A search is asked once per address.
  useEffect(() => {
    if (found.loading && state.q !== '') void ask(found, key, null);
    else setStored(found);
    return () => running.current?.abort();
  }, [key]);

  const cursor = found.answer?.next_cursor ?? null;
  const more = () => {
    if (cursor !== null && !found.loading) void ask(found, searchApiPath(state, cursor), found.answer);
  };
  return { found, retry: () => ask(found, key, null), more };
}
