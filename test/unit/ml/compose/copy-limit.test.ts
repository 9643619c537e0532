import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CopyLimit, longestSharedRun, plainWords, runCodes } from '../../../../src/ml/compose/copy-limit.ts';

const line = fc
  .array(fc.constantFrom('a', 'b', 'c', "d'", 'e-f'), { maxLength: 12 })
  .map((words) => words.join(' '));

it('forbids exactly the texts that share more than four words in a row with a line', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), line, (lines, text) => {
      const limit = new CopyLimit();
      for (const source of lines) limit.add(source);
      expect(limit.forbids(plainWords(text))).toBe(longestSharedRun(text, lines) > 4);
    }),
  );
});

it('knows a copy in another spelling', () => {
  const limit = new CopyLimit();
  limit.add("I was runnin' down the cross-town road");
  expect(limit.forbids(plainWords('WAS RUNNIN DOWN, the cross town'))).toBe(true);
  expect(limit.forbids(plainWords('running down the cross town'))).toBe(false);
});

it('forbids the runs of the limit beside it too', () => {
  const shared = new CopyLimit();
  shared.add('one two three four five');
  expect(new CopyLimit(shared).forbids(plainWords('one two three four five'))).toBe(true);
});

it('holds the runs of lines by their numbers, too', () => {
  const limit = new CopyLimit();
  limit.addRuns(runCodes(plainWords("I'm not the one two three four")));
  expect(limit.forbids(plainWords('and not the one two three'))).toBe(true);
  expect(limit.forbids(plainWords('and not the one two'))).toBe(false);
  expect(runCodes(plainWords('one two three four'))).toEqual([]);
});
