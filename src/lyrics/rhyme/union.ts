/** Disjoint sets over 0…size-1. */
export class Union {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, index) => index);
  }

  root(member: number): number {
    let root = member;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    for (let at = member; at !== root; ) {
      const next = this.#parents[at] ?? root;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [left, right] = [this.root(a), this.root(b)];
    this.#parents[Math.max(left, right)] = Math.min(left, right);
  }
}

const SCHEME_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** The first of a contiguous range of Latin letters with diacritics; the Chinese characters follow after it. */
const MARKED = { first: 0x100, count: 0x150 };
const FIRST_CHARACTER = 0x4e00;

/**
 * A … Z, a … z, then Ā, ā and on through Unicode's letters: the name of a rhyme in a scheme. Always one UTF-16 unit, so
 * that a scheme has one a line however many rhymes there are (20,000 at most).
 */
export function schemeLetter(index: number): string {
  const marked = index - SCHEME_LETTERS.length;
  if (marked < 0) return SCHEME_LETTERS.charAt(index);
  if (marked < MARKED.count) return String.fromCharCode(MARKED.first + marked);
  return String.fromCharCode(FIRST_CHARACTER + marked - MARKED.count);
}

/** A, B … Z, AA, AB …: the name of a group by its number. */
export function groupLetter(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? letter : groupLetter(rest - 1) + letter;
}
