import { memoizeByWord } from '../text/word-memo.ts';

const VOWEL = /[aeiouy]/;
const SHORTEST_STEM = 2;

const isStem = (stem: string): boolean => stem.length >= SHORTEST_STEM && VOWEL.test(stem);

/** What a verb may be without its -ed or -ing: stopp- is stop, lov- love, tri- try. */
function withoutEnding(word: string, ending: string): string[] {
  if (!word.endsWith(ending)) return [];
  const rest = word.slice(0, -ending.length);
  const last = rest.at(-1) ?? '';
  if (!isStem(rest) || 'aeu'.includes(last)) return [];
  if (last === 'i') return [`${rest.slice(0, -1)}y`];
  const isDoubled = last === rest.at(-2) && !'aeiouls'.includes(last);
  return isDoubled ? [rest, rest.slice(0, -1)] : [rest, `${rest}e`];
}

/** What a word may be without its -s: stories is story, dishes dish, cars car. */
function withoutS(word: string): string[] {
  if (!word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return [];
  const stems = [word.slice(0, -1)];
  if (word.endsWith('ies')) stems.push(`${word.slice(0, -3)}y`);
  if (/(?:[sxzo]|ch|sh)es$/.test(word)) stems.push(word.slice(0, -2));
  return stems.filter(isStem);
}

/** The dictionary forms that a spelling may be an inflection of, itself among them. */
const stemsOf = memoizeByWord((spelling: string): readonly string[] => {
  const word = spelling.replace(/'s?$/, '');
  return [
    word,
    ...withoutS(word),
    ...withoutEnding(word, 'ed'),
    ...withoutEnding(word, 'ing'),
    ...withoutEnding(word, 'in'),
  ];
});

/** Whether two spellings are one word or inflections of one: run, running, runs. Repetition, not rhyme. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.charCodeAt(0) !== b.charCodeAt(0)) return false;
  const others = stemsOf(b);
  return stemsOf(a).some((stem) => others.includes(stem));
}
