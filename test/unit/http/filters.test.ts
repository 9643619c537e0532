import { describe, expect, it } from 'vitest';
import { toFilters } from '../../../src/http/filters.ts';

describe('a range of years without a year', () => {
  it.each([
    [
      { from_year: 2025, to_year: 2020 },
      'There is no year from 2025 to 2020: from_year must not be after to_year.',
    ],
    [
      { from_year: 2005, decade: 1990 },
      'There is no year from 2005 to 1999: from_year must not be after to_year, nor outside the decade.',
    ],
  ])('is refused with a rule of the fields that were sent: %j', (query, message) => {
    expect(() => toFilters(query)).toThrow(message);
  });
});
