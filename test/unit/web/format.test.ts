import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fieldName,
  formatDate,
  formatDuration,
  formatNumber,
  formatShare,
  formatSigned,
  languageName,
  plural,
  yearOf,
} from '../../../src/web/text/format.ts';

describe('formatDate', () => {
  it('shows only the known precision', () => {
    expect(formatDate('1994-10-01', 'day')).toBe('1 October 1994');
    expect(formatDate('1994-10-01', 'month')).toBe('October 1994');
    expect(formatDate('1994-01-01', 'year')).toBe('1994');
  });

  it('leaves a text that is not a date unchanged', () => {
    expect(formatDate('soon', null)).toBe('soon');
  });
});

it('writes a length as minutes and seconds', () => {
  expect(formatDuration(241_000)).toBe('4:01');
  expect(formatDuration(59_600)).toBe('1:00');
});

it('names a language, and leaves an invalid code unchanged', () => {
  expect(languageName('es')).toBe('Spanish');
  expect(languageName('!')).toBe('!');
});

it('returns the year of a date', () => {
  expect(yearOf('1994-10-01')).toBe('1994');
  expect(yearOf(null)).toBeNull();
});

it('counts in words', () => {
  expect(plural(1, 'song')).toBe('1 song');
  expect(plural(0, 'song')).toBe('0 songs');
  expect(plural(57_718, 'song')).toBe('57,718 songs');
  expect(plural(2, 'country', 'countries')).toBe('2 countries');
});

describe('numbers', () => {
  it('have fixed decimals, thousands separators and a minus sign', () => {
    expect(formatNumber(2, 2)).toBe('2.00');
    expect(formatNumber(57_718.25, 1)).toBe('57,718.3');
    expect(formatNumber(-0.5, 1)).toBe('−0.5');
    expect(formatShare(0.425)).toBe('43 %');
  });

  it('show a sign on request', () => {
    expect(formatSigned(0.25, 2)).toBe('+0.25');
    expect(formatSigned(-0.25, 2)).toBe('−0.25');
  });

  it.each([0, -0, -0.001, 0.001, -0.0049])('have no sign when they round to zero: %d', (value) => {
    expect(formatNumber(value, 2)).toBe('0.00');
    expect(formatSigned(value, 2)).toBe('0.00');
  });

  it('never show a signed zero', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        (value, digits) => {
          expect(formatSigned(value, digits)).not.toMatch(/^[+−-]0(?:\.0+)?$/);
        },
      ),
    );
  });
});

it('names a request field like the form', () => {
  expect(fieldName('query.from_year')).toBe('From year');
  expect(fieldName('query.q')).toBe('Question');
  expect(fieldName('body.items.3.lyrics')).toBe('Items 3 lyrics');
  expect(fieldName('body')).toBe('Body');
});
