/** How well sets of names match the right ones. */
export interface SetScores {
  precision: number;
  recall: number;
  f1: number;
}

export interface SetReport {
  /** Of all names together. */
  micro: SetScores;
  /** Means over the names that occur among the right or the predicted ones. */
  macro: SetScores;
  by_name: Record<string, SetScores & { right: number; predicted: number; hits: number }>;
}

export interface JudgedSet {
  right: readonly string[];
  predicted: readonly string[];
}

/** Precision is 1 where nothing is predicted, recall 1 where nothing is right. */
export function scoreSets(rows: readonly JudgedSet[]): SetReport {
  const names = [...new Set(rows.flatMap(({ right, predicted }) => [...right, ...predicted]))].sort();
  const count = (holds: (row: JudgedSet) => boolean): number => rows.filter(holds).length;
  const counts = names.map((name) => ({
    name,
    right: count((row) => row.right.includes(name)),
    predicted: count((row) => row.predicted.includes(name)),
    hits: count((row) => row.right.includes(name) && row.predicted.includes(name)),
  }));
  const scored = counts.map((one) => ({ ...one, ...scoresOf(one) }));
  const sum = (field: 'right' | 'predicted' | 'hits'): number =>
    counts.reduce((total, one) => total + one[field], 0);
  const mean = (field: keyof SetScores): number =>
    rounded(scored.reduce((total, one) => total + one[field], 0) / Math.max(1, scored.length));
  return {
    micro: scoresOf({ right: sum('right'), predicted: sum('predicted'), hits: sum('hits') }),
    macro: { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') },
    by_name: Object.fromEntries(scored.map(({ name, ...rest }) => [name, rest])),
  };
}

function scoresOf(counts: { right: number; predicted: number; hits: number }): SetScores {
  const { right, predicted, hits } = counts;
  return {
    precision: rounded(predicted === 0 ? 1 : hits / predicted),
    recall: rounded(right === 0 ? 1 : hits / right),
    f1: rounded(right + predicted === 0 ? 1 : (2 * hits) / (right + predicted)),
  };
}

const rounded = (value: number): number => Number(value.toFixed(3));
