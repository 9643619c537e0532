import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toStorableJson, toStorableParam, toStorableText } from '../../../src/db/storable.ts';

const unit = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});
const storable = (text: string) => !text.includes('\0') && text.isWellFormed();

describe('a value for jsonb', () => {
  it.each([
    [{ a: 'x\0y' }, { a: 'x\\u0000y' }],
    [
      ['\ud800', 'a\udfff', '😀'],
      ['\\ud800', 'a\\udfff', '😀'],
    ],
    [{ 'k\0': 1 }, { 'k\\u0000': 1 }],
    ['\\u0000', '\\u0000'],
    ['\\\0', '\\\\u0000'],
    ['\u0001\n"', '\u0001\n"'],
    [undefined, null],
    [null, null],
    [() => 1, null],
  ])('of %j is stored with characters that Postgres rejects as visible escapes', (value, stored) => {
    expect(JSON.parse(toStorableJson(value))).toEqual(stored);
  });

  it('is JSON without NUL and lone surrogates for any input, and unchanged without them', () => {
    const strings = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : value !== null && typeof value === 'object'
          ? [...Object.keys(value), ...Object.values(value).flatMap(strings)]
          : [];
    fc.assert(
      fc.property(fc.anything({ key: unit, values: [unit, fc.double(), fc.boolean()] }), (value) => {
        const read: unknown = JSON.parse(toStorableJson(value));
        expect(strings(read).every(storable)).toBe(true);
        const plain: unknown = JSON.parse(JSON.stringify(value ?? null) ?? 'null');
        if (strings(plain).every(storable)) expect(read).toEqual(plain);
      }),
    );
  });
});

describe('a parameter', () => {
  it('contains no NUL and no lone surrogates, also in lists', () => {
    expect(toStorableParam(['a\0b', ['\ud800'], 1, null])).toEqual(['a\ufffdb', ['\ufffd'], 1, null]);
    fc.assert(fc.property(unit, (text) => storable(toStorableText(text))));
    const plain = 'plain text, 😀';
    expect(toStorableText(plain)).toBe(plain);
  });
});
