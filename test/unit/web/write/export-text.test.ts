import { expect, it } from 'vitest';
import { fileNameOf } from '../../../../src/web/write/drafts/export-text.ts';

it.each([
  ['\n  The night bus \nsecond', 'The night bus.txt'],
  ['a/b\\c: "d" <e> | f?*', 'a b c d e f.txt'],
  ['...hidden', 'Write.txt'],
  ['to be continued...', 'to be continued.txt'],
  ['\u0000\u0007', 'Write.txt'],
  ['', 'Write.txt'],
  ['夜の街', '夜の街.txt'],
  ['x'.repeat(500), `${'x'.repeat(60)}.txt`],
])('the file of %j is %j', (text, name) => {
  expect(fileNameOf(text)).toBe(name);
});
