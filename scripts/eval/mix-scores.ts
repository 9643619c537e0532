/** A song that either list found, with what each part says of it. */
export interface MixedHit {
  key: string;
  /** 0-1; null: not found by words. */
  words: number | null;
  /** Cosine; null: not found by meaning. */
  similarity: number | null;
  /** What its name adds. */
  name: number;
}

/** The chosen weight of words in one fold, by the queries of all others, and how its own queries do with it. */
export interface Fold {
  weight: number;
  queries: number;
  ndcg_at_10: number;
}

export interface CrossValidation {
  folds: Fold[];
  /** Mean over all queries, each with the weight that was chosen without it. */
  held_out_ndcg_at_10: number;
  /** On all queries, by weight. */
  by_weight: Record<string, number>;
}

const FOLDS = 5;
/** From meaning alone to words alone. */
export const WEIGHTS: readonly number[] = Array.from({ length: 21 }, (_, i) => i / 20);

/**
 * The keys by `weight` x words + (1 - `weight`) x similarity + name, the best first. A song that a list did not find counts as no
 * better than the last that it did, as in the search itself.
 */
export function mixByWeight(hits: readonly MixedHit[], weight: number): string[] {
  const least = Math.min(...hits.flatMap(({ similarity }) => similarity ?? []));
  const worst = Number.isFinite(least) ? least : 0;
  const score = ({ words, similarity, name }: MixedHit): number =>
    weight * (words ?? 0) + (1 - weight) * (similarity ?? worst) + name;
  const ordered = hits.map((hit) => ({ key: hit.key, score: score(hit) })).sort((a, b) => b.score - a.score);
  return [...new Set(ordered.map(({ key }) => key))];
}

const mean = (values: readonly number[]): number =>
  Number((values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)).toFixed(3));

/** The weight with the highest mean; of equal ones the first. */
function bestWeight(queries: readonly (readonly number[])[]): number {
  const means = WEIGHTS.map((_, i) => queries.reduce((sum, query) => sum + (query[i] ?? 0), 0));
  return means.indexOf(Math.max(...means));
}

/**
 * Chooses the weight of words by the queries outside each of five folds, and measures it on those inside.
 *
 * @param queries of each query, its nDCG@10 at every one of `WEIGHTS`
 */
export function crossValidateWeight(queries: readonly (readonly number[])[]): CrossValidation {
  const held: number[] = [];
  const folds = Array.from({ length: FOLDS }, (_, fold): Fold => {
    const chosen = bestWeight(queries.filter((_query, i) => i % FOLDS !== fold));
    const own = queries.filter((_query, i) => i % FOLDS === fold).map((query) => query[chosen] ?? 0);
    held.push(...own);
    return { weight: WEIGHTS[chosen] ?? 0, queries: own.length, ndcg_at_10: mean(own) };
  });
  const by_weight = Object.fromEntries(
    WEIGHTS.map((weight, i) => [weight.toFixed(2), mean(queries.map((query) => query[i] ?? 0))]),
  );
  return { folds, held_out_ndcg_at_10: mean(held), by_weight };
}
