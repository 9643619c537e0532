import { searchText } from '../text/search.ts';
import { heldFilters, type SearchState, searchHref } from './query-state.ts';

/** The filters that hold, each a link to the same search without it. */
export function ActiveFilters({ state }: { state: SearchState }) {
  const held = heldFilters(state);
  if (held.length === 0) return null;
  return (
    <ul class="chips" aria-label={searchText.filters.hold}>
      {held.map(({ key, value, without }) => {
        const text = searchText.filters.text(key, value);
        return (
          <li key={key}>
            <a class="chip" href={searchHref(without)} aria-label={searchText.filters.remove(text)}>
              {text}
              <span aria-hidden="true"> ×</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
