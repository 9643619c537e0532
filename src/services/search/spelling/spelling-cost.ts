/** What an error costs: 1 for any letter, less where hands and ears err. */
const COST = {
  letter: 1,
  vowel: 0.7,
  addedVowel: 0.8,
  missingVowel: 0.6,
  silent: 0.6,
  doubled: 0.4,
  swapped: 0.6,
  alike: 0.7,
};
/** Nobody mistakes the first letter easily. */
const FIRST = 0.3;

const VOWELS = new Set('aeiouy');
/** Letters that are written for one sound. */
const ALIKE = new Set('ck kc sc cs sz zs gj jg fv vf ij ji kq qk uw wu xz zx dt td bp pb mn nm'.split(' '));

const isVowel = (letter: string): boolean => VOWELS.has(letter);

function replacing(typed: string, meant: string): number {
  if (typed === meant) return 0;
  if (isVowel(typed) && isVowel(meant)) return COST.vowel;
  return ALIKE.has(typed + meant) ? COST.alike : COST.letter;
}

/** Of a letter too many (in what was typed) or too few, at a place of its word. */
function lone(word: string, at: number, isMissing: boolean): number {
  const letter = word.charAt(at);
  if (letter === word[at - 1] || letter === word[at + 1]) return COST.doubled;
  if (letter === 'h' || (letter === 'e' && at === word.length - 1)) return COST.silent;
  if (isVowel(letter)) return isMissing ? COST.missingVowel : COST.addedVowel;
  return COST.letter;
}

const first = (at: number): number => (at === 1 ? FIRST : 0);
const valueAt = (row: readonly number[], at: number): number => row[at] ?? Number.POSITIVE_INFINITY;

/** What it costs to swap the letters before two places; infinite if they are not swapped there. */
function swapping(typed: string, meant: string, [i, j]: readonly [number, number]): number {
  const isSwap = i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1];
  return isSwap ? COST.swapped : Number.POSITIVE_INFINITY;
}

/**
 * How unlikely it is that somebody typed one lower-case word and meant the other: the cheapest series of letters left out,
 * added, replaced or swapped with their neighbour (optimal string alignment, weighted as in Kernighan, Church and Gale
 * 1990, https://aclanthology.org/C90-2036). 0 for the same word.
 */
export function spellingCost(typed: string, meant: string): number {
  let before: number[] = [];
  let above = [0];
  for (let j = 1; j <= meant.length; j++)
    above.push(valueAt(above, j - 1) + lone(meant, j - 1, true) + first(j));
  for (let i = 1; i <= typed.length; i++) {
    const row = [valueAt(above, 0) + lone(typed, i - 1, false) + first(i)];
    for (let j = 1; j <= meant.length; j++) {
      const start = i === 1 && j === 1 ? FIRST : 0;
      const replaced = replacing(typed.charAt(i - 1), meant.charAt(j - 1));
      row.push(
        Math.min(
          valueAt(above, j - 1) + (replaced === 0 ? 0 : replaced + start),
          valueAt(above, j) + lone(typed, i - 1, false),
          valueAt(row, j - 1) + lone(meant, j - 1, true),
          valueAt(before, j - 2) + swapping(typed, meant, [i, j]),
        ),
      );
    }
    [before, above] = [above, row];
  }
  return valueAt(above, meant.length);
}
