/** Endings of inflected and derived words, longest first where one contains another. */
const ENDINGS =
  "ingly edly iness ations ation ities ity ings ing ement ments ment fully ful less ness ers er est ed ies ied ier es en ly ish able al ous y e s d 's s' 'd 'll 've 're n't in in'".split(
    ' ',
  );
const PREFIXES = 'over under un be dis mis non'.split(' ');
const MIN_STEM = 3;

/** Letters that change before an ending: a doubled consonant, a dropped e, y and i. */
function settle(stem: string): string {
  const single =
    /[^aeiouls]/.test(stem.at(-1) ?? '') && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
  return single.replace(/[ie]$/, '').replace(/y$/, '');
}

/** What remains of a word when its endings are cut off, in every way. */
function stemsOf(word: string): Set<string> {
  const stems = new Set([word, settle(word)]);
  let open = [word];
  for (let depth = 0; depth < 2; depth++) {
    open = open.flatMap((form) =>
      ENDINGS.filter((ending) => form.endsWith(ending) && form.length - ending.length >= MIN_STEM).map(
        (ending) => form.slice(0, -ending.length),
      ),
    );
    for (const stem of open) stems.add(settle(stem));
  }
  return stems;
}

const withoutPrefix = (word: string): string[] =>
  PREFIXES.filter((prefix) => word.startsWith(prefix) && word.length - prefix.length >= MIN_STEM + 1).map(
    (prefix) => word.slice(prefix.length),
  );

/** All stems of a word with and without a prefix. */
export function familyOf(word: string): ReadonlySet<string> {
  const stems = stemsOf(word);
  for (const rest of withoutPrefix(word)) for (const stem of stemsOf(rest)) stems.add(stem);
  return stems;
}
