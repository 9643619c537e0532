const MAX_WORDS = 16_384;
// V8 keeps a longer slice as a view of its whole text, which would then stay in memory.
const MAX_LENGTH = 12;

/** Caches the results of a pure function for a bounded number of short words. */
export function memoizeByWord<Value extends string | boolean | object | null>(
  compute: (word: string) => Value,
): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const value = compute(word);
    if (word.length <= MAX_LENGTH) {
      if (known.size >= MAX_WORDS) known.clear();
      known.set(word, value);
    }
    return value;
  };
}
