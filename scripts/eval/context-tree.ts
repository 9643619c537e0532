import { type AlignedWord, phonesOf } from '../lexicon/align.ts';

/** The order in which neighbours of a letter are looked at. */
const ORDER = [0, 1, -1, 2, -2, 3, -3, 4, -4];
/** A context seen less often is chance. */
const MIN_SEEN = 3;

const contextsOf = (word: string, at: number): string[] => {
  let context = '';
  return ORDER.map((offset) => {
    context += word[at + offset] ?? ' ';
    return context;
  });
};

/**
 * Letter-to-sound by the widest context of letters known from training, the IGTree idea of Daelemans et al. 1997: a plain
 * baseline beside decision trees that also hear what was said. Returns the function that pronounces.
 */
export function learnContexts(words: readonly AlignedWord[]): (word: string) => number[] {
  const seen = new Map<string, Map<number, number>>();
  for (const { letters, parts } of words) {
    for (const [at, part] of parts.entries()) {
      for (const context of contextsOf(letters, at)) {
        const counts = seen.get(context) ?? new Map<number, number>();
        counts.set(part, (counts.get(part) ?? 0) + 1);
        seen.set(context, counts);
      }
    }
  }
  const answers = new Map<string, number>();
  for (const [context, counts] of seen) {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    if (best && (total >= MIN_SEEN || context.length === 1)) answers.set(context, best[0]);
  }
  return (word) =>
    [...word].flatMap((_, at) => {
      const known = contextsOf(word, at).findLast((context) => answers.has(context));
      return phonesOf(answers.get(known ?? '') ?? 0);
    });
}
