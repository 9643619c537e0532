/** The sections of the lexicon that find a spelling; see lexicon-format.ts. */
interface Blocks {
  readonly blocks: Uint32Array;
  readonly entries: Uint8Array;
}

/** The last block whose first spelling is not after the one sought, or -1. */
export function blockOf(parts: Blocks, spelling: string): number {
  let low = 0;
  let high = parts.blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (compareHead(parts, middle, spelling) <= 0) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

function compareHead({ blocks, entries }: Blocks, block: number, spelling: string): number {
  const offset = blocks[block] ?? 0;
  const length = (entries[offset] ?? 0) & 15;
  for (let index = 0; index < length; index++) {
    if (index >= spelling.length) return 1;
    const difference = (entries[offset + 1 + index] ?? 0) - spelling.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return length - spelling.length;
}
