import { trimOf } from '../../../lib/trim-text.ts';
import { memoizeByWord } from '../word-memo.ts';
import { isFrequentEnglish, isSpelledFromEnglish } from './english-words.ts';
import { ENGLISH, indexOf, listedIn, listedWithAccents } from './languages.ts';
import { isLatin, type Script, scriptOf } from './scripts.ts';
import {
  CANTONESE,
  CANTONESE_WORDS,
  TELLING_LETTERS,
  TELLING_SPELLINGS,
  type TellingLetters,
} from './telling-letters.ts';
import { isVocable } from './vocables.ts';
import { GRAM_LANGUAGES, gramsOf, weighGram } from './word-grams.ts';

/** What a word tells: evidence for languages, in nats. */
export interface WordEvidence {
  languages: readonly number[];
  weights: readonly number[];
  /** Letters, those of a dense script twice; 0 for cries, vocables and numbers, which tell nothing. */
  letters: number;
  /** Whether it is in Latin letters. */
  latin: boolean;
}

/** A piece of full weight tells about as much as a listed word. */
const GRAM_UNIT = 60;
const LISTED = 1;
/** Divided by the languages that list the word. */
const ONLY_HERE = 1;
const WITHOUT_ACCENTS = 0.6;
const ONE_LETTER = 0.4;
/** A frequent English word, and one that another language has among its everyday words. */
const VOCABULARY = { own: 1.8, shared: 0.8 };
const DERIVED = 1.2;
const OF_SCRIPT = 4;
const NOT_DEFAULT = 0.9;
const PER_CHARACTER = 1.5;
const DIGIT = /\d/;
const LETTER = /\p{L}/u;
const KANA = /[぀-ヿｦ-ﾟ]/u;
const DIGITS: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };
const GRAM_INDEXES = GRAM_LANGUAGES.map(indexOf);
/** Languages whose words have the same pieces, so that only lists tell them apart. */
const SAME_PIECES = ['ms id', 'hr sr bs'].map((group) => group.split(' ').map(indexOf));

/** The evidence of a word in lower case with straight apostrophes. */
export const weighWord = memoizeByWord((spelled: string): WordEvidence => {
  const word = trimApostrophes(spelled);
  const script = scriptOf(word.charCodeAt(0)) ?? scriptOf(word.charCodeAt(word.length - 1));
  const latin = script === null || isLatin(script);
  if (!LETTER.test(word) || isVocable(word)) return { languages: [], weights: [], letters: 0, latin };
  const sum = new Map<number, number>();
  if (latin && DIGIT.test(word)) weighWithDigits(word, sum);
  else if (latin) weighLatin(word, sum);
  else weighScript(word, script, sum);
  const letters = word.length * (script?.dense ? 2 : 1);
  return { languages: [...sum.keys()], weights: [...sum.values()], letters, latin };
});

// "'n" and "j'" are words of lists; other apostrophes at the ends are quotes or clipped letters.
function trimApostrophes(word: string): string {
  if (!word.startsWith("'") && !word.endsWith("'")) return word;
  return listedIn(word).length > 0 ? word : trimOf(word, "'");
}

const add = (sum: Map<number, number>, index: number, weight: number): void => {
  sum.set(index, (sum.get(index) ?? 0) + weight);
};

function weighLatin(word: string, sum: Map<number, number>): void {
  const unit = GRAM_UNIT / (word.length === 1 ? ONE_LETTER : 1);
  for (const gram of new Set(gramsOf(word)))
    for (const [index, weight] of weighGram(gram)) add(sum, GRAM_INDEXES[index] ?? 0, weight / unit);
  for (const same of SAME_PIECES) {
    const most = Math.max(...same.map((index) => sum.get(index) ?? 0));
    for (const index of same) sum.set(index, most);
  }
  weighLetters(word, TELLING_SPELLINGS, sum);
  weighListed(word, sum);
  const apostrophe = word.indexOf("'") + 1;
  if (apostrophe > 1 && apostrophe < word.length && listedIn(word).length === 0) {
    weighListed(word.slice(0, apostrophe), sum);
    weighListed(word.slice(apostrophe), sum);
  }
  if (isFrequentEnglish(word))
    add(sum, ENGLISH, listedIn(word).length > 0 ? VOCABULARY.shared : VOCABULARY.own);
  else if (listedIn(word).length === 0 && isSpelledFromEnglish(word)) add(sum, ENGLISH, DERIVED);
}

function weighListed(word: string, sum: Map<number, number>): void {
  const listed = listedIn(word);
  const part = word.length === 1 ? ONE_LETTER : 1;
  for (const index of listed) add(sum, index, part * (LISTED + ONLY_HERE / listed.length));
  const meant = listedWithAccents(word).filter((index) => !listed.includes(index));
  for (const index of meant)
    add(sum, index, part * WITHOUT_ACCENTS * (LISTED + ONLY_HERE / (meant.length + listed.length)));
}

// Arabic in Latin letters has digits for letters, and so have English words in leetspeak.
function weighWithDigits(word: string, sum: Map<number, number>): void {
  weighListed(word, sum);
  if (sum.size > 0) return;
  const spelled = word.replace(/\d/g, (digit) => DIGITS[digit] ?? digit);
  if (isFrequentEnglish(spelled) || listedIn(spelled).includes(ENGLISH))
    add(sum, ENGLISH, LISTED + ONLY_HERE);
}

function weighLetters(word: string, telling: TellingLetters, sum: Map<number, number>): void {
  for (const [letters, languages, weight] of telling)
    if (letters.test(word)) for (const language of languages) add(sum, language, weight);
}

function weighScript(word: string, script: Script, sum: Map<number, number>): void {
  const unit = script.dense ? PER_CHARACTER * word.length : OF_SCRIPT;
  script.languages.forEach((language, rank) => {
    add(sum, indexOf(language), rank === 0 ? unit : unit * NOT_DEFAULT);
  });
  if (script.languages.length === 1) return;
  const listed = listedIn(word);
  for (const index of listed) add(sum, index, LISTED + ONLY_HERE / listed.length);
  weighLetters(word, TELLING_LETTERS, sum);
  if (script.languages.includes('zh')) weighHan(word, sum);
}

function weighHan(word: string, sum: Map<number, number>): void {
  if (KANA.test(word)) add(sum, indexOf('ja'), PER_CHARACTER * word.length);
  const cantonese = (word.match(CANTONESE)?.length ?? 0) + (word.match(CANTONESE_WORDS)?.length ?? 0);
  if (cantonese > 0) add(sum, indexOf('yue'), 2 * cantonese);
}
