import { describe, expect, it } from 'vitest';
import type { Artist } from '../../../../src/web/api/types.ts';
import { artistsHref, readArtists } from '../../../../src/web/explore/artists/artists-state.ts';
import {
  measureRow,
  themeOverYears,
  themeRows,
  yearsOf,
} from '../../../../src/web/explore/artists/measures.ts';
import { artistsText } from '../../../../src/web/text/explore-artists.ts';

type Themes = NonNullable<Artist['profile']>['themes'];

/** As much of an artist as the page reads. */
function artist(id: number, percentiles: Artist['percentiles'], themes: Themes | null): Artist {
  const profile = themes === null ? null : ({ themes } as NonNullable<Artist['profile']>);
  return { id, name: `Artist ${id}`, percentiles, profile } as Artist;
}

const shares = (...pairs: [string, number][]) => pairs.map(([value, share]) => ({ value, share, count: 1 }));
const ana = artist(1, [{ measure: 'mtld', value: 80, percentile: 0.9, artists: 11 }], {
  songs: 4,
  undated: 0,
  shares: shares(['love', 0.5], ['faith', 0.25]),
  years: [
    { year: 2001, songs: 2, shares: shares(['love', 1]) },
    { year: 2003, songs: 1, shares: [] },
  ],
});
const ben = artist(2, [], { songs: 1, undated: 1, shares: shares(['party', 1]), years: [] });
const unmeasured = artist(3, [], null);

describe('a measure', () => {
  it('of several artists stands on one scale, and says what is not measured', () => {
    const row = measureRow('mtld', [ana, ben]);
    expect([row.min, row.max]).toEqual([0, 80]);
    expect(row.cells.map(({ value }) => value)).toEqual([80, null]);
    expect(measureRow('sentiment_score', [ana])).toMatchObject({ min: -1, max: 1 });
    const [cell] = row.cells;
    if (cell === undefined) throw new Error('no cell');
    expect(artistsText.told(row, cell)).toMatch(/Artist 1: 80, more than 90 % of 11 other artists\.$/);
    expect(artistsText.told(row, { ...cell, percentile: null })).toMatch(/Artist 1: 80\.$/);
  });
});

describe('themes', () => {
  it('are those of any of the artists, the greatest share first', () => {
    const rows = themeRows([ana, ben, unmeasured]);
    expect(rows.map(({ key }) => key)).toEqual(['party', 'love', 'faith']);
    expect(rows[1]?.cells.map(({ value }) => value)).toEqual([0.5, 0, null]);
  });

  it('over the years tell a year without songs from one without the theme', () => {
    expect(yearsOf([ana, ben])).toEqual([2001, 2002, 2003]);
    expect(themeOverYears(ana, 'love', [2001, 2002, 2003])).toEqual([1, null, 0]);
    expect(yearsOf([ben, unmeasured])).toEqual([]);
    expect(artistsText.yearBars('Ben, Love', [null, 0], [2001, 2002])).toBe('Ben, Love: in no year');
  });
});

it('the address names up to five artists, each once', () => {
  expect(readArtists('?ids=3,1,3,x,-2,1.5,4,5,6,7')).toEqual([3, 1, 4, 5, 6]);
  expect(readArtists('')).toEqual([]);
  expect(artistsHref([3, 1])).toBe('/app/explore/artists?ids=3,1');
});
