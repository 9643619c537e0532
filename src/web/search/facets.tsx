import type { SearchAnswer } from '../api/types.ts';
import { Disclosure } from '../parts/disclosure.tsx';
import { formatCount, languageName } from '../text/format.ts';
import { themeLabel } from '../text/labels.ts';
import { searchText } from '../text/search.ts';
import { type FacetKey, facetKeys, narrowed, type SearchState, searchHref } from './query-state.ts';

type Values = NonNullable<NonNullable<SearchAnswer['facets']>[FacetKey]>;

const SHOWN = 8;
const { summary, groups, decade } = searchText.facets;

const NAMES: Readonly<Record<FacetKey, (value: string) => string>> = {
  theme: themeLabel,
  decade,
  year: (year) => year,
  artist: (name) => name,
  language: languageName,
};

/** Times in their order, all of them; of others the most common. */
const chosen = (key: FacetKey, values: Values): Values =>
  key === 'decade' || key === 'year'
    ? values.toSorted((a, b) => Number(a.value) - Number(b.value))
    : values.slice(0, SHOWN);

/** What the songs can be narrowed down to, with how many there are; what would keep all of them is not offered. */
export function Facets({ counts, state }: { counts: SearchAnswer['facets']; state: SearchState }) {
  const offered = facetKeys(state).flatMap((key) => {
    const values = counts?.[key] ?? [];
    return values.length > 1 ? [{ key, values: chosen(key, values) }] : [];
  });
  if (offered.length === 0) return null;
  return (
    <Disclosure summary={summary}>
      <dl class="facets">
        {offered.map(({ key, values }) => (
          <div key={key}>
            <dt>{groups[key]}</dt>
            {values.map(({ value, count }) => (
              <dd key={value}>
                <a href={searchHref(narrowed(state, key, value))}>{NAMES[key](value)}</a>{' '}
                <span class="number muted">{formatCount(count)}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
