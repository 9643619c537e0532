import { spellToPhones } from './letter-to-sound.ts';
import { consonant, isVowel, type Pronunciation } from './phones.ts';
import { plainLetters } from './plain-letters.ts';
import type { PronunciationSource } from './pronunciation-source.ts';

const SOUNDED_E = /^(.*?)(?:é|ée)(s?)$/;
const Z = consonant('Z');

/** "fiancé" ends on the vowel that the e speaks; "resume" without an accent does not. */
const endsOnVowel = (phones: Pronunciation, isPlural: boolean): boolean =>
  isVowel(phones.at(isPlural ? -2 : -1) ?? 0) && (!isPlural || phones.at(-1) === Z);

/**
 * A lower-case word by what its accents say: a final é is sounded ("résumé" against "resume"), ñ is ny. Undefined if the
 * accents say nothing that the plain spelling does not.
 */
export function speakAccented(
  source: PronunciationSource,
  word: string,
): readonly Pronunciation[] | undefined {
  const known = source.find(plainLetters(word))?.pronunciations;
  const [, stem, plural = ''] = SOUNDED_E.exec(word) ?? [];
  if (stem !== undefined) {
    const sounded = known?.filter((phones) => endsOnVowel(phones, plural !== ''));
    if (sounded && sounded.length > 0) return sounded;
    const phones = spellToPhones(source.rules, `${plainLetters(stem)}ay`);
    return [plural === '' ? phones : [...phones, Z]];
  }
  if (known || !word.includes('ñ')) return undefined;
  return [spellToPhones(source.rules, plainLetters(word.replaceAll('ñ', 'ny')))];
}
