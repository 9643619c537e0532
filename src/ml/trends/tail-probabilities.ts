const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** P(Z > z) of a standard normal Z: a series below 3, the continued fraction of Laplace above. */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  if (z > 38) return 0;
  if (z > 3) {
    let fraction = z;
    for (let term = 60; term > 0; term--) fraction = z + term / fraction;
    return density(z) / fraction;
  }
  let [sum, term] = [z, z];
  for (let odd = 3; term > 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 - density(z) * sum;
}

/** The z with P(|Z| <= z) = level, by halving. */
export function normalQuantile(level: number): number {
  let [low, high] = [0, 10];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (1 - 2 * normalTail(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * P(|T| > |t|) of Student's t, also for degrees of freedom that are no whole number: the normal deviate of Wallace
 * (1959, Annals of Mathematical Statistics 30:1124), within .004 from 2 degrees of freedom on.
 */
export function studentTwoSided(t: number, freedom: number): number {
  const shrink = (8 * freedom + 1) / (8 * freedom + 3);
  return 2 * normalTail(shrink * Math.sqrt(freedom * Math.log1p((t * t) / freedom)));
}

/** The t with P(|T| <= t) = level, by inverting the same deviate. */
export function studentQuantile(level: number, freedom: number): number {
  const z = (normalQuantile(level) * (8 * freedom + 3)) / (8 * freedom + 1);
  return Math.sqrt(freedom * Math.expm1((z * z) / freedom));
}
