import {
  countVowels,
  isVowel,
  type Pronunciation,
  vowelOf,
  vowelPhone,
} from '../../src/lyrics/phonetics/phones.ts';

/** What a way to pronounce gets wrong, 0-1. */
export interface PhoneScore {
  /** Edits (insert, delete, replace) per phone of the nearest listed pronunciation, stress aside. */
  per: number;
  /** Words with any such edit. */
  wer: number;
  /** Words with any edit when stress counts too. */
  wer_stress: number;
  /** Words with another number of syllables than every listed pronunciation. */
  syllables_wrong: number;
}

const withoutStress = (phones: Pronunciation): number[] =>
  phones.map((phone) => (isVowel(phone) ? vowelPhone(vowelOf(phone), 0) : phone));

/** Levenshtein distance of two pronunciations. */
export function phoneDistance(a: Pronunciation, b: Pronunciation): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [at, phone] of a.entries()) {
    const next = [at + 1];
    for (const [column, other] of b.entries()) {
      const replaced = (row[column] ?? 0) + (phone === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

const round = (value: number): number => Number(value.toFixed(4));

/** Adds up what is wrong with pronunciations, each against the listed ones of its word. */
export class PhoneScorer {
  #words = 0;
  #phones = 0;
  #edits = 0;
  #wrong = 0;
  #wrongStress = 0;
  #wrongCount = 0;

  add(spoken: Pronunciation, listed: readonly Pronunciation[]): void {
    const plain = withoutStress(spoken);
    const distances = listed.map((phones) => ({
      edits: phoneDistance(plain, withoutStress(phones)),
      length: phones.length,
      isSame: phones.join() === spoken.join(),
    }));
    const nearest = distances.reduce((best, one) => (one.edits < best.edits ? one : best));
    this.#words++;
    this.#phones += nearest.length;
    this.#edits += nearest.edits;
    if (nearest.edits > 0) this.#wrong++;
    if (!distances.some(({ isSame }) => isSame)) this.#wrongStress++;
    if (!listed.some((phones) => countVowels(phones) === countVowels(spoken))) this.#wrongCount++;
  }

  result(): PhoneScore {
    return {
      per: round(this.#edits / this.#phones),
      wer: round(this.#wrong / this.#words),
      wer_stress: round(this.#wrongStress / this.#words),
      syllables_wrong: round(this.#wrongCount / this.#words),
    };
  }
}
