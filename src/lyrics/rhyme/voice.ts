import { FUNCTION_WORDS } from '../phonetics/function-words.ts';
import { pronounce } from '../phonetics/pronounce.ts';
import type { PronunciationSource } from '../phonetics/pronunciation-source.ts';
import { anchorOf, type Syllable } from '../phonetics/syllables.ts';
import { ConsonantRuns } from './consonant-runs.ts';
import { vowelCode } from './sound-similarity.ts';

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
  readonly variants: readonly (readonly SungSyllable[])[];
  /** The syllable that carries each variant's rhyme. */
  readonly endings: readonly (SungSyllable | undefined)[];
}

/** V8 keeps a longer slice as a view of its whole text, which would then stay in memory with it. */
const MAX_COPIED = 12;

/** Speaks words and remembers them: songs share most of theirs. */
export class Voice {
  readonly runs = new ConsonantRuns();
  readonly #source: PronunciationSource;
  readonly #known = new Map<string, Utterance>();

  constructor(source: PronunciationSource) {
    this.#source = source;
  }

  get size(): number {
    return this.#known.size;
  }

  utter(spelling: string): Utterance {
    const known = this.#known.get(spelling);
    if (known) return known;
    const utterance = this.#speak(spelling);
    this.#known.set(spelling.length > MAX_COPIED ? [...spelling].join('') : spelling, utterance);
    return utterance;
  }

  #speak(spelling: string): Utterance {
    const { frequency, syllables } = pronounce(this.#source, spelling);
    const variants = syllables.map((spoken) => {
      const isLight = spoken.length === 1 && FUNCTION_WORDS.has(spelling);
      return spoken.map((syllable) => this.#sing(syllable, isLight));
    });
    return { frequency, variants, endings: variants.map((spoken) => spoken[anchorOf(spoken)]) };
  }

  #sing({ vowel, stress, head, tail }: Syllable, isLight: boolean): SungSyllable {
    const weak = isLight || stress === 0 ? 1 : 0;
    const code = vowelCode(vowel, weak);
    return { vowel, stress, weak, code, head: this.runs.id(head), tail: this.runs.id(tail) };
  }
}

const VOICES = new WeakMap<PronunciationSource, Voice>();
/** A voice that knows more words makes way for a new one before the next text. */
const MAX_KNOWN = 16_384;

/** The voice of a dictionary; verses spoken by an earlier one stay whole. */
export function voiceOf(source: PronunciationSource): Voice {
  const known = VOICES.get(source);
  if (known && known.size < MAX_KNOWN) return known;
  const voice = new Voice(source);
  VOICES.set(source, voice);
  return voice;
}
