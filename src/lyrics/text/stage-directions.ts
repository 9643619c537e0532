import { trimOf } from '../../lib/trim-text.ts';
import { isInterjection } from './interjections.ts';

/** What is written for the reader is short; anything longer is sung. */
const MAX_LENGTH = 60;
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
const TIME = /^\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,:]\d{1,3})?$/;
const TAG =
  /^(?:ar|ti|al|au|by|la|re|ve|id|lr|length|offset|tool|encoding|artist|title|album|lang|author|key|#)\s?:/i;
const TIMES = /^(?:[x×]\s?\d{1,2}|\d{1,2}\s?[x×]|\d{1,2} (?:more )?times)$/i;
const REPEAT =
  /^(?:(?:repeat(?:s|ed)?|bis|dal segno|da capo)(?: (?:the )?(?:chorus|hook|verse|refrain|bridge|intro|line|all|above)(?: \d{1,2})?)?|(?:chorus|hook|verse|refrain)(?: \d{1,2})? repeats?)(?:,? (?:[x×]\s?\d{1,2}|\d{1,2}\s?[x×]|(?:\d{1,2}|two|three|four) (?:more )?times|(?:until|till|to) (?:fade|the end|end)|twice|once))?$/i;

// "Repeat x2" on a row of its own; without a number it may be sung.
const REPEAT_ROW =
  /^[([*-]{0,2} ?repeat(?:s|ed)?,?:? (?:\(|\[)?(?:[x×] ?\d{1,2}|\d{1,2} ?(?:[x×]|times))[)\]]?[.)\]*]{0,2}$/i;
const CREDIT = /^(?:feat|ft|featuring|prod|produced|written|mixed|mastered|recorded)\b\.?(?: by)? (.+)$/i;
const CREDIT_ROW = /^(?:prod|produced|written|mixed|mastered|recorded)\.? by (.+)$/i;
const SMALL_IN_CREDITS = /^(?:and|by|with|feat|ft|the|of|at|for|y|e|et|und|x)$/;
const MAX_CREDIT_WORDS = 8;
const PHRASES: ReadonlySet<string> = new Set(
  'fade out,fades out,to fade,till fade,until fade,fade to end,in unison,twice,thrice,ad lib,ad libs'.split(
    ',',
  ),
);

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

// What a reader is told to hear: each is a direction by itself.
const SOUNDS = set(
  'laughs laughing laughter chuckles chuckling giggles giggling coughs coughing sneezes sighs sighing sniffs sniffles sniffing ' +
    'inhales inhaling exhales exhaling whistles whistling claps clapping applause sobs sobbing hums humming mumbles mumbling ' +
    'mutters whispers whispering spits burps belches beatbox beatboxes beatboxing scratches scratching gunshot gunshots gunfire ' +
    'siren sirens explosion explosions instrumental inaudible unintelligible indistinct unclear incomprehensible bleep bleeps ' +
    'bleeped censored skit dialogue ad-lib ad-libs adlib adlibs vocalizing vocalising vocalizes vocalises scatting ' +
    'screams gasps gasping groans growls yells snores snoring fades fade-out cheering screeching speaks spoken whispered ' +
    'overlapping sung harmonizing harmonising',
);
const THINGS = set(
  'beat music bass drum drums guitar piano sax saxophone trumpet violin horns synth record dj crowd audience background sound ' +
    'sounds noise noises effect effects phone telephone doorbell door glass car engine tires tyres radio tv tape dial tone ' +
    'thunder rain baby dog dogs birds gun people man woman voice vocals chatter',
);
const ACTIONS = set(
  'drops drop stops starts plays playing switches fades fading fade ends cuts comes kicks rings ringing slams slamming knocks ' +
    'knocking opens closes closing breaks breaking shatters revs revving barks barking cries crying screaming shouts shouting ' +
    'yelling chants chanting cheers talking speaking chatter solo rewinds skips clicks cocks fires effect effects noise noises sound sounds ' +
    'tone falling chirping passing',
);
const SMALL = set(
  'out in off up on over again softly loudly quietly nervously lightly maniacally together back the of a and with to from ' +
    'until till end slowly continuously continues heavily his her throat',
);
// Sung when they stand in parentheses ("(screaming)"), written for the reader in square brackets or asterisks.
const MARKED = set(
  'pause silence screaming crying cries shouting shouts yelling ringing chanting talking speaking spoken music beat fade fading ' +
    'static moans moaning groaning growling clears cheers kisses gulps drinks smokes sings singing rapping laugh cough sigh',
);

const wordsOf = (text: string): string[] => text.match(WORDS) ?? [];
const isCapitalised = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word);

/** Whether the words say what is heard instead of being sung: "laughs", "Kilo laughs", "beat drops". */
function isDirection(words: readonly string[], isMarked: boolean): boolean {
  let [telling, thing, names] = [false, false, 0];
  for (const word of words) {
    const lower = word.toLowerCase();
    if (SOUNDS.has(lower) || (isMarked && MARKED.has(lower))) telling = true;
    else if (thing && ACTIONS.has(lower)) telling = true;
    else if (THINGS.has(lower)) thing = true;
    else if (SMALL.has(lower)) continue;
    else if (isCapitalised(word) && !telling) names++;
    else return false;
  }
  return telling && names <= 2;
}

const plain = (text: string): string => ` ${wordsOf(text.toLowerCase()).join(' ')} `;

export interface Marked {
  /** What stands between the marks. */
  readonly content: string;
  /** What the row holds before the opening mark, or the end of it. */
  readonly before: string;
  /** In square brackets or asterisks, where directions usually stand. */
  readonly isMarked: boolean;
}

/**
 * Whether a bracketed stretch is written for the reader and not sung: a time, a file's tag, a repeat mark, a sound. A
 * sound that the line has just named is an echo ("hear the sirens (sirens)").
 */
export function isUnsung({ content, before, isMarked }: Marked): boolean {
  if (content.length > MAX_LENGTH) return false;
  const text = trimOf(content, ' *.!:');
  if (text === '') return false;
  if (isMarked && (TIME.test(text) || TAG.test(text))) return true;
  if (TIMES.test(text) || REPEAT.test(text) || namesPeople(CREDIT.exec(text)?.[1])) return true;
  const isTold = PHRASES.has(text.toLowerCase()) || isDirection(wordsOf(text), isMarked);
  return isTold && !plain(before).includes(plain(text));
}

/** Whether a whole row is written for the reader without brackets: "Repeat x2", "Produced by Kilo". */
export function isUnsungRow(row: string): boolean {
  const text = row.trim();
  if (text.length > MAX_LENGTH) return false;
  return REPEAT_ROW.test(text) || namesPeople(CREDIT_ROW.exec(text)?.[1]);
}

// "produced by Kilo", but "produced by my own two hands" is sung.
function namesPeople(names: string | undefined): boolean {
  const words = wordsOf(names ?? '').filter((word) => !SMALL_IN_CREDITS.test(word));
  return (
    words.length > 0 &&
    words.length <= MAX_CREDIT_WORDS &&
    words.every((word) => /^[\p{Lu}\p{Lo}\p{N}]/u.test(word))
  );
}

/** Whether a bracket that opens a row names who sings ("[Kilo] I walk"), not what is sung ("[Yeah] I walk"). */
export const isPerformer = (content: string): boolean => {
  const words = wordsOf(content);
  return (
    words.length > 0 &&
    words.length <= 4 &&
    words.every((word) => !isInterjection(word) && /^[\p{Lu}\p{N}]/u.test(word))
  );
};
