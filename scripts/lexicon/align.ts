import { PHONE_COUNT } from '../../src/lyrics/phonetics/phones.ts';
import type { SourceWord } from './dictionary-sources.ts';

/** One word with the phones each of its letters speaks, as codes of `partCode`. */
export interface AlignedWord {
  readonly letters: string;
  readonly parts: Uint16Array;
}

const MAX_PHONES_PER_LETTER = 2;
const ROUNDS = 5;
const LETTERS = 26;
/** No phone, one phone, or two. */
const PARTS = 1 + PHONE_COUNT + PHONE_COUNT * PHONE_COUNT;
/** What a letter that was never seen with these phones costs, in nats. */
const UNSEEN = 12;
/** Before training, one phone per letter is the most likely. */
const PRIOR = [2.5, 1, 5] as const;

function partCode(phones: readonly number[], from: number, size: number): number {
  const [first = 0, second = 0] = [phones[from], phones[from + 1]];
  if (size === 0) return 0;
  return size === 1 ? 1 + first : 1 + PHONE_COUNT + first * PHONE_COUNT + second;
}

/** The phones of a part: none, one or two. */
export function phonesOf(part: number): number[] {
  if (part === 0) return [];
  if (part <= PHONE_COUNT) return [part - 1];
  const pair = part - 1 - PHONE_COUNT;
  return [Math.floor(pair / PHONE_COUNT), pair % PHONE_COUNT];
}

const codeAt = (letters: string, at: number): number => letters.charCodeAt(at) - 97;

function priorCosts(): Float64Array {
  const costs = new Float64Array(LETTERS * PARTS).fill(PRIOR[2]);
  for (let letter = 0; letter < LETTERS; letter++) {
    costs.fill(PRIOR[1], letter * PARTS, letter * PARTS + 1 + PHONE_COUNT);
    costs[letter * PARTS] = PRIOR[0];
  }
  return costs;
}

/** The cheapest way to share `phones` out among `letters`, or undefined when there are too many phones. */
function alignWord(letters: string, phones: readonly number[], costs: Float64Array): AlignedWord | undefined {
  const [rows, columns] = [letters.length, phones.length];
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width).fill(Number.POSITIVE_INFINITY);
  const taken = new Uint8Array((rows + 1) * width);
  best[0] = 0;
  for (let row = 0; row < rows; row++) {
    const letter = codeAt(letters, row) * PARTS;
    for (let column = 0; column <= columns; column++) {
      const here = best[row * width + column] ?? 0;
      if (here === Number.POSITIVE_INFINITY) continue;
      for (let size = 0; size <= MAX_PHONES_PER_LETTER && column + size <= columns; size++) {
        const cost = here + (costs[letter + partCode(phones, column, size)] ?? UNSEEN);
        const target = (row + 1) * width + column + size;
        if (cost < (best[target] ?? 0)) {
          best[target] = cost;
          taken[target] = size;
        }
      }
    }
  }
  if (best[rows * width + columns] === Number.POSITIVE_INFINITY) return undefined;
  const parts = new Uint16Array(rows);
  for (let row = rows, column = columns; row > 0; row--) {
    const size = taken[row * width + column] ?? 0;
    column -= size;
    parts[row - 1] = partCode(phones, column, size);
  }
  return { letters, parts };
}

/** Negative log of how often each letter speaks each part. */
function learnCosts(words: readonly AlignedWord[]): Float64Array {
  const counts = new Float64Array(LETTERS * PARTS);
  const totals = new Float64Array(LETTERS);
  for (const { letters, parts } of words) {
    for (const [index, part] of parts.entries()) {
      const letter = codeAt(letters, index);
      counts[letter * PARTS + part] = (counts[letter * PARTS + part] ?? 0) + 1;
      totals[letter] = (totals[letter] ?? 0) + 1;
    }
  }
  return counts.map((count, index) =>
    count > 0 ? -Math.log(count / (totals[Math.floor(index / PARTS)] ?? 1)) : UNSEEN,
  );
}

/**
 * Letters matched to phones of the first pronunciation by repeated Viterbi alignment (hard EM); spellings with other
 * characters than a-z and words that cannot align are left out.
 */
export function alignWords(words: readonly SourceWord[]): AlignedWord[] {
  const plain = words.filter(({ spelling }) => /^[a-z]+$/.test(spelling));
  let costs = priorCosts();
  let aligned: AlignedWord[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    aligned = plain.flatMap(({ spelling, pronunciations: [phones = []] }) => {
      const word = alignWord(spelling, phones, costs);
      return word ? [word] : [];
    });
    costs = learnCosts(aligned);
  }
  return aligned;
}
