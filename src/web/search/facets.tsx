import type { SearchAnswer } from '../api/types.ts';
import { Disclosure } from '../parts/disclosure.tsx';
import { formatCount, languageName } from '../text/format.ts';
import { themeLabel } from '../text/labels.ts';
import { searchText } from '../text/search.ts';
import { FACET_KEYS, type SearchState, searchHref } from './query-state.ts';

type FacetKey = (typeof FACET_KEYS)[number];

const SHOWN = 8;
const { summary, groups, decade } = searchText.facets;

const NAMES: Readonly<Record<FacetKey, (value: string) => string>> = {
  theme: themeLabel,
  decade,
  artist: (name) => name,
  language: languageName,
};

/** What the hits can be narrowed down to, with how many there are; what would keep all of them is not offered. */
export function Facets({ counts, state }: { counts: SearchAnswer['facets']; state: SearchState }) {
  const offered = FACET_KEYS.flatMap((key) => {
    const values = (state[key] === '' ? counts?.[key] : undefined) ?? [];
    return values.length > 1 ? [{ key, values: values.slice(0, SHOWN) }] : [];
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
                <a href={searchHref({ ...state, [key]: value })}>{NAMES[key](value)}</a>{' '}
                <span class="number muted">{formatCount(count)}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
