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

/** A, B … Z, AA, AB …: the name of a group by its number. */
export function groupLetter(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? letter : groupLetter(rest - 1) + letter;
}
