/** A list of words as numbers, so that the measures compare and count without touching the strings again. */
export interface WordSequence {
  /** Type number of each token, in order of first use. */
  ids: Int32Array;
  /** How often each type occurs. */
  counts: Int32Array;
}

/** Numbers the words; equal strings share a number. */
export function toSequence(words: readonly string[]): WordSequence {
  const known = new Map<string, number>();
  const ids = new Int32Array(words.length);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    let id = known.get(word);
    if (id === undefined) {
      id = known.size;
      known.set(word, id);
    }
    ids[at] = id;
  }
  return withCounts(ids, known.size);
}

/** The sequence of the chosen tokens only. */
export function selectTokens(sequence: WordSequence, chosen: (at: number) => boolean): WordSequence {
  const renumbered = new Int32Array(sequence.counts.length).fill(-1);
  const ids = new Int32Array(sequence.ids.length);
  let length = 0;
  let types = 0;
  for (let at = 0; at < sequence.ids.length; at++) {
    if (!chosen(at)) continue;
    const old = sequence.ids[at] ?? 0;
    if (renumbered[old] === -1) renumbered[old] = types++;
    ids[length++] = renumbered[old] ?? 0;
  }
  return withCounts(ids.slice(0, length), types);
}

/** The sequence of type numbers below `types`. */
export function withCounts(ids: Int32Array, types: number): WordSequence {
  const counts = new Int32Array(types);
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return { ids, counts };
}
