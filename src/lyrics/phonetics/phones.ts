/**
 * ARPABET as small integers: consonants are 0-23, a vowel is 24 + 3 × vowel + stress,
 * stress being 0 none, 1 primary, 2 secondary. A pronunciation is an array of these.
 */
export const CONSONANTS = [
  'B', 'CH', 'D', 'DH', 'F', 'G', 'HH', 'JH', 'K', 'L', 'M', 'N',
  'NG', 'P', 'R', 'S', 'SH', 'T', 'TH', 'V', 'W', 'Y', 'Z', 'ZH',
] as const; // biome-ignore format: a table
export const VOWELS = [
  'AA', 'AE', 'AH', 'AO', 'AW', 'AY', 'EH', 'ER', 'EY', 'IH', 'IY', 'OW', 'OY', 'UH', 'UW',
] as const; // biome-ignore format: a table

export type Consonant = (typeof CONSONANTS)[number];
export type Vowel = (typeof VOWELS)[number];
export type Pronunciation = readonly number[];

export const FIRST_VOWEL = CONSONANTS.length;
export const PHONE_COUNT = FIRST_VOWEL + VOWELS.length * 3;

export const isVowel = (phone: number): boolean => phone >= FIRST_VOWEL;

/** 0-14, the index in VOWELS; meaningless for a consonant. */
export const vowelOf = (phone: number): number => Math.floor((phone - FIRST_VOWEL) / 3);

/** 0 none, 1 primary, 2 secondary; meaningless for a consonant. */
export const stressOf = (phone: number): number => (phone - FIRST_VOWEL) % 3;

export const vowelPhone = (vowel: number, stress: number): number => FIRST_VOWEL + vowel * 3 + stress;

const CODES = new Map<string, number>();
for (const [index, name] of CONSONANTS.entries()) CODES.set(name, index);
for (const [index, name] of VOWELS.entries()) {
  for (let stress = 0; stress < 3; stress++) CODES.set(`${name}${stress}`, vowelPhone(index, stress));
}

/** The integer of a consonant. */
export const consonant = (name: Consonant): number => CONSONANTS.indexOf(name);

/** The index of a vowel, without stress. */
export const vowel = (name: Vowel): number => VOWELS.indexOf(name);

/** Reads "R AY1 M"; throws RangeError at a symbol that is not ARPABET with stress digits. */
export function parsePhones(text: string): number[] {
  return text
    .trim()
    .split(/\s+/)
    .map((symbol) => {
      const code = CODES.get(symbol);
      if (code === undefined) throw new RangeError(`not an ARPABET symbol: ${symbol}`);
      return code;
    });
}

/** Writes a pronunciation the way CMUdict does: "R AY1 M". */
export function formatPhones(phones: Pronunciation): string {
  return phones
    .map((phone) =>
      isVowel(phone) ? `${VOWELS[vowelOf(phone)] ?? '?'}${stressOf(phone)}` : (CONSONANTS[phone] ?? '?'),
    )
    .join(' ');
}

/** Vowels in a pronunciation, which is its number of syllables. */
export function countVowels(phones: Pronunciation): number {
  let count = 0;
  for (const phone of phones) if (isVowel(phone)) count++;
  return count;
}
