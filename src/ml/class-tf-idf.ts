/** How typical a word is of a class, above 0. */
export interface TypicalWord {
  word: string;
  weight: number;
}

/**
 * c-TF-IDF (Grootendorst 2022, https://arxiv.org/abs/2203.05794): the frequency of a word in a class, times
 * log(1 + A / f), where A is the mean number of words of a class and f the frequency of the word over all classes, this
 * one included. The most typical first, words of the same weight by the alphabet.
 */
export function classTfIdf(
  own: ReadonlyMap<string, number>,
  others: readonly ReadonlyMap<string, number>[],
): TypicalWord[] {
  const classes = [own, ...others];
  const sizes = classes.map((counts) => [...counts.values()].reduce((sum, n) => sum + n, 0));
  const mean = sizes.reduce((sum, size) => sum + size, 0) / classes.length;
  const [size = 0] = sizes;
  return Array.from(own, ([word, n]) => {
    const everywhere = classes.reduce((sum, counts) => sum + (counts.get(word) ?? 0), 0);
    return { word, weight: (n / size) * Math.log(1 + mean / everywhere) };
  }).sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
}
