const VOWEL = /[aeiou]/;

/** The forms that a list of words stands for: `word+` is a regular verb, `word#` a noun with its plural, others themselves. */
export function formsOf(word: string): string[] {
  if (word.endsWith('+')) return verbForms(word.slice(0, -1));
  if (word.endsWith('#')) return [word.slice(0, -1), pluralOf(word.slice(0, -1))];
  return [word];
}

function pluralOf(noun: string): string {
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function verbForms(verb: string): string[] {
  const stem = stemOf(verb);
  const third = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : pluralOf(verb);
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  return [verb, third, past, `${stem}ing`];
}

// A final e goes, a single consonant after a single vowel is doubled: wipe, wip-ing; stab, stabb-ing.
function stemOf(verb: string): string {
  if (/[^e]e$/.test(verb)) return verb.slice(0, -1);
  const [before = '', vowel = '', last = ''] = verb.slice(-3);
  const doubles = verb.length <= 4 && VOWEL.test(vowel) && !VOWEL.test(before) && /[^aeiouwxyhk]/.test(last);
  return doubles ? verb + last : verb;
}
