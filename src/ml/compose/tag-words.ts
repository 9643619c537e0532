import type { WordTable } from './word-table.ts';

/**
 * Parts of speech as letters: n noun, u noun without a plural, s plural, N name, b verb, d past, m participle, g -ing,
 * z third person, j adjective, k comparative, l superlative, r adverb, c number, f of a closed class, ? unknown.
 */
export type Tag = string;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const BEFORE_NOUN = words(
  "a an the my your his her its our their this that these those every each no some any another whose mama's daddy's",
);
const BEFORE_VERB = words(
  "to i you we they who can could will would shall should may might must don't can't won't didn't couldn't wouldn't " +
    "let's let i'll you'll we'll they'll he'll she'll i'd you'd we'd they'd he'd she'd gonna gon' gon wanna gotta tryna i'ma never",
);
const BEFORE_PARTICIPLE = words(
  "have has had i've we've you've they've been is was were are be got get gets gettin' being",
);
const PREPOSITIONS = words('of in on at with from by for under over behind between through like into and');
const NOUNS = 'nus';
const VERBS = 'bdmgz';

/** The first of the wanted tags that the word has. */
const firstOf = (tags: string, wanted: string): string | undefined =>
  [...wanted].find((tag) => tags.includes(tag));

/** The reading that the word before and the word after speak for; the most usual one where they do not. */
function chooseTag(tags: string, before: string, after: string): Tag {
  const usual = tags.charAt(0);
  if (tags.length < 2) return usual || '?';
  if (BEFORE_NOUN.has(before))
    return firstOf(tags, NOUNS.includes(after) && after !== '' ? `j${NOUNS}g` : `${NOUNS}jkl`) ?? usual;
  if (BEFORE_VERB.has(before)) return firstOf(tags, 'bd') ?? usual;
  if (BEFORE_PARTICIPLE.has(before)) return firstOf(tags, 'mgj') ?? usual;
  if (VERBS.includes(usual) && tags.includes('d') && before !== '') return 'd';
  return usual;
}

/** Whether the word could be a noun as well as a verb and nothing beside it speaks for either. */
export function isAmbiguous(tags: string, before: string): boolean {
  const isBoth = [...tags].some((tag) => NOUNS.includes(tag)) && [...tags].some((tag) => 'bd'.includes(tag));
  return isBoth && !BEFORE_NOUN.has(before) && !BEFORE_VERB.has(before) && !PREPOSITIONS.has(before);
}

/** A part of speech for each word of a line, by the table and the words beside it. */
export function tagWords(table: WordTable, line: readonly string[]): Tag[] {
  const known = line.map((word) => table.tags[table.find(word)] ?? '?');
  return line.map((_, at) => chooseTag(known[at] ?? '?', line[at - 1] ?? '', known[at + 1]?.charAt(0) ?? ''));
}
