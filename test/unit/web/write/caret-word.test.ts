import { expect, it } from 'vitest';
import { wordBefore } from '../../../../src/web/write/pad/caret-word.ts';

const cases: [string, string, string | null][] = [
  ['behind a word', 'the lantern|', 'lantern'],
  ['behind a space', 'the lantern |', 'lantern'],
  ['inside a word', 'the lan|tern burns', 'lantern'],
  ['before a word', 'the |lantern', 'the'],
  ['on a blank line', 'the lantern,\n\n|', 'lantern'],
  ['behind punctuation', 'is it “night”?!|', 'night'],
  ['with an apostrophe at its end', 'we keep runnin’|', 'runnin’'],
  ['with a hyphen', 'a six-string|', 'six-string'],
  ['in another script', 'وقت الليل|', 'الليل'],
  ['with accents', 'un café|', 'café'],
  ['behind an emoji', 'the night 🌙|', 'night'],
  ['at the beginning', '|the night', null],
  ['without words', '—— 🌙 |', null],
  ['that no finder takes', `${'a'.repeat(61)}|`, null],
];

it.each(cases)('the word %s', (_, text, word) => {
  expect(wordBefore(text.replace('|', ''), text.indexOf('|'))).toBe(word);
});

it('is found in a long text at once', () => {
  const text = `${'- '.repeat(100_000)}|`;
  expect(wordBefore(text, text.length)).toBeNull();
});
