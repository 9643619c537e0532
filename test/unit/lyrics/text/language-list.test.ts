import { describe, expect, it } from 'vitest';
import { isLanguageList } from '../../../../src/lyrics/text/language-list.ts';

describe('a list of languages', () => {
  it.each([
    '',
    'Translations',
    'TranslationsDeutschEnglish',
    'Русский (Russian)Español',
    'Shqip (Albanian) 日本語',
  ])('is recognised: %s', (text) => expect(isLanguageList(text)).toBe(true));
  it.each(['Deutsche', 'English!', 'a', 'Translations of love', 'Shqip (Albanian'])('%s is none', (text) =>
    expect(isLanguageList(text)).toBe(false),
  );
  it('is told at once, in however many ways it could be read', () => {
    expect(isLanguageList(`${'English (English)'.repeat(5000)}!`)).toBe(false);
    expect(isLanguageList('English (English)'.repeat(5000))).toBe(true);
  });
});
