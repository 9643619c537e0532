import {
  HARMLESS_FORMS,
  MASKED_TOO,
  MILD_WORDS,
  ROOTS_ANYWHERE,
  ROOTS_AT_END,
  ROOTS_AT_START,
  SEXUAL_WORDS,
  SLURS,
  STRONG_WORDS,
} from './profane-words.ts';
import type { ExplicitClass, Severity } from './scene.ts';
import { SENSES } from './word-senses.ts';

/** What a word is rated as. */
export interface Rated {
  kind: ExplicitClass;
  severity: Severity;
}

/** One reading of a word: it applies where all its conditions hold. */
export interface Reading {
  prev: readonly string[] | null;
  next: readonly string[] | null;
  /** Classes of `NEIGHBOURS`. */
  near: readonly string[] | null;
  /** Only as a name, which its capital and its neighbours tell. */
  asName: boolean;
  /** Only where a hyphen joins it to the word before. */
  joined: boolean;
  /** Null: harmless. */
  rated: Rated | null;
}

const always = (rated: Rated): readonly Reading[] => [
  { prev: null, next: null, near: null, asName: false, joined: false, rated },
];

const RATED_LISTS: readonly [string, Rated][] = [
  [MILD_WORDS, { kind: 'profanity', severity: 'mild' }],
  [STRONG_WORDS, { kind: 'profanity', severity: 'strong' }],
  [SEXUAL_WORDS, { kind: 'sexual', severity: 'strong' }],
  [SLURS, { kind: 'slur', severity: 'strong' }],
];

function readingOf(written: string): Reading {
  const [conditions, result] = written.includes(':') ? written.split(':') : ['', written];
  const [kind, ...words] = (conditions ?? '').trim().split(' ');
  const [severity, about] = (result ?? '').trim().split(' ');
  return {
    prev: kind === 'prev' ? words : null,
    next: kind === 'next' ? words : null,
    near: kind === 'near' ? words : null,
    asName: kind === 'name',
    joined: kind === 'joined',
    rated: severity === 'none' ? null : ratedOf(severity, about),
  };
}

function ratedOf(severity: string | undefined, about: string | undefined): Rated {
  const kind = about === 'sexual' || about === 'slur' ? about : 'profanity';
  return { kind, severity: severity === 'strong' ? 'strong' : 'mild' };
}

function buildVocabulary(): Map<string, readonly Reading[]> {
  const known = new Map<string, readonly Reading[]>();
  for (const [words, rated] of RATED_LISTS)
    for (const word of words.split(' ')) known.set(word, always(rated));
  for (const row of SENSES.trim().split('\n')) {
    const [words = '', ...readings] = row.split(' | ');
    for (const word of words.split(',')) known.set(word, readings.map(readingOf));
  }
  return known;
}

/** Every profane word with its readings. */
export const VOCABULARY: ReadonlyMap<string, readonly Reading[]> = buildVocabulary();

export const HARMLESS_WORDS: ReadonlySet<string> = new Set(HARMLESS_FORMS.split(' '));

const ROOTED: readonly Reading[] = always({ kind: 'profanity', severity: 'strong' });
const ROOTED_SLUR: readonly Reading[] = always({ kind: 'slur', severity: 'strong' });

/** The readings of a word that `isRooted` or that the vocabulary has; none for others. */
export function readingsOf(word: string): readonly Reading[] {
  return VOCABULARY.get(word) ?? (isRooted(word) ? (/nigg|fagg/.test(word) ? ROOTED_SLUR : ROOTED) : []);
}

const INTERNATIONAL: ReadonlySet<string> = new Set(
  'fuck shit bitch nigga niggaz bullshit mf stfu wtf'.split(' '),
);

/** Whether a profane word is English in a text of any language: "dick", "fag" and "slut" are words of others too. */
export const isUnmistakable = (word: string): boolean =>
  INTERNATIONAL.has(word) || ROOTS_ANYWHERE.some((root) => word.includes(root));

const INSULTING =
  'big fat dumb broke punk bitch lame weak fake stupid lazy smart bad dirty nasty crazy old long hard cheap grown funky ugly sorry bum hoe pussy corny loud silly phat sad';
const BEFORE_ASS: ReadonlySet<string> = new Set(INSULTING.split(' '));

/** Whether a word is built on a profane root: "motherfucker", "shithead", "lazyass". */
export function isRooted(word: string): boolean {
  if (word.length < 5 || HARMLESS_WORDS.has(word)) return false;
  if (ROOTS_ANYWHERE.some((root) => word.includes(root))) return true;
  if (ROOTS_AT_START.some((root) => word.startsWith(root))) return true;
  if (ROOTS_AT_END.some((root) => word.endsWith(root))) return true;
  return word.endsWith('ass') && BEFORE_ASS.has(word.slice(0, -3));
}

const PLAIN_MASKED = 'damn damned goddamn hell bastard bastards crap piss pissed pissing';
const MOTHER = 'mothafucking mothafuckin muthafuckin muthafucking motherfuckin motherfucked';
const FUCK =
  'fucks fucked fucker fuckers fucking fuckin shits shitty shitting bullshitting niggers cocks dicks';

/** The words that are looked for behind marks, profane ones first. */
export const MASKABLE: readonly string[] = [
  ...new Set(
    [FUCK, STRONG_WORDS, SLURS, MOTHER, SEXUAL_WORDS, MASKED_TOO, PLAIN_MASKED].flatMap((words) =>
      words.split(' '),
    ),
  ),
].filter((word) => word.length > 2);
