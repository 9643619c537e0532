/** Lines as the numbers of their known words. */
export type WordLines = readonly (readonly number[])[];

const ROUNDS = 60;

/**
 * One number a word, so that the sum over a line divided by the square root of its length, plus a constant, comes
 * closest to the line's target: ridge regression towards a prior, by conjugate gradients. Returns the constant last.
 */
export function fitWords(
  lines: WordLines,
  targets: readonly number[],
  { prior, penalty }: { prior: Float64Array; penalty: number },
): Float64Array {
  const size = prior.length + 1;
  const scale = lines.map((words) => 1 / Math.sqrt(Math.max(1, words.length)));
  const apply = (x: Float64Array): Float64Array => {
    const out = new Float64Array(size);
    lines.forEach((words, i) => {
      const factor = scale[i] ?? 0;
      let sum = x[size - 1] ?? 0;
      for (const word of words) sum += factor * (x[word] ?? 0);
      for (const word of words) out[word] = (out[word] ?? 0) + factor * sum;
      out[size - 1] = (out[size - 1] ?? 0) + sum;
    });
    for (let i = 0; i < size - 1; i++) out[i] = (out[i] ?? 0) + penalty * (x[i] ?? 0);
    return out;
  };
  const right = new Float64Array(size);
  const diagonal = new Float64Array(size).fill(penalty);
  lines.forEach((words, i) => {
    const [factor, target] = [scale[i] ?? 0, targets[i] ?? 0];
    for (const word of words) {
      right[word] = (right[word] ?? 0) + factor * target;
      diagonal[word] = (diagonal[word] ?? 0) + factor * factor;
    }
    right[size - 1] = (right[size - 1] ?? 0) + target;
    diagonal[size - 1] = (diagonal[size - 1] ?? 0) + 1;
  });
  for (let i = 0; i < prior.length; i++) right[i] = (right[i] ?? 0) + penalty * (prior[i] ?? 0);
  return conjugateGradients(apply, right, diagonal);
}

function conjugateGradients(
  apply: (x: Float64Array) => Float64Array,
  right: Float64Array,
  diagonal: Float64Array,
): Float64Array {
  const x = new Float64Array(right.length);
  const residual = Float64Array.from(right);
  let scaled = residual.map((value, i) => value / (diagonal[i] ?? 1));
  let direction = Float64Array.from(scaled);
  let before = dot(residual, scaled);
  for (let round = 0; round < ROUNDS && before > 1e-9; round++) {
    const moved = apply(direction);
    const step = before / dot(direction, moved);
    for (let i = 0; i < x.length; i++) {
      x[i] = (x[i] ?? 0) + step * (direction[i] ?? 0);
      residual[i] = (residual[i] ?? 0) - step * (moved[i] ?? 0);
    }
    scaled = residual.map((value, i) => value / (diagonal[i] ?? 1));
    const after = dot(residual, scaled);
    direction = scaled.map((value, i) => value + (after / before) * (direction[i] ?? 0));
    before = after;
  }
  return x;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
