import { readingsOf } from '../../src/lyrics/phonetics/homographs.ts';
import {
  consonant,
  isVowel,
  stressOf,
  vowel,
  vowelOf,
  vowelPhone,
} from '../../src/lyrics/phonetics/phones.ts';

const [R, IY, IH] = [consonant('R'), vowel('IY'), vowel('IH')];

/** One vowel for "near" (IH R) and "here" (IY R), which the dictionary writes in two ways. */
function withOneEar(phones: readonly number[]): number[] {
  return phones.map((phone, at) => {
    const next = phones[at + 2];
    const isOpen = next !== undefined && isVowel(next) && stressOf(next) !== 0;
    const isEar = isVowel(phone) && vowelOf(phone) === IY && phones[at + 1] === R && !isOpen;
    return isEar ? vowelPhone(IH, stressOf(phone)) : phone;
  });
}

/** The dictionary lists readings and dialect variants alike; where readings differ in meaning, they alone are kept. */
export function withReadings(spelling: string, pronunciations: readonly number[][]): number[][] {
  const readings = readingsOf(spelling)?.map(({ phones }) => [...phones]);
  const spoken = (readings ?? pronunciations).map(withOneEar);
  const isNew = (phones: number[], index: number) =>
    spoken.findIndex((other) => other.join() === phones.join()) === index;
  return spoken.filter(isNew);
}
