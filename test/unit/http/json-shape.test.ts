import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonExcess } from '../../../src/http/json-shape.ts';
import { shorten } from '../../../src/http/shorten.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const NONE = { maxDepth: Number.POSITIVE_INFINITY, maxValues: Number.POSITIVE_INFINITY };

/** The same counts for a parsed value: a list or object counts as one, plus each member after its first. */
function measure(value: unknown): { depth: number; values: number } {
  if (typeof value !== 'object' || value === null) return { depth: 0, values: 0 };
  const members = Object.values(value).map(measure);
  return {
    depth: 1 + Math.max(0, ...members.map(({ depth }) => depth)),
    values: 1 + Math.max(0, members.length - 1) + members.reduce((sum, { values }) => sum + values, 0),
  };
}

describe('the shape of a JSON text', () => {
  it('equals the shape of the parsed value for any strings', () => {
    const tricky = fc.string({ unit: fc.constantFrom('"', '\\', '[', '{', ',', 'é', 'a') });
    const { value: json } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 6 }, fc.integer(), tricky, tie('list'), tie('object')),
      list: fc.array(tie('value'), { maxLength: 6 }),
      object: fc.dictionary(tricky, tie('value'), { maxKeys: 6 }),
    }));
    fc.assert(
      fc.property(json, fc.constantFrom(0, 2), (value, indent) => {
        const bytes = bytesOf(JSON.stringify(value, null, indent));
        const { depth, values } = measure(value);
        expect(findJsonExcess(bytes, { maxDepth: depth, maxValues: values })).toBeNull();
        if (depth > 0) expect(findJsonExcess(bytes, { ...NONE, maxDepth: depth - 1 })).toBe('too_deep');
        if (values > 0)
          expect(findJsonExcess(bytes, { ...NONE, maxValues: values - 1 })).toBe('too_many_values');
      }),
    );
  });

  it('is read to the end of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(findJsonExcess(bytes, NONE)).toBeNull();
      }),
    );
    for (const text of ['', '"', '"\\', '{"a', ']]]]', '{"a":"b\\"'])
      expect(findJsonExcess(bytesOf(text), NONE)).toBeNull();
  });
});

describe('a truncated text', () => {
  it('is within the given length and well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, max) => {
        const cut = shorten(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
        expect(cut === text || cut.endsWith('…')).toBe(true);
      }),
    );
  });
});
