import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordDifference } from '../../../../src/web/write/style/word-difference.ts';

const told = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => `${{ same: '', gone: '-', come: '+' }[kind]}${text.trim()}`)
    .join('|');

it('tells what stayed, went and came', () => {
  expect(told('I count the lamps along the lane', 'I count every lamp, along the lane')).toBe(
    'I count|-the lamps|+every lamp,|along the lane',
  );
});

it('ignores capitals and punctuation', () => {
  expect(told('And the night,', 'and the NIGHT')).toBe('and the NIGHT');
});

it('shows all of both lines', () => {
  const line = fc.array(fc.constantFrom('a', 'b', 'c', '—', 'A,'), { maxLength: 8 });
  fc.assert(
    fc.property(line, line, (before, after) => {
      const parts = wordDifference(before.join(' '), after.join(' '));
      const joined = (kinds: string[]) =>
        parts
          .filter(({ kind }) => kinds.includes(kind))
          .flatMap(({ text }) => text.trim().split(/\s+/))
          .filter(Boolean);
      expect(joined(['same', 'come'])).toEqual(after);
      expect(joined(['same', 'gone'])).toHaveLength(before.length);
    }),
  );
});
