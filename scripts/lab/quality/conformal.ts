interface Miss {
  artist: string;
  /** How far the truth lies from what was foreseen by a model that has not seen the artist; 0 or more. */
  miss: number;
}

/**
 * The miss that the songs of an artist who was not seen exceed with a probability of at most 1 - `level`, if artists are
 * exchangeable: hierarchical conformal prediction (Lee, Barber & Willett 2023, "Distribution-free inference with
 * hierarchical data", arXiv:2306.06342). Each of K artists weighs 1 / (K + 1), shared among the artist's songs; the last
 * 1 / (K + 1) stands for the new artist and lies at infinity. The misses are those of models that leave the artist out
 * (cross-conformal, Vovk 2015). Throws if there are too few artists for the level.
 */
export function conformalMargin(misses: readonly Miss[], level: number): number {
  const artists = Map.groupBy(misses, ({ artist }) => artist);
  const weighed = Array.from(artists.values()).flatMap((songs) =>
    songs.map(({ miss }) => ({ miss, weight: 1 / ((artists.size + 1) * songs.length) })),
  );
  let sum = 0;
  for (const { miss, weight } of weighed.toSorted((a, b) => a.miss - b.miss)) {
    sum += weight;
    // The weights are sums of fractions: equality is meant up to rounding.
    if (sum >= level - 1e-9) return miss;
  }
  throw new Error(`${artists.size} artists are too few for intervals of level ${level}`);
}
