import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Arrival } from '../router/history.ts';
import { Failure } from '../shell/failure.tsx';
import { plural } from '../text/format.ts';
import { ActiveFilters } from './active-filters.tsx';
import { Hit } from './hit.tsx';
import { Doubt, Notice } from './notice.tsx';
import { activeFilters, type SearchState } from './query-state.ts';
import { type Found, useSearch } from './use-search.ts';

function summary({ answer, loading, error }: Found): string {
  if (loading) return 'Searching…';
  if (answer === null || error !== null) return '';
  if (answer.items.length === 0) return 'No song found';
  return `${plural(answer.items.length, 'song')}${answer.next_cursor === null ? '' : ', and more'}`;
}

/** Takes the reader who asked for more songs to the first of them. */
function useFocusOnNew(firstNew: number | null) {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    if (firstNew === null) return;
    list.current?.children[firstNew]?.querySelector<HTMLElement>('.hit-title a')?.focus();
  }, [firstNew]);
  return list;
}

/** The hits of one search with everything there is to say about how they came to be. */
export function Results({ state, arrival }: { state: SearchState; arrival: Arrival }) {
  const { found, retry, more } = useSearch(state, arrival);
  const { answer, error, loading } = found;
  const list = useFocusOnNew(found.firstNew);
  return (
    <section class="results" aria-label="Results" aria-busy={loading}>
      <div class="results-head">
        <p class="label" role="status">
          {summary(found)}
        </p>
        <ActiveFilters state={state} />
      </div>
      {answer !== null && <Notice answer={answer} />}
      {answer !== null && <Doubt answer={answer} state={state} />}
      {answer !== null && (
        <ol ref={list} class={loading ? 'hits hits-stale' : 'hits'}>
          {answer.items.map((hit) => (
            <Hit key={hit.track.id} hit={hit} />
          ))}
        </ol>
      )}
      {error !== null && <Failure error={error} {...(answer === null && { retry })} />}
      {answer?.items.length === 0 && !loading && error === null && <Nothing state={state} />}
      {answer?.next_cursor && (
        // Disabled, it would lose the focus.
        <button type="button" class="button button-wide" onClick={more} aria-disabled={loading}>
          {loading ? 'Loading…' : 'More songs'}
        </button>
      )}
    </section>
  );
}

function Nothing({ state }: { state: SearchState }) {
  return (
    <p class="nothing">
      {activeFilters(state).length > 0 && 'The filters may leave nothing over: take one away above. '}
      {state.mode === 'lexical'
        ? 'No song holds these words. Hybrid or Meaning also finds songs that say it differently.'
        : 'Say it in other words, or in fewer.'}
    </p>
  );
}
