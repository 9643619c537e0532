import type { SyllablePairs } from './candidate-pairs.ts';
import { hearCouplets } from './end-words/hear-couplets.ts';
import { PAIR_FEATURES, PAIR_WIDTH, pairRows } from './pair-features.ts';
import { sharedEnding } from './shared-ending.ts';
import { SCALE, scaled } from './trees.ts';
import { lastWord, syllableQuality, type Verse } from './verse.ts';
import type { HeardPairs } from './word-features.ts';

/** The features of the ends of two adjacent lines for the line-end model; the model depends on their order. */
export const LINE_END_FEATURES = [
  ...PAIR_FEATURES,
  'last_words_probability', 'anchor_words_probability', 'word_left', 'word_right', 'left_before', 'right_after',
  'left_two_on', 'right_two_before', 'shared_letters', 'syllable_difference', 'line_syllables',
  'from_end_1', 'from_end_2', 'from_end_3', 'from_end_4', 'from_end_run', 'from_end_strong',
  'anchor_score', 'anchor_before', 'anchor_after',
  'couplet_probability', 'beside_ends', 'left_chain', 'right_chain', 'song_mean',
] as const; // biome-ignore format: a table

export const LINE_END_WIDTH = LINE_END_FEATURES.length;

export interface HeardWords extends HeardPairs {
  readonly word: Float32Array;
}

const REACH = 4;

/** The last syllable of a sung line. */
export const lastSyllable = (verse: Verse, line: number): number =>
  (verse.firstSyllable[verse.text.lines[line]?.lastWord ?? 0] ?? 0) - 1;

const firstSyllable = (verse: Verse, line: number): number =>
  verse.firstSyllable[verse.text.lines[line]?.firstWord ?? 0] ?? 0;

