import { seededRandom } from '../local/sites/stable-random.ts';

/**
 * Requests for items whose popularity falls with their rank (Zipf, exponent 1), as that of songs and pages does: the
 * item of each request, from 0.
 */
export function zipfStream(p: { requests: number; items: number; seed: string }): number[] {
  const random = seededRandom(p.seed);
  const cumulative: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= p.items; rank++) {
    sum += 1 / rank;
    cumulative.push(sum);
  }
  return Array.from({ length: p.requests }, () => {
    const at = random() * sum;
    return cumulative.findIndex((upTo) => at <= upTo);
  });
}
