import { VOWELS, type Vowel } from '../phonetics/phones.ts';
import { type CandidatePairs, syllableQuality } from './candidate-pairs.ts';
import type { Verse } from './verse.ts';

/** What the pair model sees of two syllables; the order is the model's. */
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

/** Vowels by how readily listeners take them for a rhyme, lax ones first: one threshold parts the two. */
const RANKED: readonly Vowel[] = [
  'AH', 'UH', 'IH', 'EH', 'ER', 'AE', 'AA', 'AO', 'UW', 'IY', 'OW', 'EY', 'OY', 'AW', 'AY',
]; // biome-ignore format: a table
const VOWEL_RANK = VOWELS.map((name) => RANKED.indexOf(name));

export const PAIR_WIDTH = PAIR_FEATURES.length;

/** Quality of two syllables some way along, -1 where a line ends first. */
function alongside(verse: Verse, left: number, right: number): number {
  if (left < 0 || right < 0 || left >= verse.vowel.length || right >= verse.vowel.length) return -1;
  return syllableQuality(verse, left, right);
}

/** Fills `row` with the features of pair number `pair`. */
function writeSound(verse: Verse, left: number, right: number, row: Float32Array, offset: number): void {
  const { runs, firstSyllable, wordOfSyllable } = verse;
  const [leftWord, rightWord] = [wordOfSyllable[left] ?? 0, wordOfSyllable[right] ?? 0];
  row[offset] = verse.sounds.vowels(verse.sound[left] ?? 0, verse.sound[right] ?? 0);
  row[offset + 1] = runs.similarity(verse.tail[left] ?? 0, verse.tail[right] ?? 0);
  row[offset + 2] = runs.length(verse.tail[left] ?? 0);
  row[offset + 3] = runs.length(verse.tail[right] ?? 0);
  row[offset + 4] = ((verse.stress[left] ?? 0) > 0 ? 1 : 0) + ((verse.stress[right] ?? 0) > 0 ? 1 : 0);
  row[offset + 5] = (firstSyllable[leftWord + 1] ?? 0) - 1 - left;
  row[offset + 6] = (firstSyllable[rightWord + 1] ?? 0) - 1 - right;
  row[offset + 7] = left - (firstSyllable[leftWord] ?? 0);
  row[offset + 8] = right - (firstSyllable[rightWord] ?? 0);
  row[offset + 9] = left + 1 === right ? -1 : alongside(verse, left + 1, right + 1);
  row[offset + 10] = alongside(verse, left + 2, right + 2);
  row[offset + 11] = alongside(verse, left - 1, right - 1);
  row[offset + 12] = alongside(verse, left - 2, right - 2);
  row[offset + 13] = runs.similarity(verse.head[left] ?? 0, verse.head[right] ?? 0);
}

function writePlace(verse: Verse, left: number, right: number, row: Float32Array, offset: number): void {
  const { lines } = verse.text;
  const [leftWord, rightWord] = [verse.wordOfSyllable[left] ?? 0, verse.wordOfSyllable[right] ?? 0];
  const [leftLine, rightLine] = [verse.line[leftWord] ?? 0, verse.line[rightWord] ?? 0];
  const [from, to] = [lines[leftLine], lines[rightLine]];
  const toEndLeft = (from?.lastWord ?? 0) - 1 - leftWord;
  const toEndRight = (to?.lastWord ?? 0) - 1 - rightWord;
  row[offset + 14] = (verse.spellingId[leftWord] ?? 0) === (verse.spellingId[rightWord] ?? 0) ? 1 : 0;
  row[offset + 15] = rightLine - leftLine;
  row[offset + 16] = rightWord - leftWord;
  row[offset + 17] = right - left;
  row[offset + 18] = toEndLeft;
  row[offset + 19] = toEndRight;
  row[offset + 20] = toEndLeft - toEndRight;
  row[offset + 21] = leftWord - (from?.firstWord ?? 0);
  row[offset + 22] = rightWord - (to?.firstWord ?? 0);
  row[offset + 23] = verse.frequency[leftWord] ?? 0;
  row[offset + 24] = verse.frequency[rightWord] ?? 0;
  row[offset + 25] = (verse.frequency[leftWord] ?? 0) + (verse.frequency[rightWord] ?? 0);
  row[offset + 26] = verse.occurrences[leftWord] ?? 0;
  row[offset + 27] = verse.occurrences[rightWord] ?? 0;
  row[offset + 28] = VOWEL_RANK[verse.vowel[left] ?? 0] ?? 0;
}

const MAX_MATCHED = 4;

/** Syllables in a row that match beside two syllables, going `step` at a time. */
function matched(verse: Verse, left: number, right: number, step: 1 | -1): number {
  const room = Math.min(MAX_MATCHED, right - left - 1);
  let count = 0;
  while (count < room && alongside(verse, left + step * (count + 1), right + step * (count + 1)) >= 0.5)
    count++;
  return count;
}

function writeStretch(verse: Verse, left: number, right: number, row: Float32Array, offset: number): void {
  const { lines } = verse.text;
  const leftLine = lines[verse.line[verse.wordOfSyllable[left] ?? 0] ?? 0];
  const rightLine = lines[verse.line[verse.wordOfSyllable[right] ?? 0] ?? 0];
  const toEndLeft = (verse.firstSyllable[leftLine?.lastWord ?? 0] ?? 0) - 1 - left;
  const toEndRight = (verse.firstSyllable[rightLine?.lastWord ?? 0] ?? 0) - 1 - right;
  const fromStartLeft = left - (verse.firstSyllable[leftLine?.firstWord ?? 0] ?? 0);
  const fromStartRight = right - (verse.firstSyllable[rightLine?.firstWord ?? 0] ?? 0);
  row[offset] = (verse.weak[left] ?? 0) + (verse.weak[right] ?? 0);
  row[offset + 1] = matched(verse, left, right, 1);
  row[offset + 2] = matched(verse, left, right, -1);
  row[offset + 3] = toEndLeft;
  row[offset + 4] = toEndRight;
  row[offset + 5] = Math.abs(toEndLeft - toEndRight);
  row[offset + 6] = Math.abs(fromStartLeft - fromStartRight);
}

/** Rows of PAIR_FEATURES, one a pair. */
export function pairRows(verse: Verse, pairs: CandidatePairs): Float32Array {
  const rows = new Float32Array(pairs.count * PAIR_WIDTH);
  let groupStart = 0;
  for (let pair = 0; pair < pairs.count; pair++) {
    const [left, right] = [pairs.left[pair] ?? 0, pairs.right[pair] ?? 0];
    const offset = pair * PAIR_WIDTH;
    writeSound(verse, left, right, rows, offset);
    writePlace(verse, left, right, rows, offset);
    const word = verse.wordOfSyllable[right] ?? 0;
    if ((verse.wordOfSyllable[pairs.right[groupStart] ?? 0] ?? 0) !== word) groupStart = pair;
    let rivals = 0;
    for (let other = groupStart; other < pair; other++) {
      if ((pairs.quality[other] ?? 0) > (pairs.quality[pair] ?? 0) - 0.05) rivals++;
    }
    rows[offset + 29] = pair - groupStart;
    rows[offset + 30] = rivals;
    writeStretch(verse, left, right, rows, offset + 32);
    rows[offset + 31] = pairs.quality[pair] ?? 0;
  }
  return rows;
}
