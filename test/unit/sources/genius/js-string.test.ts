import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteForScript } from '../../../../scripts/local/sites/genius-page.ts';
import { scanJsString } from '../../../../src/sources/genius/js-string.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

describe('scanJsString', () => {
  it('returns any text that was written as a string literal', () => {
    fc.assert(
      fc.property(anyText, fc.string(), (text, behind) => {
        const literal = quoteForScript(text);
        expect(scanJsString(`${literal}${behind}`, 0)).toEqual({ value: text, end: literal.length });
      }),
    );
  });

  it('reads text escaped by code unit, including lone surrogates', () => {
    const unit = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 50 }), (units) => {
        const literal = `"${units.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('')}"`;
        expect(scanJsString(literal, 0)?.value).toBe(String.fromCharCode(...units));
      }),
    );
  });

  it.each([
    [String.raw`'a\x41\u{1F600}\v\0'`, 'aA😀\v\0'],
    [String.raw`'\q\$\/'`, 'q$/'],
    ["'two\\\nlines'", 'twolines'],
    ["'two\\\r\nlines'", 'twolines'],
    ['`it\'s "so"`', `it's "so"`],
  ])('reads %s', (literal, value) => {
    expect(scanJsString(literal, 0)?.value).toBe(value);
  });

  it.each([
    ['a quote that never closes', "'abc"],
    ['a backslash at the end', "'abc\\"],
    ['a short hex escape', String.raw`'\x4'`],
    ['a short unicode escape', String.raw`'\u12'`],
    ['a code point beyond Unicode', String.raw`'\u{110000}'`],
    ['no quote', 'abc'],
  ])('rejects %s', (_, literal) => {
    expect(scanJsString(literal, 0)).toBeNull();
  });
});
