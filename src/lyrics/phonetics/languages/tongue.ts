import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import { ITALIAN } from './italian.ts';
import { PORTUGUESE } from './portuguese.ts';
import { SPANISH } from './spanish.ts';
import type { LanguageSound } from './spelling-rules.ts';

/** How words are pronounced: by the English dictionary, by the spelling rules of a language, or not at all. */
export type Tongue = 'english' | LanguageSound | 'unheard';

const LANGUAGES: readonly LanguageSound[] = [SPANISH, PORTUGUESE, ITALIAN, GERMAN, FRENCH];

/** The tongue of a language by its ISO 639-1 code. */
export const tongueOf = (code: string): Tongue =>
  code === 'en' ? 'english' : (LANGUAGES.find((language) => language.code === code) ?? 'unheard');

/** The code of a tongue; null if words are not pronounced. */
export function codeOf(tongue: Tongue): string | null {
  if (tongue === 'unheard') return null;
  return tongue === 'english' ? 'en' : tongue.code;
}
