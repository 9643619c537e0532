/** Median of all pairwise slopes (Theil 1950; Sen 1968, JASA 63:1379); null with fewer than 2 values. */
export function theilSenSlope(times: ArrayLike<number>, values: ArrayLike<number>): number | null {
  const n = values.length;
  if (n < 2) return null;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let at = 0;
  for (let i = 0; i < n; i++) {
    const [time = 0, value = 0] = [times[i], values[i]];
    for (let j = i + 1; j < n; j++) slopes[at++] = ((values[j] ?? 0) - value) / ((times[j] ?? 0) - time);
  }
  return medianOf(slopes);
}

/** Brings the numbers into another order. */
export function medianOf(numbers: Float64Array): number {
  const middle = numbers.length >> 1;
  const upper = select(numbers, middle);
  if (numbers.length % 2 === 1) return upper;
  let lower = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < middle; i++) lower = Math.max(lower, numbers[i] ?? lower);
  return (lower + upper) / 2;
}

/** The number that would stand at `place` in order; those before it are then at most as great (Hoare's find). */
function select(numbers: Float64Array, place: number): number {
  let [from, to] = [0, numbers.length - 1];
  while (from < to) {
    const pivot = numbers[(from + to) >> 1] ?? 0;
    let [low, high] = [from, to];
    while (low <= high) {
      while ((numbers[low] ?? 0) < pivot) low += 1;
      while ((numbers[high] ?? 0) > pivot) high -= 1;
      if (low > high) break;
      const former = numbers[low] ?? 0;
      numbers[low++] = numbers[high] ?? 0;
      numbers[high--] = former;
    }
    if (place <= high) to = high;
    else if (place >= low) from = low;
    else break;
  }
  return numbers[place] ?? 0;
}
