import type { RuleLine, RuleWord } from './read-line.ts';
import { type Rated, type Reading, readingsOf } from './vocabulary.ts';

const CAPITAL = /^\p{Lu}\p{Ll}/u;
const ALL_CAPITALS = /^\p{Lu}+$/u;
// Before a name there is no article and no possessive.
const DETERMINERS = new Set([
  'a',
  'the',
  'my',
  'your',
  'his',
  'her',
  'that',
  'this',
  'no',
  'some',
  'suck',
  'big',
  'hard',
  'of',
  'their',
  'our',
  'on',
]);
// After a name at the start of a line there is a verb, a surname or another name.
const AFTER_NAME = new Set(
  'the is was said says went had has and told came will would looked walked called gave lived wrote sang fixed ran sat works loves knew'.split(
    ' ',
  ),
);

/** What a word is rated as among the words of its line; null for harmless. */
export function judgeWord(line: RuleLine, at: number): Rated | null {
  const word = line.words[at];
  if (!word?.spelling) return null;
  const readings = readingsOf(word.spelling.word);
  // Nobody disguises a harmless word: the worst that it may be is meant.
  if (word.spelling.form !== 'plain') {
    return (readings.find(({ rated }) => rated?.severity === 'strong') ?? readings.at(-1))?.rated ?? null;
  }
  return readings.find((reading) => applies(reading, line, at))?.rated ?? null;
}

function applies({ prev, next, near, asName, joined }: Reading, line: RuleLine, at: number): boolean {
  const { words } = line;
  if (asName) return isName(words, at);
  if (joined) return words[at]?.joined ?? false;
  if (prev !== null) return has(words[at - 1], prev);
  if (next !== null) return has(words[at + 1], next);
  return near === null || line.hasElsewhere(near, [at]);
}

const has = (word: RuleWord | undefined, wanted: readonly string[]): boolean =>
  word?.keys.some((key) => wanted.includes(key)) ?? false;

/** A word with a capital in a line where not every word has one, without an article, or followed as a name is. */
function isName(words: readonly RuleWord[], at: number): boolean {
  if (!CAPITAL.test(words[at]?.text ?? '')) return false;
  const before = words[at - 1];
  const after = words[at + 1];
  if (before !== undefined && has(before, [...DETERMINERS])) return false;
  if (after !== undefined && CAPITAL.test(after.text)) return true;
  if (at > 0)
    return !ALL_CAPITALS.test(before?.text ?? '') || before?.text === 'I' || before?.text.length === 1;
  return after !== undefined && (after.keys.some((key) => AFTER_NAME.has(key)) || /ed$/.test(after.text));
}
