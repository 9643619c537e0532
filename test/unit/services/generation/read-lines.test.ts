import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../../src/services/generation/model/read-lines.ts';

const whole = { isWhole: true };

describe('the lines of a model', () => {
  it.each([
    ['1| Over the water', 1, 'Over the water'],
    ['2. "Under the bridge"', 2, 'Under the bridge'],
    ['3) **Into the night**', 3, 'Into the night'],
    ['Line 4: out of the cold', 4, 'out of the cold'],
    ['Nothing before me', null, 'Nothing before me'],
  ])('are read from "%s"', (row, number, text) => {
    expect(readLines(row, whole)).toEqual([{ number, text }]);
  });

  it('are read without thoughts, fences and blank lines', () => {
    const answer = '<think>\n1| no\n</think>\n```\n1| One\n\n2| Two\n```';
    expect(readLines(answer, whole).map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(readLines('<think>\n1| not yet\n', { isWhole: false })).toEqual([]);
  });

  it('are the same however the answer is cut while it arrives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z ]{1,20}$/), { maxLength: 6 }),
        fc.nat(200),
        (rows, cut) => {
          const answer = rows.map((row, at) => `${at + 1}| ${row}`).join('\n');
          const all = readLines(answer, whole);
          const early = readLines(answer.slice(0, cut), { isWhole: false });
          expect(all.slice(0, early.length)).toEqual(early);
        },
      ),
    );
  });
});
