import {
  estimateJaccard,
  fingerprint,
  NEAR_DUPLICATE_JACCARD,
} from '../../../src/lyrics/text/fingerprint.ts';
import { lyricsWords } from '../../../src/lyrics/text/lyrics-words.ts';

/** What a text is recognised by. */
export interface TextMarks {
  /** Equal for texts with the same words. */
  identity: string;
  sketch: readonly number[];
  bands: readonly number[];
}

/** Marks of a text; null if it has no words. */
export function textMarks(text: string): TextMarks | null {
  const identity = lyricsWords(text).join(' ');
  return identity === '' ? null : { identity, ...fingerprint(text) };
}

const isSameText = (a: TextMarks, b: TextMarks): boolean =>
  a.identity === b.identity || estimateJaccard(a.sketch, b.sketch) >= NEAR_DUPLICATE_JACCARD;

/**
 * Texts by what those that are alike have in common, so that only those few are compared. The rule is the one by which the
 * catalogue links versions of a song.
 */
export class TextIndex<T> {
  readonly #byKey = new Map<string, { marks: TextMarks; value: T }[]>();

  /** The values of all texts that are the same as this one, or nearly. */
  find(marks: TextMarks): T[] {
    const alike = new Set<{ marks: TextMarks; value: T }>();
    for (const key of keysOf(marks))
      for (const other of this.#byKey.get(key) ?? [])
        if (!alike.has(other) && isSameText(marks, other.marks)) alike.add(other);
    return [...alike].map(({ value }) => value);
  }

  add(marks: TextMarks, value: T): void {
    const entry = { marks, value };
    for (const key of keysOf(marks)) {
      const own = this.#byKey.get(key);
      if (own === undefined) this.#byKey.set(key, [entry]);
      else own.push(entry);
    }
  }
}

const keysOf = ({ identity, bands }: TextMarks): string[] => [
  `words ${identity}`,
  ...bands.map((band, at) => `${at} ${band}`),
];

/** Sets of numbers that are joined pair by pair (union-find with path halving). */
export class Groups {
  readonly #parents = new Map<number, number>();

  /** The member that stands for the group of `one`. */
  of(one: number): number {
    let at = one;
    for (let up = this.#parents.get(at); up !== undefined; up = this.#parents.get(at)) {
      const above = this.#parents.get(up);
      if (above !== undefined) this.#parents.set(at, above);
      at = up;
    }
    return at;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.#parents.set(Math.max(a, b), Math.min(a, b));
  }
}
