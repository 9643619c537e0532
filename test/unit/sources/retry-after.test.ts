import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '../../../src/sources/retry-after.ts';

const NOW = Date.UTC(2025, 0, 1);

describe('parseRetryAfter', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['1.5', 1500],
    ['Wed, 01 Jan 2025 00:01:00 GMT', 60_000],
    ['Tue, 31 Dec 2024 00:00:00 GMT', 0],
    ['  7 ', 7000],
  ])('reads %j as %i ms', (value, delayMs) => {
    expect(parseRetryAfter(value, NOW)).toBe(delayMs);
  });

  it.each([null, '', 'soon', '-5', '1e3', '2025-01-01', '9'.repeat(40)])('reads nothing from %j', (value) => {
    expect(parseRetryAfter(value, NOW)).toBeUndefined();
  });
});
