import { describe, expect, it } from 'vitest';
import { chooseHues } from '../../../../src/web/write/pad/group-hues.ts';

const word = (start: number, line: number) => ({ start, end: start + 4, line });

describe('colours of rhyme groups', () => {
  it('differ among neighbours', () => {
    const groups = Array.from({ length: 8 }, (_, at) => [word(at * 10, at), word(at * 10 + 5, at + 1)]);
    expect(new Set(chooseHues(groups, [])).size).toBe(8);
  });

  it('come again farthest away', () => {
    const groups = Array.from({ length: 9 }, (_, at) => [word(at * 10, at * 4)]);
    expect(chooseHues(groups, []).at(-1)).toBe(0);
  });

  it('stay with most of the words that had them, though the groups come in another order', () => {
    const before = [
      { ...word(0, 0), hue: 5 },
      { ...word(10, 1), hue: 5 },
      { ...word(20, 2), hue: 3 },
    ];
    const groups = [[word(20, 2), word(30, 3)], [word(0, 0), word(10, 1)], [word(40, 4)]];
    const [second, first, fresh] = chooseHues(groups, before);
    expect([first, second]).toEqual([5, 3]);
    expect([3, 5]).not.toContain(fresh);
  });

  it('of two groups that had one and are near now differ', () => {
    const before = [
      { ...word(0, 0), hue: 2 },
      { ...word(10, 1), hue: 2 },
    ];
    const [one, other] = chooseHues([[word(0, 0)], [word(10, 1)]], before);
    expect(one).not.toBe(other);
  });
});
