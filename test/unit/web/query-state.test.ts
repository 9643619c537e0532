import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  browseApiPath,
  FILTER_KEYS,
  furtherBrowsePath,
  heldFilters,
  MODES,
  narrowed,
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
    const facets = 'facets=theme%2Cyear%2Cartist%2Clanguage';
    expect(searchApiPath(state)).toBe(`/search?q=rain&mode=lexical&from_year=1994&explicit=false&${facets}`);
    expect(searchApiPath(parseSearchState('?q=rain&theme=love'))).toBe(
      '/search?q=rain&theme=love&facets=decade%2Cartist%2Clanguage',
    );
  });

  it('lists songs by the filters alone', () => {
    const state = parseSearchState('?mode=lexical&decade=1990&theme=love');
    expect(furtherBrowsePath(state)).toBe('/tracks?decade=1990&theme=love');
    expect(browseApiPath(state)).toBe('/tracks?decade=1990&theme=love&facets=year%2Cartist%2Clanguage');
  });

  it('lists the filters that hold, with the search that each of them leaves', () => {
    const state = parseSearchState('?q=rain&theme=faith&to_year=2001');
    const held = heldFilters(state);
    expect(held.map(({ key }) => key)).toEqual(['to_year', 'theme']);
    expect(held.map(({ without }) => searchHref(without))).toEqual([
      '/?q=rain&theme=faith',
      '/?q=rain&to_year=2001',
    ]);
  });

  it('has a single year as one filter, which takes the place of its decade', () => {
    const state = narrowed(parseSearchState('?q=rain&decade=1990'), 'year', '1994');
    expect(searchHref(state)).toBe('/?q=rain&from_year=1994&to_year=1994');
    const [held, ...others] = heldFilters(state);
    expect([held?.key, held?.value, others.length]).toEqual(['year', '1994', 0]);
    expect(held && searchHref(held.without)).toBe('/?q=rain');
  });
});
