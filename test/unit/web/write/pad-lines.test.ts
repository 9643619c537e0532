import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Mark } from '../../../../src/web/write/pad/marks.ts';
import { type PadLine, type PadLook, padLines } from '../../../../src/web/write/pad/pad-lines.ts';
import { fact, mark } from '../../../support/pad-marks.ts';

const look = (text: string, marks: readonly Mark[] = [], more: Partial<PadLook> = {}): PadLook => ({
  text,
  known: { marks, lines: [] },
  made: [],
  lit: null,
  ...more,
});

const joined = (lines: readonly PadLine[]) =>
  lines.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('\n');

const anyText = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '😀', 'ش'), maxLength: 25 });
const anyMarks = fc
  .array(
    fc
      .tuple(fc.nat(30), fc.nat(8), fc.nat(2))
      .map(([start, length, hue]) => mark(start, start + length, hue)),
    { maxLength: 6 },
  )
  .map((marks) => marks.toSorted((a, b) => a.start - b.start || b.end - a.end));
const anyLook = fc
  .tuple(anyText, anyMarks, fc.option(fc.nat(2)))
  .map(([text, marks, lit]) => look(text, marks, { lit }));

it('are the text, whatever the marks are', () => {
  fc.assert(
    fc.property(anyLook, (given) => {
      expect(joined(padLines(given))).toBe(given.text);
    }),
    { numRuns: 300 },
  );
});

it('hold the marks that are in them', () => {
  const known = { marks: [mark(2, 4), mark(8, 10, 3)], lines: [fact(2, 'A'), fact(1)] };
  const given = look('so bright\nnight', [], { known, made: [{ start: 10, end: 15 }], lit: 3 });
  const [first, second] = padLines(given);
  expect(first?.pieces).toEqual([
    { text: 'so', look: null },
    { text: ' b', look: 'pad-mark pad-hue-0 pad-mark-end' },
    { text: 'righ', look: null },
    { text: 't', look: 'pad-mark pad-hue-3 pad-mark-end pad-mark-lit' },
  ]);
  expect(first).toMatchObject({ syllables: 2, letter: 'A', isMade: false });
  expect(second).toMatchObject({ syllables: 1, letter: null, isMade: true });
});

it('are the same objects where nothing that is seen differs', () => {
  const before = padLines(look('one\ntwo\nthree', [mark(0, 3), mark(8, 13)]));
  const after = padLines(look('one\ntoo\nthree', [mark(0, 3), mark(8, 13)]), before);
  expect(after.map((line, i) => line === before[i])).toEqual([true, false, true]);
  const recoloured = padLines(look('one\ntwo\nthree', [mark(0, 3), mark(8, 13, 4)]), before);
  expect(recoloured.map((line, i) => line === before[i])).toEqual([true, true, false]);
});

it('stay the same objects when a line comes or goes above them', () => {
  const before = padLines(look('one\ntwo', [mark(4, 7)]));
  const added = padLines(look('new\none\ntwo', [mark(8, 11)]), before);
  expect(added.slice(1)).toEqual(before);
  expect(added[1]).toBe(before[0]);
  expect(added[2]).toBe(before[1]);
  const removed = padLines(look('one\ntwo', [mark(4, 7)]), added);
  expect([removed[0], removed[1]]).toEqual([before[0], before[1]]);
});

it('are drawn as they would be anew, from whatever stood there before, each with a name of its own', () => {
  fc.assert(
    fc.property(fc.array(anyLook, { minLength: 1, maxLength: 4 }), (looks) => {
      const last = looks.at(-1) ?? look('');
      const lines = looks.reduce((before: readonly PadLine[], next) => padLines(next, before), []);
      const seen = (line: PadLine) => ({ ...line, id: 0 });
      expect(lines.map(seen)).toEqual(padLines(last).map(seen));
      expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    }),
    { numRuns: 300 },
  );
});
