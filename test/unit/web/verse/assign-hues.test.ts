import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignHues, HUES } from '../../../../src/web/verse/assign-hues.ts';

const word = (start: number, line: number) => ({ start, line });
const group = (...members: { start: number; line: number }[]) => ({ members });
const onLines = (...lines: number[]) => group(...lines.map((line, at) => word(10 * line + at, line)));

describe('hues of rhyme groups', () => {
  it('differ where groups stand side by side', () => {
    const hues = assignHues(Array.from({ length: 40 }, (_, at) => onLines(at, at + 1)));
    for (let at = 0; at + 3 < hues.length; at++) expect(new Set(hues.slice(at, at + 4)).size).toBe(4);
  });

  it('are the same for the same groups, and all in use before one comes again', () => {
    const groups = Array.from({ length: 9 }, () => onLines(0, 1));
    expect(assignHues(groups)).toEqual(assignHues(groups));
    expect(new Set(assignHues(groups)).size).toBe(HUES);
  });

  it('come again farthest away', () => {
    const groups = Array.from({ length: 9 }, (_, at) => onLines(at * 4));
    expect(assignHues(groups).at(-1)).toBe(0);
  });

  it('stay with most of the words that had them, though the groups come in another order', () => {
    const before = [
      { start: 0, hue: 5 },
      { start: 10, hue: 5 },
      { start: 20, hue: 3 },
    ];
    const groups = [group(word(20, 2), word(30, 3)), group(word(0, 0), word(10, 1)), group(word(40, 4))];
    const [second, first, fresh] = assignHues(groups, before);
    expect([first, second]).toEqual([5, 3]);
    expect([3, 5]).not.toContain(fresh);
  });

  it('of two groups that had one and are near now differ', () => {
    const before = [
      { start: 0, hue: 2 },
      { start: 10, hue: 2 },
    ];
    const [one, other] = assignHues([group(word(0, 0)), group(word(10, 1))], before);
    expect(one).not.toBe(other);
  });

  it('do not change when the same groups are coloured again', () => {
    const places = fc.array(fc.nat(30), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(places, { maxLength: 12 }), (verse) => {
        let start = 0;
        const groups = verse.map((lines) => group(...lines.map((line) => word(start++, line))));
        const hues = assignHues(groups);
        for (const hue of hues) expect(hue).toSatisfy((one: number) => one >= 0 && one < HUES);
        const before = groups.flatMap(({ members }, at) =>
          members.map((member) => ({ start: member.start, hue: hues[at] ?? 0 })),
        );
        const isRoomy = new Set(hues).size === hues.length;
        if (isRoomy) expect(assignHues(groups, before)).toEqual(hues);
      }),
      { numRuns: 50 },
    );
  });
});
