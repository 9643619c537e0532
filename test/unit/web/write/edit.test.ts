import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdit,
  editBetween,
  inverse,
  moveStretch,
  moveStretches,
} from '../../../../src/web/write/pad/edit.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '😀'), maxLength: 12 });

describe('the change between two texts', () => {
  it('leads from one to the other, and back', () => {
    fc.assert(
      fc.property(text, text, fc.nat(14), (before, after, caret) => {
        const edit = editBetween(before, after, Math.min(caret, after.length));
        expect(edit === null).toBe(before === after);
        if (edit === null) return;
        expect(applyEdit(before, edit)).toBe(after);
        expect(applyEdit(after, inverse(edit))).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  it('is at the caret where a letter is doubled', () => {
    expect(editBetween('aa', 'aaa', 1)).toEqual({ start: 0, removed: '', inserted: 'a' });
    expect(editBetween('aa', 'aaa', 3)).toEqual({ start: 2, removed: '', inserted: 'a' });
  });

  it('is none where nothing changed', () => {
    expect(editBetween('same', 'same', 2)).toBeNull();
  });
});

describe('a stretch after a change', () => {
  const word = { start: 4, end: 8 };
  const cases: [string, Parameters<typeof moveStretch>[1], { start: number; end: number } | null][] = [
    ['behind it stays', { start: 8, removed: '', inserted: 'xyz' }, word],
    ['before it moves it', { start: 0, removed: 'ab', inserted: 'x' }, { start: 3, end: 7 }],
    ['at its beginning moves it', { start: 4, removed: '', inserted: 'x' }, { start: 5, end: 9 }],
    ['inside it stretches it', { start: 6, removed: '', inserted: 'xy' }, { start: 4, end: 10 }],
    ['over its end cuts it', { start: 6, removed: '123456', inserted: '' }, { start: 4, end: 6 }],
    ['over its beginning cuts it', { start: 2, removed: '1234', inserted: 'x' }, { start: 3, end: 5 }],
    ['over all of it ends it', { start: 3, removed: '123456', inserted: 'new' }, null],
  ];
  it.each(cases)('%s', (_, edit, expected) => {
    expect(moveStretch(word, edit)).toEqual(expected);
  });

  it('holds the same letters wherever the change is outside it', () => {
    fc.assert(
      fc.property(text, fc.nat(10), fc.nat(3), text, fc.nat(10), fc.nat(4), (...given) => {
        const [before, start, removedLength, inserted, at, length] = given;
        const edit = { start, removed: before.slice(start, start + removedLength), inserted };
        if (start > before.length) return;
        const stretch = { start: at, end: Math.min(before.length, at + length) };
        const end = start + edit.removed.length;
        if (stretch.end <= stretch.start || (start < stretch.end && end > stretch.start)) return;
        const [moved] = moveStretches([stretch], edit);
        const after = applyEdit(before, edit);
        expect(after.slice(moved?.start, moved?.end)).toBe(before.slice(stretch.start, stretch.end));
      }),
      { numRuns: 300 },
    );
  });
});
