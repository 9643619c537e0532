/** How well predicted classes match the right ones. */
export interface ClassScores {
  accuracy: number;
  /** Mean F1 of the classes that occur among the right or the predicted ones. */
  macro_f1: number;
}

export interface Judged {
  right: string;
  predicted: string;
}

export function scoreClasses(rows: readonly Judged[]): ClassScores {
  const classes = [...new Set(rows.flatMap(({ right, predicted }) => [right, predicted]))];
  const f1 = classes.map((name) => {
    const hits = rows.filter(({ right, predicted }) => right === name && predicted === name).length;
    const all = rows.filter(({ right }) => right === name).length;
    const found = rows.filter(({ predicted }) => predicted === name).length;
    return (2 * hits) / (all + found);
  });
  const correct = rows.filter(({ right, predicted }) => right === predicted).length;
  return {
    accuracy: rounded(correct / Math.max(1, rows.length)),
    macro_f1: rounded(f1.reduce((sum, value) => sum + value, 0) / Math.max(1, classes.length)),
  };
}

/** The most frequent value; of equally frequent ones the first. */
export function majorityOf(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0] as const)[0];
}

const rounded = (value: number): number => Number(value.toFixed(3));
