import { FUNCTION_WORDS } from '../../phonetics/function-words.ts';
import type { Lexicon } from '../../phonetics/lexicon.ts';
import { pronounce } from '../../phonetics/pronounce.ts';
import { KEY_VOWELS, keySpan } from '../../phonetics/sound-order.ts';
import type { Syllable } from '../../phonetics/syllables.ts';
import { VOWEL_CODES } from '../sound-similarity.ts';
import { classMask } from './phrase-grammar.ts';
import { PHRASE_WORDS } from './phrase-words.ts';
import { soundEntries } from './sound-index.ts';
import { keysOf } from './sound-keys.ts';
import { codeOf, codesLike, joinSounds, type Sound } from './sounds.ts';

/** A word from which phrases are built. */
export interface PhraseWord {
  readonly word: string;
  /** What it can be in a phrase, as bits. */
  readonly classes: number;
  readonly frequency: number;
  readonly isLight: boolean;
  /** Consonants before its first vowel, and a number for them. */
  readonly head: readonly number[];
  readonly headId: number;
  readonly sounds: readonly Sound[];
}

/** Rarer words of the dictionary are left out of phrases. */
const MIN_USE = 4;

/** A number for a run of at most three consonants. */
const runId = (run: readonly number[]): number => run.reduce((id, phone) => id * 32 + phone + 1, 0);

function phraseWord(word: string, frequency: number, syllables: readonly Syllable[]): PhraseWord {
  const isLight = syllables.length === 1 && FUNCTION_WORDS.has(word);
  const spoken = isLight ? syllables.map((syllable) => ({ ...syllable, stress: 0 })) : syllables;
  const head = spoken[0]?.head ?? [];
  return {
    word,
    classes: classMask(word, syllables.length),
    frequency,
    isLight,
    head,
    headId: runId(head),
    sounds: joinSounds([spoken]),
  };
}

const bucketOf = (syllables: number, first: Sound | undefined): number =>
  syllables * VOWEL_CODES + (first ? codeOf(first) : 0);

/** The listed words by their number of syllables. */
export class PhraseIndex {
  readonly #lexicon: Lexicon;
  /** By number of syllables and code of the first vowel. */
  readonly #listed = new Map<number, PhraseWord[]>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const word of PHRASE_WORDS.filter((each) => this.#lexicon.find(each))) {
      const { syllables, frequency } = pronounce(lexicon, word);
      const [first = []] = syllables;
      const added = phraseWord(word, frequency, first);
      const key = bucketOf(first.length, added.sounds[0]);
      const known = this.#listed.get(key);
      if (known) known.push(added);
      else this.#listed.set(key, [added]);
    }
  }

  /** A word with its sounds; undefined where the dictionary does not have it. */
  word(spelling: string): PhraseWord | undefined {
    const { syllables, frequency, isKnown } = pronounce(this.#lexicon, spelling);
    const [first] = syllables;
    return isKnown && first ? phraseWord(spelling, frequency, first) : undefined;
  }

  /** Listed words with as many syllables whose first vowel is like that of the first sound, or as weak. */
  listed(sounds: readonly Sound[]): PhraseWord[] {
    const [first] = sounds;
    return first
      ? codesLike(first).flatMap((code) => this.#listed.get(sounds.length * VOWEL_CODES + code) ?? [])
      : [];
  }

  /** Long words of the dictionary whose vowels are like these sounds; `isUsable` sees their sounds. */
  alike(sounds: readonly Sound[], isUsable: (sounds: readonly Sound[]) => boolean): PhraseWord[] {
    const depth = Math.min(sounds.length, KEY_VOWELS);
    if (depth < KEY_VOWELS) return [];
    const found: PhraseWord[] = [];
    const span = keySpan(depth);
    for (const key of keysOf(sounds.slice(-depth), true)) {
      for (const { id, variant, frequency, syllables } of soundEntries(this.#lexicon, {
        key,
        span,
        endings: undefined,
        withRare: false,
        leastUse: MIN_USE,
      })) {
        if (variant !== 0 || syllables.length !== sounds.length) continue;
        if (!isUsable(joinSounds([syllables]))) continue;
        found.push(phraseWord(this.#lexicon.entry(id).spelling, frequency, syllables));
      }
    }
    return found;
  }
}

const INDEXES = new WeakMap<Lexicon, PhraseIndex>();

/** The index of a lexicon, made when it is first asked for. */
export function phraseIndexOf(lexicon: Lexicon): PhraseIndex {
  const known = INDEXES.get(lexicon);
  if (known) return known;
  const made = new PhraseIndex(lexicon);
  INDEXES.set(lexicon, made);
  return made;
}
