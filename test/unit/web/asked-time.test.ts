import { describe, expect, it } from 'vitest';
import { askedTime } from '../../../src/web/search/asked-time.ts';

describe('a question that names a time', () => {
  it.each([
    ['1994', 'year', '1994', ''],
    ['songs from 1994', 'year', '1994', ''],
    ['90s', 'decade', '1990', ''],
    ["'90s rap", 'decade', '1990', ''],
    ['Songs from the Nineties', 'decade', '1990', ''],
    ['2010s', 'decade', '2010', ''],
    ['00s', 'decade', '2000', ''],
    ['snow 1994', 'year', '1994', 'snow'],
    ['the ship of fools 1994', 'year', '1994', 'ship of fools'],
    ['snow in the 1980s', 'decade', '1980', 'snow'],
  ])('“%s” asks for the %s %s and for “%s”', (q, kind, value, rest) => {
    expect(askedTime(q)).toEqual({ kind, value, rest });
  });

  it.each(['', 'snow', '1994 or 1995', '"in 1994"', '3000', '1994th', 'catch 22', 'a verse\nof 1994'])(
    'not so “%s”',
    (q) => expect(askedTime(q)).toBeNull(),
  );
});
