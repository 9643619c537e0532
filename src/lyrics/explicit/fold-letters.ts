// Letters of other alphabets and symbols that look like Latin letters, for words written to escape a filter.
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ƒ: 'f',
  ѕ: 's',
  ѵ: 'v',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  т: 't',
  н: 'h',
  в: 'b',
  м: 'm',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  α: 'a',
  ε: 'e',
  ο: 'o',
  υ: 'u',
  κ: 'k',
  ι: 'i',
  τ: 't',
  ν: 'v',
  ς: 's',
  ß̈: 's',
  ʃ: 's',
  ʜ: 'h',
  ɪ: 'i',
  ᴛ: 't',
  ᴜ: 'u',
  ᴄ: 'c',
  ᴋ: 'k',
  ғ: 'f',
  ʙ: 'b',
};
const MARKS = /\p{M}/gu;
const ASCII = /^[\p{ASCII}]*$/u;
const LATIN = /[a-z]/;

/** A word in lower-case Latin letters: without accents, full-width and look-alike letters replaced. */
export function foldLetters(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  const bare = lower.normalize('NFKD').replace(MARKS, '');
  // A word of another alphabet is no disguise.
  if (!LATIN.test(bare)) return bare;
  let folded = '';
  for (const letter of bare) folded += LOOK_ALIKES[letter] ?? letter;
  return folded;
}
