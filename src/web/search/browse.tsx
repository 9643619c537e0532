import type { TrackList } from '../api/types.ts';
import { Waiting } from '../parts/waiting.tsx';
import type { Arrival } from '../router/history.ts';
import { Failure } from '../shell/failure.tsx';
import { TasteButtons } from '../taste/taste-buttons.tsx';
import { searchText } from '../text/search.ts';
import { ActiveFilters } from './active-filters.tsx';
import { Facets } from './facets.tsx';
import { browseApiPath, furtherBrowsePath, type SearchState } from './query-state.ts';
import { SongHeading } from './song-heading.tsx';
import { SongList } from './song-list.tsx';
import { usePages } from './use-pages.ts';

const { browse, results } = searchText;

const counted = (total: number) => (total === 0 ? results.none : results.count(total, false));

/** The songs that pass the filters, where nothing is asked. */
export function Browse({ state, arrival }: { state: SearchState; arrival: Arrival }) {
  const { found, retry, more } = usePages<TrackList>(browseApiPath(state), arrival, furtherBrowsePath(state));
  const { answer, error, loading } = found;
  const isMore = answer !== null && answer.next_cursor !== null;
  return (
    <section class="results" aria-label={results.label} aria-busy={loading}>
      <div class="results-head">
        {answer === null && error === null && <Waiting text={browse.loading} />}
        {answer !== null && (
          <p class="label" role="status">
            {answer.total === null ? results.shown(answer.items.length, isMore) : counted(answer.total)}
          </p>
        )}
        <ActiveFilters state={state} />
      </div>
      {answer !== null && <Facets counts={answer.facets} state={state} />}
      {answer !== null && (
        <SongList found={found} more={more}>
          {answer.items.map((track) => (
            <li key={track.id} class="hit">
              <SongHeading track={track} />
              <TasteButtons id={track.id} title={track.title} />
            </li>
          ))}
        </SongList>
      )}
      {answer?.items.length === 0 && !loading && <p class="nothing">{results.noSuchSongs}</p>}
      {error !== null && <Failure error={error} {...(answer === null && { retry })} />}
    </section>
  );
}
