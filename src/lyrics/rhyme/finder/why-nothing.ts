import type { FoundRhyme, NoRhymes, RhymeKind, RhymeOptions } from './contract.ts';
import { RHYME_KINDS } from './contract.ts';
import type { Query } from './read-query.ts';

const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{N}]/u;
const LETTER = /\p{L}/u;

type Search = (options: RhymeOptions) => readonly FoundRhyme[];

/** ARPABET without its stress digits, from the last stressed vowel on, as far as a message needs it. */
function endingOf(pronunciation: string): string {
  const symbols = pronunciation.split(' ');
  const at = symbols.findLastIndex((symbol) => symbol.endsWith('1'));
  return symbols
    .slice(Math.max(0, at))
    .map((symbol) => symbol.replace(/\d/, ''))
    .join(' ');
}

function whyUnread(text: string, { words }: Query): NoRhymes {
  const none = { try_kinds: [] };
  if (!LETTER.test(text) && words.length === 0)
    return { code: 'no_words', detail: 'The text has no letters and no digits.', ...none };
  if (!LATIN_OR_DIGIT.test(text))
    return {
      code: 'unknown_script',
      detail: 'Only words in Latin letters and numbers can be pronounced, by English rules.',
      ...none,
    };
  return { code: 'no_vowel', detail: 'The text has no vowel to rhyme on.', ...none };
}

/** Why a search found nothing, what was tried, and which kinds find something. */
export function whyNothing(text: string, query: Query, options: RhymeOptions, search: Search): NoRhymes {
  if (query.readings.length === 0) return whyUnread(text, query);
  const { kind, syllables } = options;
  const probe: RhymeOptions = { ...options, limit: 1 };
  if (syllables !== undefined && search({ kind, limit: 1 }).length > 0)
    return {
      code: 'filtered',
      detail: `No ${kind} rhyme has ${syllables} syllable${syllables === 1 ? '' : 's'}; without that filter there are some.`,
      try_kinds: [kind],
    };
  const others = RHYME_KINDS.filter(
    (other) => other !== kind && search({ ...probe, kind: other }).length > 0,
  );
  const sounds = query.readings.map(({ pronunciation }) => endingOf(pronunciation));
  if (kind === 'multi' && query.readings.every((reading) => (reading.soundings[0]?.sounds.length ?? 0) < 2))
    return {
      code: 'one_syllable',
      detail: 'A multisyllabic rhyme needs a word or phrase of at least two syllables.',
      try_kinds: others,
    };
  return { code: 'none', detail: describe(kind, sounds), try_kinds: others };
}

function describe(kind: RhymeKind, sounds: readonly string[]): string {
  const ending = [...new Set(sounds)].join(' or ');
  if (kind === 'perfect')
    return `No other word of the dictionary ends in ${ending} from its last stressed vowel on.`;
  if (kind === 'near') return `No word of the dictionary ends in sounds like ${ending}.`;
  return `No word or phrase matches two syllables or more of ${ending}.`;
}
