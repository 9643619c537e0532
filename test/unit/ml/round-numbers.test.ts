import { expect, it } from 'vitest';
import { roundNumbers } from '../../../src/ml/round-numbers.ts';

it('numbers are rounded at every depth', () => {
  const value = { a: 0.123456, b: [1 / 3, { c: -2.99999 }], d: 'x', e: null, f: 7 };
  expect(roundNumbers(value, 4)).toEqual({ a: 0.1235, b: [0.3333, { c: -3 }], d: 'x', e: null, f: 7 });
});
