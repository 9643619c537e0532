import { isSameWord } from './same-word.ts';
import { vowelSimilarity } from './sound-similarity.ts';
import { languageOf, spelledRhyme } from './spelled-rhymes.ts';
import { lastWord, syllableQuality, type Verse } from './verse.ts';

/**
 * What two line ends are before any model: the same words again, sounds that have nothing in common, sounds that may
 * rhyme, or the same words after words that rhyme ("got it", "shot it").
 */
export type EndRelation = 'repeated' | 'unlike' | 'alike' | 'alike_before';

/** Syllables from the end of a line in which its rhyme begins. */
const REACH = 4;
/** How much further from its end a rhyme may begin in one line than in the other: "demons", "seem and". */
const MAX_SHIFT = 1;
/** Least similarity of two stressed vowels, and of two last syllables, that share a sound at all. */
const MIN_VOWEL = 0.36;
/** Least quality where the rhyme begins further from one end than from the other: "fever" and "leave", not "table" and "day". */
const MIN_SHIFTED = 0.6;
const MIN_LAST = 0.4;
/** Words at the end that two lines may share after their rhyme. */
const MAX_SHARED = 4;
/** Least quality of the stressed syllables before shared words, and of the syllables between. */
const MIN_BEFORE = 0.7;
const MIN_BETWEEN = 0.4;
/** The same where one is a function word: "good" and "should". */
const MIN_BESIDE_WEAK = 0.95;

interface Ends {
  /** First syllable of each line, and the last that counts. */
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
}

function endsOf({ text, firstSyllable }: Verse, left: number, right: number, shared: number): Ends {
  const [a, b] = [text.lines[left], text.lines[right]];
  return {
    start: [firstSyllable[a?.firstWord ?? 0] ?? 0, firstSyllable[b?.firstWord ?? 0] ?? 0],
    end: [
      (firstSyllable[(a?.lastWord ?? 0) - shared] ?? 0) - 1,
      (firstSyllable[(b?.lastWord ?? 0) - shared] ?? 0) - 1,
    ],
  };
}

/** How many words the two lines have in common at their ends, inflections included; at most one more than MAX_SHARED. */
function sharedWords({ text }: Verse, left: number, right: number): number {
  const [a, b] = [text.lines[left], text.lines[right]];
  const room = Math.min(
    (a?.lastWord ?? 0) - (a?.firstWord ?? 0),
    (b?.lastWord ?? 0) - (b?.firstWord ?? 0),
    MAX_SHARED + 1,
  );
  let count = 0;
  while (count < room) {
    const one = text.words[(a?.lastWord ?? 0) - 1 - count];
    const other = text.words[(b?.lastWord ?? 0) - 1 - count];
    if (!one || !other || !isSameWord(one.spelling, other.spelling)) break;
    count++;
  }
  return count;
}

/** A syllable on which a line can end its rhyme: a stressed one that is not a function word inside the line. */
const isProminent = (verse: Verse, syllable: number, end: number): boolean =>
  (verse.stress[syllable] ?? 0) > 0 && (verse.weak[syllable] === 0 || syllable === end);

/** Whether two stressed syllables share a sound, `shift` further from one end than from the other. */
function areAlike(verse: Verse, a: number, b: number, shift: number): boolean {
  if (shift > MAX_SHIFT) return false;
  const isSecondary = verse.stress[a] === 2 || verse.stress[b] === 2;
  if (shift > 0 && isSecondary) return syllableQuality(verse, a, b) >= MIN_SHIFTED;
  return vowelSimilarity(verse.vowel[a] ?? 0, verse.vowel[b] ?? 0) >= MIN_VOWEL;
}

/** Whether a stressed vowel near one end is like one near the other, or the last syllables are and one is stressed. */
function shareSound(verse: Verse, { start, end }: Ends): boolean {
  const [left, right] = end;
  const isStressed = (verse.stress[left] ?? 0) > 0 || (verse.stress[right] ?? 0) > 0;
  if (isStressed && syllableQuality(verse, left, right) >= MIN_LAST) return true;
  for (let a = left; a >= start[0] && a > left - REACH; a--) {
    if (!isProminent(verse, a, left)) continue;
    for (let b = right; b >= start[1] && b > right - REACH; b--) {
      if (isProminent(verse, b, right) && areAlike(verse, a, b, Math.abs(left - a - (right - b))))
        return true;
    }
  }
  return false;
}

/** Whether the words before shared ones rhyme: stressed syllables alike, as far from the shared words on both sides. */
function rhymeBefore(verse: Verse, { start, end }: Ends): boolean {
  for (let step = 0; step < REACH; step++) {
    const [a, b] = [end[0] - step, end[1] - step];
    if (a < start[0] || b < start[1]) return false;
    const quality = syllableQuality(verse, a, b);
    const weak = (verse.weak[a] ?? 0) + (verse.weak[b] ?? 0);
    if (weak === 0) return quality >= MIN_BEFORE;
    if (weak === 1 && quality >= MIN_BESIDE_WEAK && verse.stress[a] === 1 && verse.stress[b] === 1)
      return true;
    if (quality < MIN_BETWEEN) return false;
  }
  return false;
}

/** Whether the last words of two lines are one word or inflections of one. */
export function endsRepeat({ text }: Verse, left: number, right: number): boolean {
  const [a, b] = [text.lines[left], text.lines[right]];
  const one = text.words[(a?.lastWord ?? 0) - 1];
  const other = text.words[(b?.lastWord ?? 0) - 1];
  return one !== undefined && other !== undefined && isSameWord(one.spelling, other.spelling);
}

/** How the ends of two sung lines relate, by their last words and sounds. */
export function relateEnds(verse: Verse, left: number, right: number): EndRelation {
  const shared = sharedWords(verse, left, right);
  const ends = endsOf(verse, left, right, shared);
  if (ends.end[0] < ends.start[0] || ends.end[1] < ends.start[1]) return shared === 0 ? 'unlike' : 'repeated';
  if (shared === 0) return shareSound(verse, ends) ? 'alike' : 'unlike';
  return shared <= MAX_SHARED && rhymeBefore(verse, ends) ? 'alike_before' : 'repeated';
}

/**
 * The line-end model's answers with what it cannot know: ends without a sound in common and repeated words do not
 * rhyme, shared words after a rhyme do.
 */
export function settleEnds(verse: Verse, probability: Float32Array, threshold: number): Float32Array {
  return probability.map((model, line) => {
    const [left, right] = [lastWord(verse, line), lastWord(verse, line + 1)];
    const isSpelled = languageOf(verse, left) !== undefined || languageOf(verse, right) !== undefined;
    const p = isSpelled ? Number(spelledRhyme(verse, left, right) !== 'none') : model;
    if (p <= threshold && !endsRepeat(verse, line, line + 1)) return p;
    const relation = relateEnds(verse, line, line + 1);
    if (relation === 'alike') return p;
    return relation === 'alike_before' ? 1 : 0;
  });
}
