import { describe, expect, it } from 'vitest';
import { formatPhones, parsePhones } from '../../../../src/lyrics/phonetics/phones.ts';
import { pronounce } from '../../../../src/lyrics/phonetics/pronounce.ts';
import { groupReadings, rhymePart } from '../../../../src/lyrics/phonetics/readings.ts';
import { lexicon } from '../../../support/lexicon.ts';

const spoken = (word: string) => pronounce(lexicon, word).pronunciations.map(formatPhones);

describe('a homograph keeps all its readings, the most common first', () => {
  it.each([
    ['read', 'R IY1 D', 'R EH1 D'],
    ['live', 'L IH1 V', 'L AY1 V'],
    ['wind', 'W IH1 N D', 'W AY1 N D'],
    ['tear', 'T EH1 R', 'T IH1 R'],
    ['close', 'K L OW1 S', 'K L OW1 Z'],
    ['lead', 'L IY1 D', 'L EH1 D'],
    ['bow', 'B OW1', 'B AW1'],
    ['row', 'R OW1', 'R AW1'],
    ['sow', 'S OW1', 'S AW1'],
    ['bass', 'B EY1 S', 'B AE1 S'],
    ['dove', 'D AH1 V', 'D OW1 V'],
    ['wound', 'W UW1 N D', 'W AW1 N D'],
    ['use', 'Y UW1 Z', 'Y UW1 S'],
    ['house', 'HH AW1 S', 'HH AW1 Z'],
    ['abuse', 'AH0 B Y UW1 Z', 'AH0 B Y UW1 S'],
    ['excuse', 'IH0 K S K Y UW1 Z', 'IH0 K S K Y UW1 S'],
    ['minute', 'M IH1 N AH0 T', 'M AY0 N UW1 T'],
    ['desert', 'D EH1 Z ER0 T', 'D IH0 Z ER1 T'],
    ['object', 'AA1 B JH EH0 K T', 'AH0 B JH EH1 K T'],
    ['record', 'R EH1 K ER0 D', 'R IH0 K AO1 R D'],
    ['present', 'P R EH1 Z AH0 N T', 'P R IY0 Z EH1 N T'],
    ['content', 'K AH0 N T EH1 N T', 'K AA1 N T EH2 N T'],
    ['produce', 'P R AH0 D UW1 S', 'P R OW1 D UW2 S'],
    ['project', 'P R AA1 JH EH2 K T', 'P R AH0 JH EH1 K T'],
    ['perfect', 'P ER1 F IH0 K T', 'P ER0 F EH1 K T'],
    ['permit', 'P ER0 M IH1 T', 'P ER1 M IH2 T'],
    ['rebel', 'R EH1 B AH0 L', 'R IH0 B EH1 L'],
    ['refuse', 'R IH0 F Y UW1 Z', 'R EH1 F Y UW2 S'],
    ['invalid', 'IH0 N V AE1 L AH0 D', 'IH1 N V AH0 L AH0 D'],
    ['does', 'D AH1 Z', 'D OW1 Z'],
    ['sewer', 'S UW1 ER0', 'S OW1 ER0'],
    ['polish', 'P AA1 L IH0 SH', 'P OW1 L IH0 SH'],
    ['tears', 'T IH1 R Z', 'T EH1 R Z'],
    ['lives', 'L AY1 V Z', 'L IH1 V Z'],
  ])('%s: %s and %s', (word, ...readings) => expect(spoken(word)).toEqual(readings));

  it.each([
    ['learned', 1, 2],
    ['blessed', 1, 2],
    ['moped', 2, 1],
    ['resume', 2, 3],
    ['dr', 2, 1],
    ['st', 1, 1],
    ['beloved', 3, 2],
  ])('%s has %i syllables, in another reading %i', (word, ...counts) =>
    expect(pronounce(lexicon, word).syllables.map(({ length }) => length)).toEqual(counts),
  );
});

describe('groupReadings', () => {
  const groups = (...spoken: string[]) => groupReadings(spoken.map(parsePhones));

  it.each([
    ['the place of the stress', 'IH2 N S AY1 D', 'IH1 N S AY2 D'],
    ['the stressed vowel', 'R UW1 T', 'R AW1 T'],
    ['the consonants after it', 'K L OW1 S', 'K L OW1 Z'],
    ['a full vowel against a weak one at the end', 'M AA1 D ER0 AH0 T', 'M AA1 D ER0 EY2 T'],
  ])('tells readings apart by %s', (_, a, b) => expect(groups(a, b)).toEqual([0, 1]));

  it.each([
    ['a consonant left out', 'F R EH1 N D Z', 'F R EH1 N Z'],
    ['a weak vowel left out', 'F AE1 M AH0 L IY0', 'F AE1 M L IY0'],
    ['a dialect', 'D AO1 G', 'D AA1 G'],
    ['a weak form', 'K AE1 N', 'K AH0 N'],
    ['another weak vowel', 'HH AH1 N D R AH0 D', 'HH AH1 N D R IH0 D'],
    ['an initial h', 'W EH1 N', 'HH W EH1 N'],
  ])('takes %s for a variant of one reading', (_, a, b) => expect(groups(a, b)).toEqual([0, 0]));
});

describe('rhymePart', () => {
  it.each([
    ['B IH0 F AO1 R', 'AO1 R'],
    ['M IH1 R AH0 K AH0 L', 'IH1 R AH0 K AH0 L'],
    ['IH2 N S AY1 D', 'AY1 D'],
    ['DH AH0', 'AH0'],
    ['SH', ''],
  ])('of %s is %s', (phones, part) => expect(formatPhones(rhymePart(parsePhones(phones)))).toBe(part));
});
