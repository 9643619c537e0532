/** Median of all pairwise slopes (Theil 1950; Sen 1968, JASA 63:1379); null with fewer than 2 values. */
export function theilSenSlope(times: ArrayLike<number>, values: ArrayLike<number>): number | null {
  const n = values.length;
  if (n < 2) return null;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let at = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      slopes[at++] = ((values[j] ?? 0) - (values[i] ?? 0)) / ((times[j] ?? 0) - (times[i] ?? 0));
    }
  }
  return medianOf(slopes);
}

/** Sorts the numbers in place. */
export function medianOf(numbers: Float64Array): number {
  numbers.sort();
  const middle = numbers.length >> 1;
  const upper = numbers[middle] ?? 0;
  return numbers.length % 2 === 1 ? upper : ((numbers[middle - 1] ?? 0) + upper) / 2;
}
