import { searchText } from '../text/search.ts';
import { activeFilters, type SearchState, searchHref } from './query-state.ts';

/** The filters that hold, each a link to the same search without it. */
export function ActiveFilters({ state }: { state: SearchState }) {
  const keys = activeFilters(state);
  if (keys.length === 0) return null;
  return (
    <ul class="chips" aria-label={searchText.filters.hold}>
      {keys.map((key) => {
        const text = searchText.filters.text(key, state[key]);
        return (
          <li key={key}>
            <a
              class="chip"
              href={searchHref({ ...state, [key]: '' })}
              aria-label={searchText.filters.remove(text)}
            >
              {text}
              <span aria-hidden="true"> ×</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
