import { expect, it } from 'vitest';
import { countLines, lastLines } from '../../../../src/web/write/pad/pad-text.ts';

const VERSE = '[Verse 1]\none lamp\n---\n\n [Hook] \ntwo lamps\n(hey)\nthree';

it('counts the lines of a verse: neither headers nor rules', () => {
  expect(countLines(VERSE)).toBe(4);
});

it('goes on from lines that are sung, up to that of the caret', () => {
  expect(lastLines(VERSE, VERSE.indexOf('hey'), 4)).toEqual(['one lamp', 'two lamps', '(hey)']);
  expect(lastLines(VERSE, VERSE.length, 2)).toEqual(['(hey)', 'three']);
});
