import type { SourceWord } from './dictionary-sources.ts';

/** One word with the phones each of its letters speaks: none, one or two. */
export interface AlignedWord {
  readonly letters: string;
  readonly parts: readonly (readonly number[])[];
}

const MAX_PHONES_PER_LETTER = 2;
const ROUNDS = 5;

type Costs = Map<string, number>;
const keyOf = (letter: string, part: readonly number[]): string => `${letter}:${part.join(',')}`;

/** Without experience a letter most likely speaks one phone. */
const priorCost = (size: number): number => (size === 1 ? 1 : size === 0 ? 2.5 : 5);

/** The cheapest way to share `phones` out among `letters`, or undefined when there are too many phones. */
function alignWord(
  letters: string,
  phones: readonly number[],
  costs: Costs | undefined,
): AlignedWord | undefined {
  const [rows, columns] = [letters.length, phones.length];
  const best = new Float64Array((rows + 1) * (columns + 1)).fill(Number.POSITIVE_INFINITY);
  const taken = new Uint8Array((rows + 1) * (columns + 1));
  best[0] = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const here = best[row * (columns + 1) + column] ?? Number.POSITIVE_INFINITY;
      if (here === Number.POSITIVE_INFINITY) continue;
      for (let size = 0; size <= MAX_PHONES_PER_LETTER && column + size <= columns; size++) {
        const part = phones.slice(column, column + size);
        const cost = here + (costs ? (costs.get(keyOf(letters.charAt(row), part)) ?? 12) : priorCost(size));
        const target = (row + 1) * (columns + 1) + column + size;
        if (cost < (best[target] ?? 0)) {
          best[target] = cost;
          taken[target] = size;
        }
      }
    }
  }
  if (best[rows * (columns + 1) + columns] === Number.POSITIVE_INFINITY) return undefined;
  const parts: number[][] = [];
  for (let row = rows, column = columns; row > 0; row--) {
    const size = taken[row * (columns + 1) + column] ?? 0;
    parts.unshift(phones.slice(column - size, column));
    column -= size;
  }
  return { letters, parts };
}

function learnCosts(words: readonly AlignedWord[]): Costs {
  const counts = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const { letters, parts } of words) {
    for (const [index, part] of parts.entries()) {
      const letter = letters.charAt(index);
      const key = keyOf(letter, part);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      totals.set(letter, (totals.get(letter) ?? 0) + 1);
    }
  }
  return new Map(
    [...counts].map(([key, count]) => [key, -Math.log(count / (totals.get(key.charAt(0)) ?? 1))]),
  );
}

/** Letters matched to phones by repeated Viterbi alignment (hard EM); words that cannot align are left out. */
export function alignWords(words: readonly SourceWord[]): AlignedWord[] {
  let costs: Costs | undefined;
  let aligned: AlignedWord[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    aligned = words.flatMap(({ spelling, pronunciations: [phones] }) => {
      const word = phones && alignWord(spelling.replace(/[^a-z]/g, ''), phones, costs);
      return word ? [word] : [];
    });
    costs = learnCosts(aligned);
  }
  return aligned;
}
