const LOWEST = 0.25;
const HIGHEST = 0.65;
const STEP = 0.01;
/** A threshold is judged with those this many steps to either side, so that no lucky one is taken. */
const REACH = 2;

function f1At(probabilities: Float32Array, labels: Uint8Array, threshold: number): number {
  let [hits, both] = [0, 0];
  for (const [row, p] of probabilities.entries()) {
    const label = labels[row] ?? 0;
    const isHeard = p > threshold ? 1 : 0;
    hits += label & isHeard;
    both += label + isHeard;
  }
  return both === 0 ? 0 : (2 * hits) / both;
}

/** The threshold with the best F1 over answers for rows that the model was not trained on, two digits. */
export function chooseThreshold(probabilities: Float32Array, labels: Uint8Array): number {
  const steps = Math.round((HIGHEST - LOWEST) / STEP);
  const scores = Array.from({ length: steps + 1 }, (_, at) =>
    f1At(probabilities, labels, LOWEST + at * STEP),
  );
  let [best, bestSum] = [0, -1];
  for (let at = REACH; at + REACH <= steps; at++) {
    const sum = scores.slice(at - REACH, at + REACH + 1).reduce((total, score) => total + score, 0);
    if (sum > bestSum + 1e-12) [best, bestSum] = [at, sum];
  }
  return Number((LOWEST + best * STEP).toFixed(2));
}
