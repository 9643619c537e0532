import { isFrequentEnglish, isSpelledFromEnglish } from '../../lyrics/text/language/english-words.ts';
import { ENGLISH, listedIn } from '../../lyrics/text/language/languages.ts';
import { type WordEvidence, weighWord } from '../../lyrics/text/language/weigh-word.ts';

const WORD = /[\p{L}\p{M}'’]+/gu;
/** How much more must speak for another language than for English in one word, in nats. */
const CLEAR = 2;
/** A name or two in another language are no mixture. */
const MIN_DIFFERENT = 4;

interface OfLanguage {
  letters: number;
  words: Set<string>;
}

/**
 * Share of the letters in words that clearly are of one other language, the one with most of them; 0 with fewer than four
 * different ones. Sees a mixture inside clauses, which are given to one language as a whole. Words that English has too
 * and words that no list tells do not count, so that a verse half in Spanish reaches about .2; of 800 real songs in English
 * none reaches .1.
 */
export function otherWordsShare(lines: readonly string[]): number {
  const found = new Map<number, OfLanguage>();
  let letters = 0;
  for (const line of new Set(lines))
    for (const [spelled] of line.toLowerCase().matchAll(WORD)) {
      const word = spelled.replaceAll('’', "'");
      const evidence = weighWord(word);
      letters += evidence.letters;
      if (evidence.letters > 0 && !isEnglish(word)) noteWord(found, word, evidence);
    }
  const most = [...found.values()]
    .filter(({ words }) => words.size >= MIN_DIFFERENT)
    .reduce((sum, one) => Math.max(sum, one.letters), 0);
  return letters === 0 ? 0 : most / letters;
}

const isEnglish = (word: string): boolean =>
  isFrequentEnglish(word) || listedIn(word).includes(ENGLISH) || isSpelledFromEnglish(word);

function noteWord(
  found: Map<number, OfLanguage>,
  word: string,
  { languages, weights, letters }: WordEvidence,
): void {
  const english = weights[languages.indexOf(ENGLISH)] ?? 0;
  for (const [at, language] of languages.entries()) {
    if ((weights[at] ?? 0) - english <= CLEAR) continue;
    const sum = found.get(language) ?? { letters: 0, words: new Set() };
    found.set(language, { letters: sum.letters + letters, words: sum.words.add(word) });
  }
}
