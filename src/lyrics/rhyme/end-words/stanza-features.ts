import { pairAt, type StanzaPairs } from './end-word-features.ts';

/**
 * The features for the second end-word model: the first model's results around the pair, and in the poem's other
 * stanzas.
 */
export const STANZA_FEATURES = [
  'here',
  'best_left',
  'best_right',
  'through_third',
  'above_above',
  'below_below',
  'above_below',
  'below_above',
  'next_left',
  'previous_right',
  'left_with_next',
  'poem_mean',
  'poem_stanzas',
  'previous_stanza',
  'next_stanza',
  'distance',
  'from_start',
  'to_end',
  'stanza_length',
  'is_perfect',
  'shared_letters',
  'poem_couplets',
] as const;

export const STANZA_WIDTH = STANZA_FEATURES.length;

/** One stanza with the first model's probability of every pair. */
export interface HeardStanza {
  readonly pairs: StanzaPairs;
  readonly probability: Float32Array;
}

const MAX_COUNTED = 12;

function at({ pairs, probability }: HeardStanza, left: number, right: number): number {
  if (left < 0 || right >= pairs.size || left >= right) return 0;
  return probability[pairAt(pairs.size, left, right)] ?? 0;
}

const either = (stanza: HeardStanza, a: number, b: number): number =>
  at(stanza, Math.min(a, b), Math.max(a, b));

/** Sums of the pair probabilities of all stanzas of one length in a poem. */
interface PoemSums {
  readonly sum: Float64Array;
  count: number;
}

function sumBySize(poem: readonly HeardStanza[]): Map<number, PoemSums> {
  const sums = new Map<number, PoemSums>();
  for (const { pairs, probability } of poem) {
    const known = sums.get(pairs.size) ?? { sum: new Float64Array(probability.length), count: 0 };
    for (const [pair, p] of probability.entries()) known.sum[pair] = (known.sum[pair] ?? 0) + p;
    known.count++;
    sums.set(pairs.size, known);
  }
  return sums;
}

/** Share of a poem's first-and-second, third-and-fourth … lines that rhyme. */
function coupletShare(poem: readonly HeardStanza[]): number {
  let [sum, count] = [0, 0];
  for (const stanza of poem) {
    for (let line = 0; line + 1 < stanza.pairs.size; line += 2) {
      sum += at(stanza, line, line + 1);
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}

function around(stanza: HeardStanza, left: number, right: number): number[] {
  let [bestLeft, bestRight, third] = [0, 0, 0];
  for (let line = 0; line < stanza.pairs.size; line++) {
    if (line === left || line === right) continue;
    const [a, b] = [either(stanza, left, line), either(stanza, right, line)];
    bestLeft = Math.max(bestLeft, a);
    bestRight = Math.max(bestRight, b);
    third = Math.max(third, Math.min(a, b));
  }
  return [
    at(stanza, left, right),
    bestLeft,
    bestRight,
    third,
    at(stanza, left - 1, right - 1),
    at(stanza, left + 1, right + 1),
    at(stanza, left - 1, right + 1),
    at(stanza, left + 1, right - 1),
    at(stanza, left + 1, right),
    at(stanza, left, right - 1),
    at(stanza, left, left + 1),
  ];
}

/**
 * Rows of STANZA_FEATURES for every stanza of a poem; `first` holds the first model's rows, from which the
 * perfect-rhyme flag and the shared letters are reused.
 */
export function stanzaRows(
  poem: readonly HeardStanza[],
  own: (stanza: number, pair: number) => readonly [isPerfect: number, sharedLetters: number],
): Float32Array[] {
  const sums = sumBySize(poem);
  const couplets = coupletShare(poem);
  return poem.map((stanza, index) => {
    const { pairs, probability } = stanza;
    const rows = new Float32Array(probability.length * STANZA_WIDTH);
    const sameSize = (other: HeardStanza | undefined) =>
      other?.pairs.size === pairs.size ? other : undefined;
    const [previous, next] = [sameSize(poem[index - 1]), sameSize(poem[index + 1])];
    const poemSums = sums.get(pairs.size);
    const others = (poemSums?.count ?? 1) - 1;
    for (const [pair, p] of probability.entries()) {
      const [left, right] = [pairs.left[pair] ?? 0, pairs.right[pair] ?? 0];
      const row = around(stanza, left, right);
      row.push(
        others === 0 ? -1 : ((poemSums?.sum[pair] ?? 0) - p) / others,
        Math.min(others, MAX_COUNTED),
        previous?.probability[pair] ?? -1,
        next?.probability[pair] ?? -1,
        right - left,
        left,
        pairs.size - 1 - right,
        pairs.size,
        ...own(index, pair),
        couplets,
      );
      rows.set(row, pair * STANZA_WIDTH);
    }
    return rows;
  });
}
