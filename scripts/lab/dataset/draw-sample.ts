import { type Candidate, eraOf } from './candidate.ts';

/** In a fixed order: by name, then the surest first, then by id. */
function strataOf(candidates: readonly Candidate[]): Candidate[][] {
  const strata = Map.groupBy(candidates, (one) => `${one.artist}\n${eraOf(one)}`);
  return [...strata]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => own.sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1)));
}

/**
 * At most `size` songs, drawn from each stratum of artist and decade in turn, the surest analysis of a stratum first, so
 * that no artist or decade fills the set before the others are used up. The same candidates give the same songs, in
 * whatever order they come.
 */
export function drawSample(candidates: readonly Candidate[], size: number): Candidate[] {
  const strata = strataOf(candidates);
  const drawn: Candidate[] = [];
  for (let round = 0; drawn.length < size && strata.some((own) => round < own.length); round++)
    drawn.push(...strata.flatMap((own) => own[round] ?? []));
  return drawn.slice(0, size);
}
