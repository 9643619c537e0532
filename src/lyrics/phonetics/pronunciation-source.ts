import type { LetterToSound } from './letter-to-sound.ts';
import type { Pronunciation } from './phones.ts';

/** The dictionary access that the rules need; the compiler uses the rules while it is still building a dictionary. */
export interface PronunciationSource {
  readonly rules: LetterToSound;
  find(
    spelling: string,
  ): { readonly frequency: number; readonly pronunciations: readonly Pronunciation[] } | undefined;
}

/** Pronounces a spelling, from the dictionary or by rule; undefined if the word is unknown. */
export type Speak = (spelling: string) => readonly Pronunciation[] | undefined;
