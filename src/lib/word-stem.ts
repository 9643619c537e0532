const ENDING = /(?:ings?|in['’]|ed|es|ers?|s|ly|e)$/;
const MIN_STEM_LENGTH = 3;

/** A lower-case word without its most common English endings, so that its inflections become equal: runnin' → run. */
export function wordStem(word: string): string {
  const plain = word.replace(/['’]s$/, '').replace(/ie[sd]$/, 'y');
  const stem = plain.replace(ENDING, '');
  if (stem.length < MIN_STEM_LENGTH) return plain;
  return stem.replace(/([^aeiousl])\1$/, '$1').replace(/y$/, 'i');
}
