import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activeFilters,
  browseApiPath,
  FILTER_KEYS,
  MODES,
  parseSearchState,
  type SearchState,
  searchApiPath,
  searchHref,
} from '../../../src/web/search/query-state.ts';

const trimmed = fc.string({ unit: 'grapheme' }).map((text) => text.trim());
const anyState: fc.Arbitrary<SearchState> = fc.record({
  q: trimmed,
  mode: fc.constantFrom(...MODES),
  ...(Object.fromEntries(FILTER_KEYS.map((key) => [key, trimmed])) as Record<
    (typeof FILTER_KEYS)[number],
    fc.Arbitrary<string>
  >),
});

describe('the state of a search in its URL', () => {
  it('is restored completely from its URL', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const url = new URL(searchHref(state), 'http://barline.test');
        expect(parseSearchState(url.search)).toEqual(state);
      }),
    );
  });

  it('leaves out defaults', () => {
    expect(searchHref(parseSearchState(''))).toBe('/');
    expect(searchHref(parseSearchState('?q= rain &mode=hybrid&artist='))).toBe('/?q=rain');
  });

  it('replaces an unknown mode by the default', () => {
    expect(parseSearchState('?q=a&mode=psychic').mode).toBe('hybrid');
  });

  it('uses the same parameter names for the API, which also counts what the hits can be narrowed down by', () => {
    const state = parseSearchState('?q=rain&mode=lexical&from_year=1994&explicit=false');
    const facets = 'facets=theme%2Cdecade%2Cartist%2Clanguage';
    expect(searchApiPath(state)).toBe(`/search?q=rain&mode=lexical&from_year=1994&explicit=false&${facets}`);
  });

  it('lists songs by the filters alone', () => {
    expect(browseApiPath(parseSearchState('?mode=lexical&decade=1990&theme=love'))).toBe(
      '/tracks?decade=1990&theme=love',
    );
  });

  it('lists the active filters', () => {
    expect(activeFilters(parseSearchState('?q=rain&theme=faith&to_year=2001'))).toEqual(['to_year', 'theme']);
  });
});
