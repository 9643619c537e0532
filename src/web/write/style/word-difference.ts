/** A run of words that stayed, went or came. */
export interface DifferencePart {
  kind: 'same' | 'gone' | 'come';
  text: string;
}

/** Words with the space behind each. */
const wordsOf = (line: string): string[] => line.match(/\S+\s*/g) ?? [];
const plain = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '') || word.trim();

/** The lengths of the longest common runs of words from each pair of places on. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [row, below] = [lengths[i] ?? [], lengths[i + 1] ?? []];
      row[j] =
        plain(a[i] ?? '') === plain(b[j] ?? '')
          ? (below[j + 1] ?? 0) + 1
          : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/**
 * What became of the words of a line. A word that differs in capitals or punctuation alone stayed, and is shown as it
 * is now.
 */
export function wordDifference(before: string, after: string): DifferencePart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const lengths = commonLengths(a, b);
  const parts: DifferencePart[] = [];
  const add = (kind: DifferencePart['kind'], text: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [word, other] = [a[i], b[j]];
    if (word !== undefined && other !== undefined && plain(word) === plain(other)) {
      add('same', other);
      i++;
      j++;
    } else if (
      other === undefined ||
      (word !== undefined && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      add('gone', word ?? '');
      i++;
    } else {
      add('come', other);
      j++;
    }
  }
  return parts;
}
