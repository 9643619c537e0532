import type { CandidatePairs } from './candidate-pairs.ts';
import type { Verse } from './verse.ts';

/** What the word model sees of a word; the order is the model's. */
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

interface Tops {
  readonly backBest: Float32Array;
  readonly backSecond: Float32Array;
  readonly aheadBest: Float32Array;
  readonly aheadSecond: Float32Array;
  readonly sum: Float32Array;
  /** The pair with the greatest probability, -1 for none. */
  readonly bestPair: Int32Array;
  readonly otherBest: Float32Array;
  readonly endBest: Float32Array;
  readonly sound: Float32Array;
}

export interface HeardPairs {
  readonly pairs: CandidatePairs;
  readonly probability: Float32Array;
}

const lineEndDistance = (verse: Verse, word: number): number =>
  (verse.text.lines[verse.text.words[word]?.line ?? 0]?.lastWord ?? 0) - 1 - word;

function note(best: Float32Array, second: Float32Array, word: number, p: number): void {
  if (p > (best[word] ?? 0)) {
    second[word] = best[word] ?? 0;
    best[word] = p;
  } else if (p > (second[word] ?? 0)) second[word] = p;
}

function topsOf(verse: Verse, heard: HeardPairs): Tops {
  const count = verse.text.words.length;
  const floats = () => new Float32Array(count);
  const tops: Tops = {
    backBest: floats(),
    backSecond: floats(),
    aheadBest: floats(),
    aheadSecond: floats(),
    sum: floats(),
    bestPair: new Int32Array(count).fill(-1),
    otherBest: floats(),
    endBest: floats(),
    sound: floats(),
  };
  const { pairs, probability } = heard;
  for (let pair = 0; pair < pairs.count; pair++) {
    const left = verse.wordOfSyllable[pairs.left[pair] ?? 0] ?? 0;
    const right = verse.wordOfSyllable[pairs.right[pair] ?? 0] ?? 0;
    const p = probability[pair] ?? 0;
    note(tops.backBest, tops.backSecond, right, p);
    note(tops.aheadBest, tops.aheadSecond, left, p);
    const isSame = (verse.spellingId[left] ?? 0) === (verse.spellingId[right] ?? 0);
    const areEnds = lineEndDistance(verse, left) < 2 && lineEndDistance(verse, right) < 2;
    for (const word of [left, right]) {
      tops.sum[word] = (tops.sum[word] ?? 0) + p;
      const known = tops.bestPair[word] ?? 0;
      if (known < 0 || p > (probability[known] ?? 0)) tops.bestPair[word] = pair;
      if (!isSame) tops.otherBest[word] = Math.max(tops.otherBest[word] ?? 0, p);
      if (areEnds) tops.endBest[word] = Math.max(tops.endBest[word] ?? 0, p);
      if (!isSame) tops.sound[word] = Math.max(tops.sound[word] ?? 0, pairs.quality[pair] ?? 0);
    }
  }
  return tops;
}

/** Partner of a word in its best pair, -1 for none. */
function partnerOf(verse: Verse, heard: HeardPairs, tops: Tops, word: number): number {
  const pair = tops.bestPair[word] ?? 0;
  if (pair < 0 || word < 0 || word >= verse.text.words.length) return -1;
  const left = verse.wordOfSyllable[heard.pairs.left[pair] ?? 0] ?? 0;
  return left === word ? (verse.wordOfSyllable[heard.pairs.right[pair] ?? 0] ?? 0) : left;
}

function seenLines(verse: Verse): Uint8Array {
  const seen = new Set<string>();
  return Uint8Array.from(verse.text.lines, ({ firstWord, lastWord }) => {
    const key = verse.spellingId.subarray(firstWord, lastWord).join();
    const isSeen = seen.has(key);
    seen.add(key);
    return isSeen ? 1 : 0;
  });
}

