import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundNumbers } from '../../../src/ml/round-numbers.ts';
import { pack, unpack } from '../../../src/redis/packed-json.ts';
import { fromPackedText, toPackedText } from '../../../src/redis/packed-value.ts';

/** The value after a round trip through JSON, which turns -0 into 0. */
const json = fc
  .jsonValue()
  .map((value) => JSON.stringify(value))
  .filter((text) => !text.includes('"__proto__"'))
  .map((text) => JSON.parse(text) as unknown);
const rows = fc.array(fc.record({ line: fc.nat(), start: fc.integer(), word: fc.string() }));

describe('a packed value', () => {
  it('is the same after unpacking', () => {
    fc.assert(fc.property(json, (value) => void expect(unpack(pack(value))).toEqual(value)));
    fc.assert(fc.property(fc.array(rows), (value) => void expect(unpack(pack(value))).toEqual(value)));
  });

  it('is the same after serialisation to text', () => {
    fc.assert(fc.property(json, (value) => void expect(fromPackedText(toPackedText(value))).toEqual(value)));
  });

  it('is shorter where rows repeat their keys', () => {
    const list = Array.from({ length: 50 }, (_, i) => ({ line: i, start: i * 30, word: 'same' }));
    expect(JSON.stringify(pack(list)).length).toBeLessThan(JSON.stringify(list).length / 2);
  });

  it.each(['', '{}', 'z1:', 'z1:AAAA', 'z0:abcd'])('is not %j', (text) => {
    expect(() => fromPackedText(text)).toThrow();
  });
});

it('numbers are rounded at every depth', () => {
  const value = { a: 0.123456, b: [1 / 3, { c: -2.99999 }], d: 'x', e: null, f: 7 };
  expect(roundNumbers(value, 4)).toEqual({ a: 0.1235, b: [0.3333, { c: -3 }], d: 'x', e: null, f: 7 });
});
