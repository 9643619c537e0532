import type { SearchAnswer } from '../api/types.ts';
import type { Arrival } from '../router/history.ts';
import { Failure } from '../shell/failure.tsx';
import { searchText } from '../text/search.ts';
import { ActiveFilters } from './active-filters.tsx';
import { Facets } from './facets.tsx';
import { Hit } from './hit.tsx';
import { Doubt, Notice, TimeOffer } from './notice.tsx';
import { furtherApiPath, heldFilters, type SearchState, searchApiPath } from './query-state.ts';
import { SongList } from './song-list.tsx';
import { type Found, usePages } from './use-pages.ts';

const { results } = searchText;

function summary({ answer, loading, error }: Found<SearchAnswer>): string {
  if (loading) return results.searching;
  if (answer === null || error !== null) return '';
  return answer.items.length === 0 ? results.none : results.count(answer.total, answer.total_is_capped);
}

/** The hits of one search with everything there is to say about how they came to be. */
export function Results({ state, arrival }: { state: SearchState; arrival: Arrival }) {
  const { found, retry, more } = usePages<SearchAnswer>(searchApiPath(state), arrival, furtherApiPath(state));
  const { answer, error, loading } = found;
  return (
    <section class="results" aria-label={results.label} aria-busy={loading}>
      <div class="results-head">
        <p class="label" role="status">
          {summary(found)}
        </p>
        <ActiveFilters state={state} />
      </div>
      <TimeOffer state={state} />
      {answer !== null && <Notice answer={answer} />}
      {answer !== null && <Doubt answer={answer} state={state} />}
      {answer !== null && <Facets counts={answer.facets} state={state} />}
      {answer !== null && (
        <SongList found={found} more={more}>
          {answer.items.map((hit) => (
            <Hit key={hit.track.id} hit={hit} />
          ))}
        </SongList>
      )}
      {error !== null && <Failure error={error} {...(answer === null && { retry })} />}
      {answer?.items.length === 0 && !loading && error === null && <Nothing state={state} />}
    </section>
  );
}

function Nothing({ state }: { state: SearchState }) {
  return (
    <p class="nothing">
      {heldFilters(state).length > 0 && results.filtersMayHide}
      {state.mode === 'lexical' ? results.noWords : results.otherWords}
    </p>
  );
}
