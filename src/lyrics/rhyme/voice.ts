import { FUNCTION_WORDS } from '../phonetics/function-words.ts';
import { codeOf, type Tongue } from '../phonetics/languages/tongue.ts';
import { spellToPhones } from '../phonetics/letter-to-sound.ts';
import { pronounce, type SpokenWord } from '../phonetics/pronounce.ts';
import type { PronunciationSource } from '../phonetics/pronunciation-source.ts';
import { anchorOf, type Syllable, syllablesOf } from '../phonetics/syllables.ts';
import { ConsonantRuns } from './consonant-runs.ts';
import { asEndWord, type EndWord } from './end-words/end-sound.ts';
import { vowelCode } from './sound-similarity.ts';
import { isSpelt } from './strange-words.ts';

/** A syllable as the comparisons need it. */
export interface SungSyllable {
  readonly vowel: number;
  readonly stress: number;
  /** 1 where speech passes over it: unstressed, or a function word of one syllable. */
  readonly weak: number;
  /** Vowel and weakness in one number. */
  readonly code: number;
  /** Its consonant runs by number. */
  readonly head: number;
  readonly tail: number;
}

/** A spelling with every pronunciation kept for it. */
export interface Utterance {
  readonly frequency: number;
  /** The dictionary does not have it. */
  readonly isStrange: boolean;
  /** The pronunciations before their consonant runs had ids. */
  readonly spoken: Pick<SpokenWord, 'frequency' | 'isKnown' | 'syllables'>;
  /** Those with as many syllables as the first: a word's count does not depend on what stands beside it. */
  readonly variants: readonly (readonly SungSyllable[])[];
  /** The syllable that carries each variant's rhyme. */
  readonly endings: readonly (SungSyllable | undefined)[];
}

/** V8 keeps a longer slice as a view of its whole text, which would then stay in memory. */
const LONGEST_COPY = 12;
const LONGEST_SPELT = 32;
const MAX_STRANGE = 150;
const ownCopy = (spelling: string): string =>
  spelling.length > LONGEST_COPY ? [...spelling].join('') : spelling;

/** Pronounces words and caches them: songs share most of their words. */
export class Voice {
  readonly runs = new ConsonantRuns();
  readonly #source: PronunciationSource;
  readonly #known = new Map<string, Utterance>();
  readonly #ends = new WeakMap<Utterance['spoken'], EndWord>();

  constructor(source: PronunciationSource) {
    this.#source = source;
  }

  /**
   * Pronounces the spellings of a text in order. At most 150 words of a text that the dictionary lacks get the full
   * rules; further ones, which occur only in gibberish, are pronounced letter by letter.
   */
  utterAll(spellings: readonly string[], tongues: readonly Tongue[]): Utterance[] {
    let strange = 0;
    return spellings.map((spelling, id) => {
      const tongue = tongues[id] ?? 'english';
      if (tongue !== 'english') return this.#utterIn(tongue, spelling);
      if (strange >= MAX_STRANGE && isSpelt(spelling) && this.#source.find(spelling) === undefined)
        return this.#spellOut(spelling);
      const utterance = this.utter(spelling);
      if (utterance.isStrange) strange++;
      return utterance;
    });
  }

  /** A word as the end of a line. */
  endWord(spelling: string, { spoken }: Utterance): EndWord {
    const known = this.#ends.get(spoken);
    if (known) return known;
    const end = asEndWord(ownCopy(spelling), spoken);
    this.#ends.set(spoken, end);
    return end;
  }

  get size(): number {
    return this.#known.size;
  }

  utter(spelling: string): Utterance {
    const known = this.#known.get(spelling);
    if (known) return known;
    const utterance = this.#speak(spelling);
    this.#known.set(ownCopy(spelling), utterance);
    return utterance;
  }

  #speak(spelling: string): Utterance {
    const spoken = pronounce(this.#source, spelling);
    return this.#asUtterance(spoken, !spoken.isKnown, FUNCTION_WORDS.has(spelling));
  }

  /** By the spelling rules of another language; without a sound if it has none. */
  #utterIn(tongue: Exclude<Tongue, 'english'>, spelling: string): Utterance {
    const key = `${codeOf(tongue)} ${spelling}`;
    const known = this.#known.get(key);
    if (known) return known;
    const phones = tongue === 'unheard' ? [] : tongue.speak(spelling.slice(0, LONGEST_SPELT));
    const syllables = phones.length === 0 ? [] : [syllablesOf(phones)];
    const isLight = tongue !== 'unheard' && tongue.functionWords.has(spelling);
    const utterance = this.#asUtterance({ frequency: 0, isKnown: false, syllables }, true, isLight);
    this.#known.set(ownCopy(key), utterance);
    return utterance;
  }

  /** Letter by letter, a tenth of the work. */
  #spellOut(spelling: string): Utterance {
    const syllables = syllablesOf(spellToPhones(this.#source.rules, spelling.slice(0, LONGEST_SPELT)));
    return this.#asUtterance({ frequency: 0, isKnown: false, syllables: [syllables] }, true, false);
  }

  #asUtterance(spoken: Utterance['spoken'], isStrange: boolean, isFunctionWord: boolean): Utterance {
    const count = spoken.syllables[0]?.length;
    const counted = spoken.syllables.filter(({ length }) => length === count);
    const variants = counted.map((syllables) => {
      const isLight = syllables.length === 1 && isFunctionWord;
      return syllables.map((syllable) => this.#sing(syllable, isLight));
    });
    const endings = variants.map((syllables) => syllables[anchorOf(syllables)]);
    return { frequency: spoken.frequency, isStrange, spoken, variants, endings };
  }

  #sing({ vowel, stress, head, tail }: Syllable, isLight: boolean): SungSyllable {
    const weak = isLight || stress === 0 ? 1 : 0;
    const code = vowelCode(vowel, weak);
    return { vowel, stress, weak, code, head: this.runs.id(head), tail: this.runs.id(tail) };
  }
}

const VOICES = new WeakMap<PronunciationSource, Voice>();
/** A voice with more cached words is replaced by a new one before the next text. */
const MAX_KNOWN = 16_384;

/** The voice of a dictionary; verses made by an earlier one stay valid. */
export function voiceOf(source: PronunciationSource): Voice {
  const known = VOICES.get(source);
  if (known && known.size < MAX_KNOWN) return known;
  const voice = new Voice(source);
  VOICES.set(source, voice);
  return voice;
}