interface Anchors {
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

const NO_ANCHORS: Anchors = { left: -1, right: -1, score: 0 };

/** Whether everything after two syllables matches, up to both line ends. */
function matchesToEnd(verse: Verse, left: number, right: number, length: number): boolean {
  for (let step = 1; step <= length; step++) {
    if (syllableQuality(verse, left + step, right + step) < 0.5) return false;
  }
  return true;
}

function scoreAnchors(verse: Verse, left: number, right: number, room: readonly [number, number]): number {
  const quality = syllableQuality(verse, left, right);
  if (quality === 0) return 0;
  const strong = 2 - (verse.weak[left] ?? 0) - (verse.weak[right] ?? 0);
  const isWhole = room[0] === room[1] && matchesToEnd(verse, left, right, room[0]);
  return (
    quality * (0.7 + 0.15 * strong) * (isWhole ? 1 + 0.1 * room[0] : 1 - (0.12 * (room[0] + room[1])) / 2)
  );
}

/**
 * The two syllables that carry the rhyme of two line ends: among the last four of each line, the strong ones and the
 * last. "team in" rhymes with "demon" from its first syllable, although its last word is "in".
 */
export function endAnchors(verse: Verse, from: number, to: number): Anchors {
  const [leftEnd, rightEnd] = [lastSyllable(verse, from), lastSyllable(verse, to)];
  const [leftStart, rightStart] = [firstSyllable(verse, from), firstSyllable(verse, to)];
  let best = NO_ANCHORS;
  for (let left = leftEnd; left >= leftStart && left > leftEnd - REACH; left--) {
    if (left !== leftEnd && verse.weak[left] === 1) continue;
    for (let right = rightEnd; right >= rightStart && right > rightEnd - REACH; right--) {
      if (right !== rightEnd && verse.weak[right] === 1) continue;
      const score = scoreAnchors(verse, left, right, [leftEnd - left, rightEnd - right]);
      if (score > best.score) best = { left, right, score };
    }
  }
  return best;
}

/** Anchors of every two adjacent lines, a pair for each line but the first. */
function anchorPairs(verse: Verse): SyllablePairs {
  const count = Math.max(0, verse.text.lines.length - 1);
  const pairs = {
    count,
    left: new Int32Array(count),
    right: new Int32Array(count),
    quality: new Float32Array(count),
  };
  for (let line = 0; line < count; line++) {
    const best = endAnchors(verse, line, line + 1);
    pairs.left[line] = best.left >= 0 ? best.left : Math.max(0, lastSyllable(verse, line));
    pairs.right[line] = best.right >= 0 ? best.right : Math.max(0, lastSyllable(verse, line + 1));
    pairs.quality[line] = best.score;
  }
  return pairs;
}

/** Looks up pair probabilities by two words, the earlier first; 0 if there is no pair. */
export function pairLookup(verse: Verse, heard: HeardPairs): (left: number, right: number) => number {
  const { first, left } = heard.pairs;
  return (leftWord, rightWord) => {
    if (leftWord < 0 || rightWord < 0) return 0;
    const last = first[rightWord + 1] ?? 0;
    for (let pair = first[rightWord] ?? 0; pair < last; pair++) {
      if (verse.wordOfSyllable[left[pair] ?? 0] === leftWord) return heard.probability[pair] ?? 0;
    }
    return 0;
  };
}

/**
 * Rows of LINE_END_FEATURES in the format of the trees, one for each line except the first: its end with the end
 * before.
 */
export function lineEndRows(verse: Verse, heard: HeardWords): Int32Array {
  const pairs = anchorPairs(verse);
  const sounds = pairRows(verse, pairs);
  const probability = pairLookup(verse, heard);
  const couplets = hearCouplets(verse.endWords);
  const songMean = scaled(meanOfEnds(verse, probability));
  const rows = new Int32Array(pairs.count * LINE_END_WIDTH);
  for (let line = 0; line < pairs.count; line++) {
    const row = rows.subarray(line * LINE_END_WIDTH, (line + 1) * LINE_END_WIDTH);
    row.set(sounds.subarray(line * PAIR_WIDTH, (line + 1) * PAIR_WIDTH));
    writeNeighbours(verse, heard, { line, probability, row });
    writeAlignment(verse, line, row);
    const [left, right] = [pairs.left[line] ?? 0, pairs.right[line] ?? 0];
    row[PAIR_WIDTH + 1] = scaled(
      probability(verse.wordOfSyllable[left] ?? 0, verse.wordOfSyllable[right] ?? 0),
    );
    row[PAIR_WIDTH + 17] = scaled(pairs.quality[line] ?? 0);
    row[PAIR_WIDTH + 18] = scaled(pairs.quality[line - 1] ?? 0);
    row[PAIR_WIDTH + 19] = scaled(pairs.quality[line + 1] ?? 0);
    row[PAIR_WIDTH + 20] = scaled(couplets[line] ?? 0);
    writeChain(verse, { line, probability, row });
    row[PAIR_WIDTH + 24] = songMean;
  }
  return rows;
}

interface EndTarget {
  readonly line: number;
  readonly probability: (left: number, right: number) => number;
  readonly row: Int32Array;
}

function writeNeighbours(verse: Verse, heard: HeardWords, { line, probability, row }: EndTarget): void {
  const { words } = verse.text;
  const [left, right] = [lastWord(verse, line), lastWord(verse, line + 1)];
  const [before, after] = [lastWord(verse, line - 1), lastWord(verse, line + 2)];
  row[PAIR_WIDTH] = scaled(probability(left, right));
  row[PAIR_WIDTH + 2] = scaled(heard.word[left] ?? 0);
  row[PAIR_WIDTH + 3] = scaled(heard.word[right] ?? 0);
  row[PAIR_WIDTH + 4] = scaled(probability(before, left));
  row[PAIR_WIDTH + 5] = scaled(probability(right, after));
  row[PAIR_WIDTH + 6] = scaled(probability(left, after));
  row[PAIR_WIDTH + 7] = scaled(probability(before, right));
  row[PAIR_WIDTH + 8] = sharedEnding(words[left]?.spelling ?? '', words[right]?.spelling ?? '') * SCALE;
}

/** How the words next to the two ends rhyme, and either end with the lines further away. */
function writeChain(verse: Verse, { line, probability, row }: EndTarget): void {
  const end = (other: number): number => lastWord(verse, other);
  const [left, right] = [end(line), end(line + 1)];
  const beside = Math.max(
    probability(left - 1, right),
    probability(left, right - 1),
    probability(left - 1, right - 1),
  );
  row[PAIR_WIDTH + 21] = scaled(beside);
  row[PAIR_WIDTH + 22] = scaled(Math.max(probability(end(line - 2), left), probability(end(line - 1), left)));
  row[PAIR_WIDTH + 23] = scaled(
    Math.max(probability(right, end(line + 2)), probability(right, end(line + 3))),
  );
}

/** How likely adjacent lines of the song rhyme by their last words, 0-1. */
function meanOfEnds(verse: Verse, probability: EndTarget['probability']): number {
  const count = verse.text.lines.length - 1;
  let sum = 0;
  for (let line = 0; line < count; line++)
    sum += probability(lastWord(verse, line), lastWord(verse, line + 1));
  return count < 1 ? 0 : sum / count;
}

/** Aligns the two lines from their ends, syllable by syllable. */
function writeAlignment(verse: Verse, line: number, row: Int32Array): void {
  const [left, right] = [lastSyllable(verse, line), lastSyllable(verse, line + 1)];
  const leftCount = left + 1 - firstSyllable(verse, line);
  const rightCount = right + 1 - firstSyllable(verse, line + 1);
  let [run, strong] = [0, 0];
  for (let step = 0; step < REACH; step++) {
    const isInside = step < leftCount && step < rightCount;
    const quality = isInside ? syllableQuality(verse, left - step, right - step) : -1;
    row[PAIR_WIDTH + 11 + step] = scaled(quality);
    if (quality < 0.5 || run < step) continue;
    run++;
    if (verse.weak[left - step] === 0 && verse.weak[right - step] === 0) strong++;
  }
  row[PAIR_WIDTH + 9] = (rightCount - leftCount) * SCALE;
  row[PAIR_WIDTH + 10] = Math.min(leftCount, rightCount) * SCALE;
  row[PAIR_WIDTH + 15] = run * SCALE;
  row[PAIR_WIDTH + 16] = strong * SCALE;
}
