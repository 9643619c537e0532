import { VOWELS, type Vowel } from '../phonetics/phones.ts';
import type { SyllablePairs } from './candidate-pairs.ts';
import { VOWEL_CODES, VOWEL_SIMILARITY } from './sound-similarity.ts';
import { SCALE, scaled } from './trees.ts';
import { syllableQuality, type Verse } from './verse.ts';

/** The features of two syllables for the pair model; the model depends on their order. */
export const PAIR_FEATURES = [
  'vowel_similarity',
  'tail_similarity',
  'tail_length_left',
  'tail_length_right',
  'stressed',
  'after_left',
  'after_right',
  'before_left',
  'before_right',
  'next_quality',
  'next_next_quality',
  'previous_quality',
  'previous_previous_quality',
  'head_similarity',
  'same_spelling',
  'line_distance',
  'word_distance',
  'syllable_distance',
  'to_end_left',
  'to_end_right',
  'to_end_difference',
  'from_start_left',
  'from_start_right',
  'frequency_left',
  'frequency_right',
  'frequency_sum',
  'occurrences_left',
  'occurrences_right',
  'vowel',
  'closer_rivals',
  'equal_rivals',
  'quality',
  'weak',
  'matched_after',
  'matched_before',
  'syllables_to_end_left',
  'syllables_to_end_right',
  'syllables_to_end_difference',
  'syllables_from_start_difference',
] as const;

/** Vowels by how readily listeners accept them as a rhyme, lax ones first: one threshold separates the two. */
const RANKED: readonly Vowel[] = [
  'AH', 'UH', 'IH', 'EH', 'ER', 'AE', 'AA', 'AO', 'UW', 'IY', 'OW', 'EY', 'OY', 'AW', 'AY',
]; // biome-ignore format: a table
const VOWEL_RANK = VOWELS.map((name) => RANKED.indexOf(name));

export const PAIR_WIDTH = PAIR_FEATURES.length;

const MAX_MATCHED = 4;
const MIN_MATCHED = 0.5;
/** Other pairs of a word whose quality is lower by this much are not competitors. */
const RIVAL_MARGIN = 0.05;

/** Quality of two syllables at a distance, -1 if the song ends before. */
function alongside(verse: Verse, left: number, right: number): number {
  return left < 0 || right >= verse.vowel.length ? -1 : syllableQuality(verse, left, right);
}

function writeSound(verse: Verse, left: number, right: number, row: Int32Array, at: number): void {
  const { runs, code, tail, head, stress, weak } = verse;
  const [leftTail, rightTail] = [tail[left] ?? 0, tail[right] ?? 0];
  const vowels = VOWEL_SIMILARITY[(code[left] ?? 0) * VOWEL_CODES + (code[right] ?? 0)] ?? 0;
  row[at] = scaled(vowels);
  row[at + 1] = scaled(runs.similarity(leftTail, rightTail));
  row[at + 2] = runs.length(leftTail) * SCALE;
  row[at + 3] = runs.length(rightTail) * SCALE;
  row[at + 4] = (Number((stress[left] ?? 0) > 0) + Number((stress[right] ?? 0) > 0)) * SCALE;
  row[at + 13] = scaled(runs.similarity(head[left] ?? 0, head[right] ?? 0));
  row[at + 28] = (VOWEL_RANK[verse.vowel[left] ?? 0] ?? 0) * SCALE;
  row[at + 32] = ((weak[left] ?? 0) + (weak[right] ?? 0)) * SCALE;
}

/** Syllables in a row that match beside two syllables, going `step` at a time; the first two are known. */
function matched(
  verse: Verse,
  left: number,
  right: number,
  step: 1 | -1,
  known: readonly [number, number],
): number {
  const room = Math.min(MAX_MATCHED, right - left - 1);
  let count = 0;
  while (count < room) {
    const beside =
      count < 2 ? known[count] : alongside(verse, left + step * (count + 1), right + step * (count + 1));
    if ((beside ?? 0) < MIN_MATCHED) break;
    count++;
  }
  return count;
}

function writeBeside(verse: Verse, left: number, right: number, row: Int32Array, at: number): void {
  const next = alongside(verse, left + 1, right + 1);
  const nextNext = alongside(verse, left + 2, right + 2);
  const previous = alongside(verse, left - 1, right - 1);
  const previousPrevious = alongside(verse, left - 2, right - 2);
  row[at + 9] = left + 1 === right ? -SCALE : scaled(next);
  row[at + 10] = scaled(nextNext);
  row[at + 11] = scaled(previous);
  row[at + 12] = scaled(previousPrevious);
  row[at + 33] = matched(verse, left, right, 1, [next, nextNext]) * SCALE;
  row[at + 34] = matched(verse, left, right, -1, [previous, previousPrevious]) * SCALE;
}

