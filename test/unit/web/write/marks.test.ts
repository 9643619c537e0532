import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, editBetween } from '../../../../src/web/write/pad/edit.ts';
import { type Mark, moveMarks, padLines } from '../../../../src/web/write/pad/marks.ts';

const mark = (start: number, end: number, hue = 0): Mark => ({
  start,
  end,
  hue,
  kind: 'end',
  group: hue,
  isAside: false,
});

const fact = (syllables: number, letter: string | null = null) => ({ syllables, letter });
const joined = (lines: ReturnType<typeof padLines>) =>
  lines.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('\n');

describe('the lines of the pad', () => {
  it('are the text, whatever the marks are', () => {
    const stretch = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => mark(start, start + length));
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '😀', 'ش'), maxLength: 25 });
    fc.assert(
      fc.property(text, fc.array(stretch, { maxLength: 6 }), (words, marks) => {
        const sorted = marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
        const lines = padLines(words, { marks: sorted, lines: [] }, []);
        expect(joined(lines)).toBe(words);
      }),
      { numRuns: 300 },
    );
  });

  it('hold the marks that are in them', () => {
    const known = { marks: [mark(2, 4), mark(8, 10, 3)], lines: [fact(2, 'A'), fact(1)] };
    const [first, second] = padLines('so bright\nnight', known, [{ start: 10, end: 15 }]);
    expect(first?.pieces.map(({ text, mark: found }) => [text, found?.hue])).toEqual([
      ['so', undefined],
      [' b', 0],
      ['righ', undefined],
      ['t', 3],
    ]);
    expect(first).toMatchObject({ syllables: 2, letter: 'A', isMade: false });
    expect(second).toMatchObject({ syllables: 1, letter: null, isMade: true });
  });

  it('look the same exactly where nothing that is seen differs', () => {
    const known = { marks: [mark(0, 3)], lines: [fact(1, 'A')] };
    const keyOf = (text: string, given = known) => padLines(text, given, [])[0]?.key;
    expect(keyOf('one')).toBe(keyOf('one'));
    expect(keyOf('one')).not.toBe(keyOf('two'));
    expect(keyOf('one')).not.toBe(keyOf('one', { ...known, lines: [fact(2, 'A')] }));
    expect(keyOf('one')).not.toBe(keyOf('one', { ...known, marks: [mark(0, 3, 4)] }));
  });
});

describe('marks after a change', () => {
  const before = 'one night\ntwo lights\nthree';
  const known = {
    marks: [mark(4, 9), mark(14, 20), mark(21, 26, 1)],
    lines: [fact(2, 'A'), fact(2, 'A'), fact(1, 'B')],
  };
  function changed(text: string, caret: number) {
    const edit = editBetween(before, text, caret);
    if (edit === null) throw new Error('nothing changed');
    expect(applyEdit(before, edit)).toBe(text);
    const { marks, lines } = moveMarks(known, before, edit);
    return {
      words: marks.map(({ start, end }) => text.slice(start, end)),
      letters: lines.map(({ letter }) => letter),
    };
  }

  it('stay with their words and lines when a line is put between', () => {
    expect(changed('one night\nnew\ntwo lights\nthree', 13)).toEqual({
      words: ['night', 'lights', 'three'],
      letters: ['A', null, 'A', 'B'],
    });
  });

  it('leave with the line that is deleted', () => {
    expect(changed('one night\nthree', 10)).toEqual({ words: ['night', 'three'], letters: ['A', 'B'] });
  });

  it('of a line that is split are unknown', () => {
    expect(changed('one night\ntwo\n lights\nthree', 14).letters).toEqual(['A', null, null, 'B']);
  });

  it('grow with the word that is typed on', () => {
    expect(changed('one nigxht\ntwo lights\nthree', 8)).toEqual({
      words: ['nigxht', 'lights', 'three'],
      letters: ['A', 'A', 'B'],
    });
  });
});
