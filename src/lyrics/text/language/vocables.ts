import { isInterjection } from '../interjections.ts';

const VOCABLES: ReadonlySet<string> = new Set(
  'doo dooo wop sha shoo fa tra rum pum pa ba bam dee bop ram di lo ti du dah bah pew pop brrt'.split(' '),
);
/** Ad-libs that are words of a language. */
const WORDS: ReadonlySet<string> = new Set(
  'go lets facts damn dang word sir gang bang no nope splash swag drip'.split(' '),
);
/** "la la", "nana", "hahaha", "mmm": a syllable or a letter again and again. */
const REPEATED = /^(?:(\p{L})\1+|([a-zа-яё]{2,3})\2+)$/u;

/** Whether a word in lower case is sung for its sound and belongs to no language. */
export const isVocable = (word: string): boolean =>
  (isInterjection(word) && !WORDS.has(word.replace("'", ''))) || VOCABLES.has(word) || REPEATED.test(word);
