import type { LanguageSound } from '../phonetics/languages/spelling-rules.ts';
import { anchorOf } from '../phonetics/syllables.ts';
import type { CandidatePairs } from './candidate-pairs.ts';
import { isSameWord } from './same-word.ts';
import type { Verse } from './verse.ts';

/** How two words of a language with spelling rules sound together from their last stressed vowels on. */
export type SpelledRhyme = 'full' | 'assonant' | 'none';

/** Sounds that the models heard, by the pairs and words of a verse. */
interface Heard {
  readonly pairs: CandidatePairs;
  readonly pair: Float32Array;
  readonly word: Float32Array;
}

/** The spelling rules by which a word is pronounced; undefined for an English or an unheard one. */
export function languageOf({ text, spellingId }: Verse, word: number): LanguageSound | undefined {
  const tongue = text.tongues[spellingId[word] ?? 0];
  return typeof tongue === 'object' ? tongue : undefined;
}

/** Syllables of a word from the one that carries its rhyme to its last. */
function rhymeOf({ firstSyllable, stress }: Verse, word: number): { first: number; last: number } {
  const [start, end] = [firstSyllable[word] ?? 0, firstSyllable[word + 1] ?? 0];
  const stresses = Array.from(stress.subarray(start, end), (value) => ({ stress: value }));
  return { first: start + anchorOf(stresses), last: end - 1 };
}

/**
 * The rhyme of two words by the rules of verse: all sounds equal from the stressed vowel on is a full rhyme; equal vowels
 * with other consonants are an assonance as far as the language knows one. The same word is none.
 */
export function spelledRhyme(verse: Verse, left: number, right: number): SpelledRhyme {
  const language = languageOf(verse, left);
  if (!language || languageOf(verse, right) !== language) return 'none';
  const [a, b] = [verse.text.words[left]?.spelling ?? '', verse.text.words[right]?.spelling ?? ''];
  const [one, other] = [rhymeOf(verse, left), rhymeOf(verse, right)];
  if (isSameWord(a, b) || one.last < one.first || other.last < other.first) return 'none';
  const vowelOf = (syllable: number): number => language.vowelClass(verse.vowel[syllable] ?? 0);
  if (vowelOf(one.first) !== vowelOf(other.first) || vowelOf(one.last) !== vowelOf(other.last)) return 'none';
  const [after, otherAfter] = [one.last - one.first, other.last - other.first];
  if ((after === 0) !== (otherAfter === 0)) return 'none';
  const likeness = after === otherAfter ? meanTails(verse, one, other) : 0;
  if (likeness === 1) return 'full';
  const least = after === 0 ? language.assonance.last : language.assonance.earlier;
  return likeness >= least ? 'assonant' : 'none';
}

function meanTails(verse: Verse, one: { first: number; last: number }, other: { first: number }): number {
  let sum = 0;
  for (let syllable = one.first; syllable <= one.last; syllable++) {
    const beside = other.first + syllable - one.first;
    sum += verse.runs.similarity(verse.tail[syllable] ?? 0, verse.tail[beside] ?? 0);
  }
  return sum / (one.last - one.first + 1);
}

/** Whether a rhyme inside lines is more than a final open vowel, which half of all words have. */
const isHeardInside = (verse: Verse, word: number): boolean => {
  const { first, last } = rhymeOf(verse, word);
  return verse.weak[first] === 0 && (last > first || verse.runs.length(verse.tail[last] ?? 0) > 0);
};

/**
 * The models know English. In other languages the rules decide: words rhyme that have a full rhyme near by, line ends
 * also with an assonance.
 */
export function settleSpelled(verse: Verse, { pairs, pair, word }: Heard): void {
  if (verse.text.tongues.every((tongue) => tongue === 'english')) return;
  for (let at = 0; at < word.length; at++) if (languageOf(verse, at)) word[at] = 0;
  for (let at = 0; at < pairs.count; at++) {
    const left = verse.wordOfSyllable[pairs.left[at] ?? 0] ?? 0;
    const right = verse.wordOfSyllable[pairs.right[at] ?? 0] ?? 0;
    if (!languageOf(verse, left) && !languageOf(verse, right)) continue;
    const isRhyme = spelledRhyme(verse, left, right) === 'full';
    pair[at] = isRhyme && isHeardInside(verse, left) && isHeardInside(verse, right) ? 1 : 0;
    if (pair[at] === 1) [word[left], word[right]] = [1, 1];
  }
}
