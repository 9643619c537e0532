import type { CandidatePairs } from './candidate-pairs.ts';
import { SCALE, scaled } from './trees.ts';
import type { Verse } from './verse.ts';

/** The features of a word for the word model; the model depends on their order. */
export const WORD_FEATURES = [
  'back_best',
  'back_second',
  'ahead_best',
  'ahead_second',
  'all_sum',
  'best',
  'second_overall',
  'best_line_distance',
  'best_word_distance',
  'best_partner_to_end',
  'best_same_spelling',
  'parallel',
  'previous_word_best',
  'next_word_best',
  'neighbours_parallel_previous',
  'neighbours_parallel_next',
  'to_end',
  'from_start',
  'line_words',
  'syllables',
  'frequency',
  'occurrences',
  'line_mean',
  'song_mean',
  'line_seen',
  'stress_last',
  'other_spelling_best',
  'end_partner_best',
  'best_sound',
  'back_lines',
  'ahead_lines',
  'partner_best',
  'local_mean',
] as const;

export const WORD_WIDTH = WORD_FEATURES.length;

export interface HeardPairs {
  readonly pairs: CandidatePairs;
  readonly probability: Float32Array;
}

/** The best probabilities among the pairs of each word, and their sum. */
interface Tops {
  readonly backBest: Float32Array;
  readonly backSecond: Float32Array;
  readonly aheadBest: Float32Array;
  readonly aheadSecond: Float32Array;
  readonly sum: Float32Array;
  /** The greatest probability, and the other word of that pair, -1 for none. */
  readonly best: Float32Array;
  readonly partner: Int32Array;
  readonly otherBest: Float32Array;
  readonly endBest: Float32Array;
  readonly sound: Float32Array;
}

function emptyTops(count: number): Tops {
  const floats = () => new Float32Array(count);
  return {
    backBest: floats(),
    backSecond: floats(),
    aheadBest: floats(),
    aheadSecond: floats(),
    sum: floats(),
    best: floats(),
    partner: new Int32Array(count).fill(-1),
    otherBest: floats(),
    endBest: floats(),
    sound: floats(),
  };
}

function note(best: Float32Array, second: Float32Array, word: number, p: number): void {
  if (p > (best[word] ?? 0)) {
    second[word] = best[word] ?? 0;
    best[word] = p;
  } else if (p > (second[word] ?? 0)) second[word] = p;
}

const raise = (values: Float32Array, word: number, value: number): void => {
  if (value > (values[word] ?? 0)) values[word] = value;
};

function topsOf(
  { text, wordOfSyllable, spellingId, toEnd }: Verse,
  { pairs, probability }: HeardPairs,
): Tops {
  const tops = emptyTops(text.words.length);
  const { best, partner, sum } = tops;
  for (let pair = 0; pair < pairs.count; pair++) {
    const left = wordOfSyllable[pairs.left[pair] ?? 0] ?? 0;
    const right = wordOfSyllable[pairs.right[pair] ?? 0] ?? 0;
    const p = probability[pair] ?? 0;
    note(tops.backBest, tops.backSecond, right, p);
    note(tops.aheadBest, tops.aheadSecond, left, p);
    sum[left] = (sum[left] ?? 0) + p;
    sum[right] = (sum[right] ?? 0) + p;
    if (p > (best[left] ?? 0)) {
      best[left] = p;
      partner[left] = right;
    }
    if (p > (best[right] ?? 0)) {
      best[right] = p;
      partner[right] = left;
    }
    if (spellingId[left] !== spellingId[right]) {
      raise(tops.otherBest, left, p);
      raise(tops.otherBest, right, p);
      raise(tops.sound, left, pairs.quality[pair] ?? 0);
      raise(tops.sound, right, pairs.quality[pair] ?? 0);
    }
    if ((toEnd[left] ?? 0) < 2 && (toEnd[right] ?? 0) < 2) {
      raise(tops.endBest, left, p);
      raise(tops.endBest, right, p);
    }
  }
  return tops;
}

