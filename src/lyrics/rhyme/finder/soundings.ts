import type { Lexicon } from '../../phonetics/lexicon.ts';
import { consonant, vowel } from '../../phonetics/phones.ts';
import { anchorOf, type Sound } from './sounds.ts';

/** A sound that the finder looks for. */
export interface Sounding {
  readonly sounds: readonly Sound[];
  /** Index of the syllable that carries the rhyme. */
  readonly anchor: number;
  /** What its rhymes are worth, 0-1. */
  readonly worth: number;
  /** The answers are words in -ing, to be written with -in'. */
  readonly dropsG: boolean;
}

/** A rhyme on secondary stress ("résumé", "day"), and one that needs a dropped r ("finna", "dinner"). */
export const SECONDARY_SCORE = 0.9;
const DROPPED_R = 0.95;
const [NG, N] = [consonant('NG'), consonant('N')];
const [AH, IH, ER] = [vowel('AH'), vowel('IH'), vowel('ER')];
/** These are heard in full without stress, too: "Beyoncé", "Kanye". */
const FULL_ENDS = new Set([vowel('EY'), vowel('AY'), vowel('AW'), vowel('OY')]);
const WEAK_ENDS = new Set([AH, IH, ER, vowel('OW'), vowel('IY')]);

const withLast = (sounds: readonly Sound[], change: (last: Sound) => Sound): Sound[] =>
  sounds.map((sound, index) => (index === sounds.length - 1 ? change(sound) : sound));

const isKnown = (lexicon: Lexicon, word: string): boolean => lexicon.find(word) !== undefined;

/** "runnin'": a word in -ing without its g. */
function isDroppedG(lexicon: Lexicon, word: string, last: Sound): boolean {
  const [, stem] = /^(.{2,}in)'?$/.exec(word) ?? [];
  const isWeak = last.stress === 0 && (last.vowel === IH || last.vowel === AH);
  return (
    stem !== undefined &&
    isWeak &&
    last.tail.length === 1 &&
    last.tail[0] === N &&
    isKnown(lexicon, `${stem}g`)
  );
}

/** "playa", "finna": a word in -a that is said like one in -er: there is such a word, or the consonant is doubled. */
function isDroppedR(lexicon: Lexicon, word: string, last: Sound): boolean {
  const [, stem] = /^(.+)ah?$/.exec(word) ?? [];
  if (stem === undefined || last.stress > 0 || last.vowel !== AH || last.tail.length > 0) return false;
  return stem.at(-1) === stem.at(-2) || isKnown(lexicon, `${stem}er`);
}

/** The dictionary marks the end of "window" and "lazy" as secondary stress in some words; nobody hears a rhyme on it. */
export const isWeakEnd = (sound: Sound | undefined): boolean =>
  sound === undefined || (sound.tail.length === 0 && WEAK_ENDS.has(sound.vowel));

/** What is looked for when a word or phrase sounds like this, the closest first; `word` is its last word. */
export function soundingsOf(lexicon: Lexicon, sounds: readonly Sound[], word: string): Sounding[] {
  const anchor = anchorOf(sounds);
  const last = sounds.at(-1);
  if (!last) return [];
  const found: Sounding[] = [{ sounds, anchor, worth: 1, dropsG: false }];
  if (isDroppedG(lexicon, word, last)) {
    const full = withLast(sounds, (sound) => ({ ...sound, vowel: IH, tail: [NG] }));
    found.unshift({ sounds: full, anchor, worth: 1, dropsG: true });
  }
  if (isDroppedR(lexicon, word, last)) {
    const full = withLast(sounds, (sound) => ({ ...sound, vowel: ER }));
    found.push({ sounds: full, anchor, worth: DROPPED_R, dropsG: false });
  }
  const secondary = Math.max(
    sounds.findLastIndex(({ stress }) => stress === 2),
    FULL_ENDS.has(last.vowel) ? sounds.length - 1 : -1,
  );
  if (secondary > anchor && !isWeakEnd(sounds[secondary]))
    found.push({ sounds, anchor: secondary, worth: SECONDARY_SCORE, dropsG: false });
  return found;
}
