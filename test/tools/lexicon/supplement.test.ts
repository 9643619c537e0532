import { describe, expect, it } from 'vitest';
import { readSupplement } from '../../../scripts/lexicon/read-supplement.ts';
import { isVowel, stressOf } from '../../../src/lyrics/phonetics/phones.ts';

describe('the supplement', () => {
  it('has ARPABET with a vowel and a primary stress in every reading of more than one syllable', async () => {
    const words = await readSupplement();
    expect(words.size).toBeGreaterThan(600);
    for (const [spelling, readings] of words) {
      for (const phones of readings) {
        const vowels = phones.filter(isVowel);
        expect(vowels.length, spelling).toBeGreaterThan(0);
        if (vowels.length > 1)
          expect(
            vowels.some((phone) => stressOf(phone) === 1),
            spelling,
          ).toBe(true);
      }
    }
  });
});
