const LINES = 4;
const NO_RHYME = '-';
const LETTERS = 'ABCD';

/**
 * A scheme with its letters in order of first use; ends that rhyme with none of these lines are "-": "CDCE" becomes
 * "A-A-".
 */
function relettered(scheme: string): string {
  const ends = [...scheme];
  const letters = new Map<string, string>();
  return ends
    .map((end) => {
      if (end === NO_RHYME || ends.filter((other) => other === end).length === 1) return NO_RHYME;
      const known = letters.get(end) ?? LETTERS[letters.size] ?? NO_RHYME;
      letters.set(end, known);
      return known;
    })
    .join('');
}

/** Each section's scheme in groups of four lines from its first line on; an incomplete last group is left out. */
export function quatrainSchemes(schemes: readonly string[]): string[] {
  return schemes.flatMap((scheme) => {
    const quatrains = Math.floor(scheme.length / LINES);
    return Array.from({ length: quatrains }, (_, n) => relettered(scheme.slice(n * LINES, (n + 1) * LINES)));
  });
}
