import { sumOfSquares } from './diversity.ts';
import type { WordSequence } from './word-sequence.ts';

/** Older indices of lexical diversity, all functions of tokens N and types V; kept for comparison with published numbers. */
export interface ClassicIndices {
  /** Guiraud 1954: V / √N. */
  rttr: number;
  /** Carroll 1964: V / √(2N). */
  cttr: number;
  /** Herdan 1960: log V / log N. */
  herdan: number;
  /** Summer 1966: log log V / log log N. */
  summer: number;
  /** Dugast 1978: (log N)² / (log N − log V). */
  dugast: number;
  /** Maas 1972: (log N − log V) / (log N)². */
  maas: number;
  /** Yule 1944, inverse of K: V² / (Σ f² − V). */
  yulei: number;
  /** Herdan 1955: √(Σ f² / N² − 1 / V). */
  herdanvm: number;
  /** Simpson 1949: Σ f (f − 1) / (N (N − 1)). */
  simpsond: number;
}

/** The classic indices; null with fewer than three types or no word used twice, where some of them divide by zero. */
export function classicIndices({ ids, counts }: WordSequence): ClassicIndices | null {
  const [tokens, types] = [ids.length, counts.length];
  if (types < 3 || types === tokens) return null;
  const [logTokens, logTypes] = [Math.log(tokens), Math.log(types)];
  const squares = sumOfSquares(counts);
  return {
    rttr: types / Math.sqrt(tokens),
    cttr: types / Math.sqrt(2 * tokens),
    herdan: logTypes / logTokens,
    summer: Math.log(logTypes) / Math.log(logTokens),
    dugast: logTokens ** 2 / (logTokens - logTypes),
    maas: (logTokens - logTypes) / logTokens ** 2,
    yulei: types ** 2 / (squares - types),
    herdanvm: Math.sqrt(squares / tokens ** 2 - 1 / types),
    simpsond: (squares - tokens) / (tokens * (tokens - 1)),
  };
}
