import type { Hearing } from './hear.ts';
import { endAnchors } from './line-ends.ts';
import type { EndRhymes, LinePair } from './schemes.ts';
import { lastWord, type Verse } from './verse.ts';

/** Rhymes of line ends further apart give letters, but are not counted as pairs. */
const MAX_LINES_APART = 2;

/** Whether the word model hears a word in any rhyme. */
export const isRhymed = (hearing: Hearing, word: number): boolean =>
  (hearing.word[word] ?? 0) > hearing.thresholds.word;

export interface RhymingPair {
  readonly left: number;
  readonly right: number;
  readonly leftSyllable: number;
  readonly rightSyllable: number;
  /** Of the pair model; 1 for line ends that rhyme. */
  readonly probability: number;
}

/**
 * Pairs of rhyming words: ends of lines of one section that rhyme by the scheme, and any other words that belong to one
 * rhyme; for a word without such a pair its most likely one.
 */
export function rhymingPairs(verse: Verse, hearing: Hearing, ends: EndRhymes): RhymingPair[] {
  const pairs = wordPairs(verse, hearing);
  const inside = pairs.filter(({ left, right }) => !areEnds(verse, left, right));
  return [...inside, ...endPairs(verse, ends)].sort((a, b) => a.right - b.right || b.left - a.left);
}

function wordPairs(verse: Verse, hearing: Hearing): RhymingPair[] {
  const best = new Map<number, number>();
  const kept = new Set<number>();
  const linked = new Set<number>();
  for (let pair = 0; pair < hearing.pairs.count; pair++) {
    const { left, right, probability: p } = wordsOf(verse, hearing, pair);
    if (!isRhymed(hearing, left) || !isRhymed(hearing, right)) continue;
    if (p > hearing.thresholds.pair) {
      kept.add(pair);
      linked.add(left).add(right);
    }
    for (const word of [left, right]) {
      const known = best.get(word);
      if (known === undefined || p > (hearing.pair[known] ?? 0)) best.set(word, pair);
    }
  }
  for (const [word, pair] of best) if (!linked.has(word)) kept.add(pair);
  return [...kept].map((pair) => wordsOf(verse, hearing, pair));
}

function wordsOf(verse: Verse, { pairs, pair: probability }: Hearing, pair: number): RhymingPair {
  const leftSyllable = pairs.left[pair] ?? 0;
  const rightSyllable = pairs.right[pair] ?? 0;
  return {
    left: verse.wordOfSyllable[leftSyllable] ?? 0,
    right: verse.wordOfSyllable[rightSyllable] ?? 0,
    leftSyllable,
    rightSyllable,
    probability: probability[pair] ?? 0,
  };
}

/** Whether two words end lines of one section: the scheme says whether those rhyme. */
function areEnds({ text, toEnd, line }: Verse, left: number, right: number): boolean {
  if (toEnd[left] !== 0 || toEnd[right] !== 0) return false;
  return text.lines[line[left] ?? 0]?.section === text.lines[line[right] ?? 0]?.section;
}

function endPairs(verse: Verse, { pairs, rhyme }: EndRhymes): RhymingPair[] {
  const heard = ({ left, right }: LinePair): boolean =>
    right - left <= MAX_LINES_APART && rhyme[left] !== -1 && rhyme[left] === rhyme[right];
  return pairs.filter(heard).map(({ left, right }) => {
    const anchors = endAnchors(verse, left, right);
    const [leftWord, rightWord] = [lastWord(verse, left), lastWord(verse, right)];
    return {
      left: leftWord,
      right: rightWord,
      leftSyllable: anchors.left >= 0 ? anchors.left : (verse.firstSyllable[leftWord] ?? 0),
      rightSyllable: anchors.right >= 0 ? anchors.right : (verse.firstSyllable[rightWord] ?? 0),
      probability: 1,
    };
  });
}
