import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lastUnits,
  lineUnits,
  MAX_PIECE_LENGTH,
  MAX_UNIT_LENGTH,
  unitSpans,
} from '../../../../src/lyrics/text/line-units.ts';

const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replaceAll(/\s/g, 'x')),
  fc.constantFrom('love', 'é', '🎤', 'a'.repeat(200), '🎤'.repeat(90)),
);
const line = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));

describe('the units of a line', () => {
  it('are the line itself where it is short', () => {
    expect(lineUnits('A line of a song\n\n  and another  ')).toEqual(['A line of a song', 'and another']);
  });

  it('are at most 80 characters, lie side by side, and hold every word whole that fits', () => {
    fc.assert(
      fc.property(line, (text) => {
        const spans = unitSpans(text);
        let at = 0;
        for (const { start, end } of spans) {
          expect(end - start).toBeLessThanOrEqual(MAX_UNIT_LENGTH);
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end)).not.toMatch(/^[\uDC00-\uDFFF]/);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
        const words = text.split(/\s+/).filter((one) => one !== '' && one.length <= MAX_UNIT_LENGTH);
        const held = new Set(lineUnits(text).flatMap((unit) => unit.split(/\s+/)));
        for (const one of words) expect(held).toContain(one);
      }),
    );
  });

  it('are the same in a piece of the line that begins and ends with a unit', () => {
    fc.assert(
      fc.property(line, fc.nat(20), fc.nat(3), (text, from, more) => {
        const spans = unitSpans(text);
        const first = spans[from];
        const last = spans[Math.min(spans.length - 1, from + more)];
        if (first === undefined || last === undefined) return;
        const piece = text.slice(first.start, last.end);
        expect(lineUnits(piece)).toEqual(lineUnits(text).slice(from, from + more + 1));
      }),
    );
  });

  it('at the end of a line are as many as a hit shows', () => {
    fc.assert(
      fc.property(line, (text) => {
        const end = lastUnits(text);
        expect(end.length).toBeLessThanOrEqual(MAX_PIECE_LENGTH);
        expect(text.trimEnd().endsWith(end)).toBe(true);
        const units = lineUnits(text);
        expect(units.slice(units.length - lineUnits(end).length)).toEqual(lineUnits(end));
      }),
    );
  });
});
