import type { AskedWords } from '../../../db/queries/word-uses.ts';
import { emojiAsWords } from '../../../lib/emoji-words.ts';
import { inUsualLetters } from '../../../lib/query-script.ts';

export const MAX_TERMS = 10;
/** Of all terms together. */
export const MAX_ALTERNATIVES = 30;
export const MAX_PHRASE_WORDS = 8;
export const MIN_BEGINNING = 2;

/** A line of the chart: words, phrases and beginnings of words that are counted together. */
export interface AskedTerm {
  /** As it is written. */
  label: string;
  words: AskedWords[];
}

export type ReadTerms = { terms: AskedTerm[]; fault: null } | { terms: null; fault: string };

const QUOTES = /["“”„«»″]/g;
const BLANKS = /\s+/;
const LETTERS = /[\p{L}\p{N}]/gu;
const ENDING = /[\p{L}\p{N}\p{M}]\*$/u;

const lettersIn = (text: string): number => text.match(LETTERS)?.length ?? 0;

/** What is wrong with one word, phrase or beginning; null if nothing is. */
function faultOf(written: string, text: string): string | null {
  const shown = `"${written}"`;
  if (written === '') return 'no term or alternative may be empty';
  if (lettersIn(text) === 0) return `${shown} holds no letter or digit`;
  const words = text.split(BLANKS).filter((word) => lettersIn(word) > 0);
  if (words.length > MAX_PHRASE_WORDS) return `${shown} has more than ${MAX_PHRASE_WORDS} words`;
  if (!text.includes('*')) return null;
  if (!ENDING.test(text) || text.indexOf('*') < text.length - 1)
    return `${shown}: an asterisk may only stand at the end, after a letter`;
  if (lettersIn(words.at(-1) ?? '') < MIN_BEGINNING)
    return `${shown}: at least ${MIN_BEGINNING} letters must stand before the asterisk`;
  return null;
}

/**
 * Reads terms: separated by commas, alternatives within a term by `|`; several words are a phrase, with or without quotation
 * marks; an asterisk at the end stands for any ending. Emoji are read as the words that search reads them as.
 */
export function readTerms(written: string): ReadTerms {
  const labels = written.split(',').map((label) => label.trim());
  if (labels.length > MAX_TERMS)
    return { terms: null, fault: `${labels.length} terms; there may be ${MAX_TERMS}` };
  const total = labels.reduce((sum, label) => sum + label.split('|').length, 0);
  if (total > MAX_ALTERNATIVES)
    return {
      terms: null,
      fault: `${total} alternatives; there may be ${MAX_ALTERNATIVES} in all terms together`,
    };
  const terms: AskedTerm[] = [];
  for (const [term, label] of labels.entries()) {
    const words: AskedWords[] = [];
    for (const alternative of label.split('|')) {
      const plain = alternative.replaceAll(QUOTES, ' ').trim();
      const text = emojiAsWords(inUsualLetters(plain)).trim();
      const fault = faultOf(plain, text);
      if (fault !== null) return { terms: null, fault };
      // An emoji has several readings, such as love and heart: any of them counts.
      const readings = lettersIn(plain) === 0 ? text.split(BLANKS) : [text];
      for (const one of readings)
        words.push({ term, text: one.replace(/\*$/, ''), isBeginning: one.endsWith('*') });
    }
    terms.push({ label, words });
  }
  return { terms, fault: null };
}
