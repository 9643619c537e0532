import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wilsonInterval } from '../../../src/ml/wilson-interval.ts';

// Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('the interval of %d of %d is %d to %d', (count, trials, low, high) => {
  const interval = wilsonInterval(count, trials);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

it('holds the share, within 0 and 1', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
      const [count, trials] = [Math.min(a, b), Math.max(a, b)];
      const { low, high } = wilsonInterval(count, trials);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      if (trials > 0) {
        expect(low).toBeLessThanOrEqual(count / trials + 1e-12);
        expect(high).toBeGreaterThanOrEqual(count / trials - 1e-12);
      }
    }),
  );
});
