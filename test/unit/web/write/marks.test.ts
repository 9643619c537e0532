import { describe, expect, it } from 'vitest';
import { applyEdit, editBetween } from '../../../../src/web/write/pad/edit.ts';
import { moveMarks } from '../../../../src/web/write/pad/marks.ts';
import { fact, mark } from '../../../support/pad-marks.ts';

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
