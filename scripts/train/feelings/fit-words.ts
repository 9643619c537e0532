/** A line as the numbers of its known terms, each worth `scale`; `weight` says how much the line counts. */
export interface TermLine {
  terms: readonly number[];
  scale: number;
  weight: number;
}

const ROUNDS = 40;

/**
 * One number a term, so that the scaled sum over a line, plus a constant, comes closest to the line's target: ridge
 * regression towards a prior, by conjugate gradients. Returns the constant last.
 */
export function fitWords(
  lines: readonly TermLine[],
  targets: readonly number[],
  { prior, penalty }: { prior: Float64Array; penalty: number },
): Float64Array {
  const size = prior.length + 1;
  const apply = (x: Float64Array): Float64Array => {
    const out = new Float64Array(size);
    for (const { terms, scale, weight } of lines) {
      let sum = x[size - 1] ?? 0;
      for (const term of terms) sum += scale * (x[term] ?? 0);
      sum *= weight;
      for (const term of terms) out[term] = (out[term] ?? 0) + scale * sum;
      out[size - 1] = (out[size - 1] ?? 0) + sum;
    }
    for (let i = 0; i < size - 1; i++) out[i] = (out[i] ?? 0) + penalty * (x[i] ?? 0);
    return out;
  };
  const right = new Float64Array(size);
  const diagonal = new Float64Array(size).fill(penalty);
  lines.forEach(({ terms, scale, weight }, i) => {
    const target = weight * (targets[i] ?? 0);
    for (const term of terms) {
      right[term] = (right[term] ?? 0) + scale * target;
      diagonal[term] = (diagonal[term] ?? 0) + weight * scale * scale;
    }
    right[size - 1] = (right[size - 1] ?? 0) + target;
    diagonal[size - 1] = (diagonal[size - 1] ?? 0) + weight;
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
