import { describe, expect, it } from 'vitest';
import { formatDate, formatDuration, languageName, plural, yearOf } from '../../../src/web/shell/format.ts';

describe('formatDate', () => {
  it('says no more than is known', () => {
    expect(formatDate('1994-10-01', 'day')).toBe('1 October 1994');
    expect(formatDate('1994-10-01', 'month')).toBe('October 1994');
    expect(formatDate('1994-01-01', 'year')).toBe('1994');
  });

  it('leaves what is no date as it is', () => {
    expect(formatDate('soon', null)).toBe('soon');
  });
});

it('writes a length as minutes and seconds', () => {
  expect(formatDuration(241_000)).toBe('4:01');
  expect(formatDuration(59_600)).toBe('1:00');
});

it('names a language, and leaves what is no code as it is', () => {
  expect(languageName('es')).toBe('Spanish');
  expect(languageName('!')).toBe('!');
});

it('takes the year of a date', () => {
  expect(yearOf('1994-10-01')).toBe('1994');
  expect(yearOf(null)).toBeNull();
});

it('counts in words', () => {
  expect(plural(1, 'song')).toBe('1 song');
  expect(plural(57_718, 'song')).toBe('57,718 songs');
});
