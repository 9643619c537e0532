import type { Lexicon } from '../../phonetics/lexicon.ts';
import type { RatedPhrase } from './find-phrases.ts';
import { findWords } from './find-words.ts';
import { BEGINNING, following, mayEnd } from './phrase-grammar.ts';
import { type PhraseWord, phraseIndexOf } from './phrase-index.ts';
import { classesOf } from './phrase-words.ts';
import type { QueryReading } from './read-query.ts';
import type { WordAnswers } from './word-answers.ts';

/** Rhymes tried for each word of the phrase. */
const PER_WORD = 8;
const MAX_REPLACED = 2;
const USE_WEIGHT = 0.03;
const COMMON_PERFECT = { kind: 'perfect', isThorough: false } as const;

function isPhrase(words: readonly PhraseWord[]): boolean {
  let [allowed, last, before] = [BEGINNING, 0, 0];
  for (const { classes } of words) {
    before = last;
    last = classes & allowed;
    if (last === 0) return false;
    allowed = following(last, before);
  }
  return mayEnd(last, before);
}

/** Perfect rhymes of one stressed word. */
function rhymesOf(lexicon: Lexicon, word: QueryReading['parts'][number], words: WordAnswers): PhraseWord[] {
  const index = phraseIndexOf(lexicon);
  const [sounding] = word.soundings;
  const found: PhraseWord[] = [];
  for (const { id } of sounding ? findWords(lexicon, sounding, COMMON_PERFECT) : []) {
    if (found.length === PER_WORD) break;
    const { spelling } = lexicon.entry(id);
    if (classesOf(spelling).length === 0 || words.isOwn(spelling)) continue;
    found.push(...[index.word(spelling)].filter((rhyme) => rhyme !== undefined));
  }
  return found;
}

/**
 * Phrases in which each stressed word is replaced by a rhyme of its own ("lyrical miracle", "satirical empirical"),
 * for queries of two stressed words.
 */
export function replaceWords(lexicon: Lexicon, { parts }: QueryReading, words: WordAnswers): RatedPhrase[] {
  const heavy = parts.flatMap(({ isLight }, at) => (isLight ? [] : [at]));
  const [first, second] = heavy;
  if (heavy.length !== MAX_REPLACED || first === undefined || second === undefined) return [];
  const index = phraseIndexOf(lexicon);
  const kept = parts.map(({ spelling }) => index.word(spelling));
  const choices = [first, second].map((at) => {
    const part = parts[at];
    return part ? rhymesOf(lexicon, part, words) : [];
  });
  const asked = parts.slice(first).reduce((sum, { sounds }) => sum + sounds.length, 0);
  return (choices[0] ?? []).flatMap((left) =>
    (choices[1] ?? []).flatMap((right) => {
      if (left.word === right.word) return [];
      const phrase = kept.map((word, at) => (at === first ? left : at === second ? right : word));
      const whole = phrase.filter((word) => word !== undefined);
      if (whole.length !== phrase.length || !isPhrase(whole)) return [];
      const use = Math.min(left.frequency, right.frequency);
      const syllables = whole.reduce((sum, { sounds }) => sum + sounds.length, 0);
      const matched = Math.min(asked, syllables);
      return [
        { words: whole, matched, syllables, isPerfect: true, score: 1, rank: matched + USE_WEIGHT * use },
      ];
    }),
  );
}