/** Rows of WORD_FEATURES in the format of the trees, one per word. */
export function wordRows(verse: Verse, heard: HeardPairs): Int32Array {
  const { lines } = verse.text;
  const count = verse.text.words.length;
  const tops = topsOf(verse, heard);
  const lineMean = Float32Array.from(lines, ({ firstWord, lastWord }) =>
    mean(tops.best, firstWord, lastWord),
  );
  const songMean = scaled(mean(tops.best, 0, count));
  const rows = new Int32Array(count * WORD_WIDTH);
  for (let word = 0; word < count; word++) {
    const at = word * WORD_WIDTH;
    writeEvidence(tops, word, rows, at);
    writePartner(verse, tops, word, rows, at);
    writeWordPlace(verse, word, rows, at);
    const line = verse.line[word] ?? 0;
    rows[at + 12] = scaled(tops.best[word - 1] ?? 0);
    rows[at + 13] = scaled(tops.best[word + 1] ?? 0);
    rows[at + 22] = scaled(lineMean[line] ?? 0);
    rows[at + 23] = songMean;
    rows[at + 32] = scaled(((lineMean[line - 1] ?? 0) + (lineMean[line + 1] ?? 0)) / 2);
  }
  return rows;
}

function writeEvidence(tops: Tops, word: number, rows: Int32Array, at: number): void {
  const [back, ahead] = [tops.backBest[word] ?? 0, tops.aheadBest[word] ?? 0];
  rows[at] = scaled(back);
  rows[at + 1] = scaled(tops.backSecond[word] ?? 0);
  rows[at + 2] = scaled(ahead);
  rows[at + 3] = scaled(tops.aheadSecond[word] ?? 0);
  rows[at + 4] = scaled(tops.sum[word] ?? 0);
  rows[at + 5] = scaled(tops.best[word] ?? 0);
  rows[at + 6] = scaled(Math.min(back, ahead));
  rows[at + 26] = scaled(tops.otherBest[word] ?? 0);
  rows[at + 27] = scaled(tops.endBest[word] ?? 0);
  rows[at + 28] = scaled(tops.sound[word] ?? 0);
}

/** The word's most likely partner, and whether its neighbours rhyme with the partner's neighbours. */
function writePartner(verse: Verse, tops: Tops, word: number, rows: Int32Array, at: number): void {
  const { line, toEnd, spellingId } = verse;
  const partner = tops.partner[word] ?? -1;
  if (partner < 0) {
    rows[at + 7] = -SCALE;
    rows[at + 8] = -SCALE;
    rows[at + 9] = -SCALE;
    return;
  }
  const isParallel = (neighbour: number): boolean => {
    const other = tops.partner[neighbour] ?? -1;
    return other >= 0 && Math.abs(partner - other) <= 2;
  };
  const [before, after] = [isParallel(word - 1), isParallel(word + 1)];
  rows[at + 7] = Math.abs((line[word] ?? 0) - (line[partner] ?? 0)) * SCALE;
  rows[at + 8] = Math.abs(partner - word) * SCALE;
  rows[at + 9] = (toEnd[partner] ?? 0) * SCALE;
  rows[at + 10] = spellingId[partner] === spellingId[word] ? SCALE : 0;
  rows[at + 11] = (Number(before) + Number(after)) * SCALE;
  rows[at + 14] = before ? scaled(tops.best[word - 1] ?? 0) : 0;
  rows[at + 15] = after ? scaled(tops.best[word + 1] ?? 0) : 0;
  rows[at + 31] = scaled(tops.best[partner] ?? 0);
}

function writeWordPlace(verse: Verse, word: number, rows: Int32Array, at: number): void {
  const { line, lineId, toEnd, fromStart, firstSyllable, frequency, occurrences, stress } = verse;
  const [after, before, ownLine] = [toEnd[word] ?? 0, fromStart[word] ?? 0, line[word] ?? 0];
  const nextWord = firstSyllable[word + 1] ?? 0;
  rows[at + 16] = after * SCALE;
  rows[at + 17] = before * SCALE;
  rows[at + 18] = (before + 1 + after) * SCALE;
  rows[at + 19] = (nextWord - (firstSyllable[word] ?? 0)) * SCALE;
  rows[at + 20] = (frequency[word] ?? 0) * SCALE;
  rows[at + 21] = (occurrences[word] ?? 0) * SCALE;
  rows[at + 24] = lineId[ownLine] === ownLine ? 0 : SCALE;
  rows[at + 25] = (stress[nextWord - 1] ?? 0) * SCALE;
}

function mean(values: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += values[at] ?? 0;
  return to === from ? 0 : sum / (to - from);
}
