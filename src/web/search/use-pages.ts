import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { getJson } from '../api/get-json.ts';
import type { Arrival } from '../router/history.ts';

/** A page of a list as the API answers it. */
export interface ListPage {
  items: unknown[];
  next_cursor: string | null;
}

/** What was found for one address of the API: the pages loaded so far as one answer, or why there are none. */
export interface Found<Answer extends ListPage> {
  key: string;
  answer: Answer | null;
  error: ApiError | null;
  loading: boolean;
  /** The place in the list of the first that a further page brought just now; null when none did. */
  firstNew: number | null;
}

const KEPT = 30;
const remembered = new Map<string, Found<ListPage>>();

function remember(found: Found<ListPage>): void {
  remembered.delete(found.key);
  remembered.set(found.key, found);
  const oldest = remembered.keys().next().value;
  if (remembered.size > KEPT && oldest !== undefined) remembered.delete(oldest);
}

/** What belongs to the whole answer, such as counts, comes with its first page alone. */
const joined = <Answer extends ListPage>(before: Answer | null, page: Answer): Answer =>
  before === null
    ? page
    : { ...before, items: [...before.items, ...page.items], next_cursor: page.next_cursor };

// Going back shows what was there, with the pages that were loaded; every other arrival asks again.
function atArrival<Answer extends ListPage>(
  key: string,
  arrival: Arrival,
  before: Found<Answer> | null,
): Found<Answer> {
  const known = arrival === 'history' ? (remembered.get(key) as Found<Answer> | undefined) : undefined;
  return known ?? { key, answer: before?.answer ?? null, error: null, loading: true, firstNew: null };
}

/**
 * The list at an address of the API, whose further pages are asked for with `cursor` added. A newer address aborts the
 * request under way; meanwhile the answer before stays. `furtherKey` is asked for further pages where those need less.
 */
export function usePages<Answer extends ListPage>(key: string, arrival: Arrival, furtherKey = key) {
  const [stored, setStored] = useState<Found<Answer>>(() => atArrival(key, arrival, null));
  const found = stored.key === key ? stored : atArrival(key, arrival, stored);
  const running = useRef<AbortController | null>(null);

  const ask = useCallback(async (start: Found<Answer>, path: string, before: Answer | null) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setStored({ ...start, error: null, loading: true, firstNew: null });
    try {
      const page = await getJson<Answer>(path, { signal: controller.signal });
      const next = { ...start, answer: joined(before, page), error: null, loading: false, firstNew: null };
      remember(next);
      if (!controller.signal.aborted) setStored({ ...next, firstNew: before?.items.length ?? null });
    } catch (error) {
      if (controller.signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      setStored({ ...start, answer: before, error, loading: false, firstNew: null });
    }
  }, []);

  // A list is asked for once per address.
  useEffect(() => {
    if (found.loading) void ask(found, key, null);
    else setStored(found);
    return () => running.current?.abort();
  }, [key]);

  const cursor = found.answer?.next_cursor ?? null;
  const more = () => {
    if (cursor === null || found.loading) return;
    const separator = furtherKey.includes('?') ? '&' : '?';
    void ask(found, `${furtherKey}${separator}cursor=${encodeURIComponent(cursor)}`, found.answer);
  };
  return { found, retry: () => ask(found, key, null), more };
}
