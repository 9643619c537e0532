import type { LetterToSound } from './letter-to-sound.ts';
import type { Pronunciation } from './phones.ts';

/** What the rules need to know of a dictionary; the compiler uses them while it is still building one. */
export interface PronunciationSource {
  readonly rules: LetterToSound;
  find(
    spelling: string,
  ): { readonly frequency: number; readonly pronunciations: readonly Pronunciation[] } | undefined;
}

/** Speaks a spelling, from the dictionary or by rule; undefined when the word is not known. */
export type Speak = (spelling: string) => readonly Pronunciation[] | undefined;