function writePlace(verse: Verse, left: number, right: number, row: Int32Array, at: number): void {
  const { wordOfSyllable, firstSyllable, line, toEnd, fromStart, spellingId } = verse;
  const leftWord = wordOfSyllable[left] ?? 0;
  const rightWord = wordOfSyllable[right] ?? 0;
  const [toEndLeft, toEndRight] = [toEnd[leftWord] ?? 0, toEnd[rightWord] ?? 0];
  row[at + 5] = ((firstSyllable[leftWord + 1] ?? 0) - 1 - left) * SCALE;
  row[at + 6] = ((firstSyllable[rightWord + 1] ?? 0) - 1 - right) * SCALE;
  row[at + 7] = (left - (firstSyllable[leftWord] ?? 0)) * SCALE;
  row[at + 8] = (right - (firstSyllable[rightWord] ?? 0)) * SCALE;
  row[at + 14] = spellingId[leftWord] === spellingId[rightWord] ? SCALE : 0;
  row[at + 15] = ((line[rightWord] ?? 0) - (line[leftWord] ?? 0)) * SCALE;
  row[at + 16] = (rightWord - leftWord) * SCALE;
  row[at + 17] = (right - left) * SCALE;
  row[at + 18] = toEndLeft * SCALE;
  row[at + 19] = toEndRight * SCALE;
  row[at + 20] = (toEndLeft - toEndRight) * SCALE;
  row[at + 21] = (fromStart[leftWord] ?? 0) * SCALE;
  row[at + 22] = (fromStart[rightWord] ?? 0) * SCALE;
  writeUse(verse, leftWord, rightWord, row, at);
}

function writeUse(verse: Verse, leftWord: number, rightWord: number, row: Int32Array, at: number): void {
  const { frequency, occurrences } = verse;
  const [left, right] = [frequency[leftWord] ?? 0, frequency[rightWord] ?? 0];
  row[at + 23] = left * SCALE;
  row[at + 24] = right * SCALE;
  row[at + 25] = (left + right) * SCALE;
  row[at + 26] = (occurrences[leftWord] ?? 0) * SCALE;
  row[at + 27] = (occurrences[rightWord] ?? 0) * SCALE;
}

function writeStretch(verse: Verse, left: number, right: number, row: Int32Array, at: number): void {
  const { syllablesToEnd, syllablesFromStart } = verse;
  const [toEndLeft, toEndRight] = [syllablesToEnd[left] ?? 0, syllablesToEnd[right] ?? 0];
  const fromStart = (syllablesFromStart[left] ?? 0) - (syllablesFromStart[right] ?? 0);
  row[at + 35] = toEndLeft * SCALE;
  row[at + 36] = toEndRight * SCALE;
  row[at + 37] = Math.abs(toEndLeft - toEndRight) * SCALE;
  row[at + 38] = Math.abs(fromStart) * SCALE;
}

/** Rows of PAIR_FEATURES in the format of the trees, one per pair; pairs with the same later word are adjacent. */
export function pairRows(verse: Verse, { count, left, right, quality }: SyllablePairs): Int32Array {
  const rows = new Int32Array(count * PAIR_WIDTH);
  let groupStart = 0;
  let groupWord = -1;
  for (let pair = 0; pair < count; pair++) {
    const [from, to] = [left[pair] ?? 0, right[pair] ?? 0];
    const at = pair * PAIR_WIDTH;
    writeSound(verse, from, to, rows, at);
    writeBeside(verse, from, to, rows, at);
    writePlace(verse, from, to, rows, at);
    writeStretch(verse, from, to, rows, at);
    const word = verse.wordOfSyllable[to] ?? 0;
    if (word !== groupWord) [groupStart, groupWord] = [pair, word];
    const own = quality[pair] ?? 0;
    let rivals = 0;
    for (let other = groupStart; other < pair; other++) {
      if ((quality[other] ?? 0) > own - RIVAL_MARGIN) rivals++;
    }
    rows[at + 29] = (pair - groupStart) * SCALE;
    rows[at + 30] = rivals * SCALE;
    rows[at + 31] = scaled(own);
  }
  return rows;
}