/** Rows of WORD_FEATURES, one a word. */
export function wordRows(verse: Verse, heard: HeardPairs): Float32Array {
  const { words, lines } = verse.text;
  const tops = topsOf(verse, heard);
  const best = Float32Array.from(words, (_, word) =>
    Math.max(tops.backBest[word] ?? 0, tops.aheadBest[word] ?? 0),
  );
  const lineMean = Float32Array.from(lines, ({ firstWord, lastWord }) =>
    mean(best.subarray(firstWord, lastWord)),
  );
  const songMean = mean(best);
  const isSeen = seenLines(verse);
  const rows = new Float32Array(words.length * WORD_WIDTH);
  for (const [word, { line }] of words.entries()) {
    const row = rows.subarray(word * WORD_WIDTH, (word + 1) * WORD_WIDTH);
    writeEvidence(verse, heard, tops, { word, best, row });
    const { firstWord, lastWord } = lines[line] ?? { firstWord: 0, lastWord: 0 };
    const lastSyllable = (verse.firstSyllable[word + 1] ?? 0) - 1;
    row[12] = best[word - 1] ?? 0;
    row[13] = best[word + 1] ?? 0;
    row[16] = lastWord - 1 - word;
    row[17] = word - firstWord;
    row[18] = lastWord - firstWord;
    row[19] = lastSyllable + 1 - (verse.firstSyllable[word] ?? 0);
    row[20] = verse.frequency[word] ?? 0;
    row[21] = verse.occurrences[word] ?? 0;
    row[22] = lineMean[line] ?? 0;
    row[23] = songMean;
    row[24] = isSeen[line] ?? 0;
    row[25] = verse.stress[lastSyllable] ?? 0;
    row[32] = ((lineMean[line - 1] ?? 0) + (lineMean[line + 1] ?? 0)) / 2;
  }
  return rows;
}

function writeEvidence(
  verse: Verse,
  heard: HeardPairs,
  tops: Tops,
  target: { word: number; best: Float32Array; row: Float32Array },
): void {
  const { word, row, best } = target;
  const partner = partnerOf(verse, heard, tops, word);
  const before = partnerOf(verse, heard, tops, word - 1);
  const after = partnerOf(verse, heard, tops, word + 1);
  const line = verse.text.words[word]?.line ?? 0;
  row[0] = tops.backBest[word] ?? 0;
  row[1] = tops.backSecond[word] ?? 0;
  row[2] = tops.aheadBest[word] ?? 0;
  row[3] = tops.aheadSecond[word] ?? 0;
  row[4] = tops.sum[word] ?? 0;
  row[5] = best[word] ?? 0;
  row[6] = Math.min(tops.backBest[word] ?? 0, tops.aheadBest[word] ?? 0);
  row[7] = partner < 0 ? -1 : Math.abs(line - (verse.text.words[partner]?.line ?? 0));
  row[8] = partner < 0 ? -1 : Math.abs(partner - word);
  row[9] = partner < 0 ? -1 : lineEndDistance(verse, partner);
  row[10] = partner >= 0 && (verse.spellingId[partner] ?? 0) === (verse.spellingId[word] ?? 0) ? 1 : 0;
  const isParallelBefore = partner >= 0 && before >= 0 && Math.abs(partner - before) <= 2;
  const isParallelAfter = partner >= 0 && after >= 0 && Math.abs(after - partner) <= 2;
  row[11] = (isParallelBefore ? 1 : 0) + (isParallelAfter ? 1 : 0);
  row[14] = isParallelBefore ? (best[word - 1] ?? 0) : 0;
  row[15] = isParallelAfter ? (best[word + 1] ?? 0) : 0;
  row[26] = tops.otherBest[word] ?? 0;
  row[27] = tops.endBest[word] ?? 0;
  row[28] = tops.sound[word] ?? 0;
  row[31] = partner < 0 ? 0 : (best[partner] ?? 0);
}

function mean(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}
