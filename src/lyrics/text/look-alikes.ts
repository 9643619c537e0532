// Pairs "look-alike, Latin letter". Only letters drawn the same in common typefaces.
const PAIRS =
  'аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ӏl ѵv АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ҺH ԌG ԜW ӀI ' +
  'οo νv ρp ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX';
const LATIN = new Map(PAIRS.split(' ').map((pair) => [pair[0] ?? '', pair[1] ?? '']));
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const WORD = /[\p{L}\p{M}'’]+/gu;
const LATIN_LETTERS = /[A-Za-z]/g;
const MIN_LATIN_LETTERS = 40;
const LATIN_TO_FOREIGN = 10;
const LATIN_LETTER = /\p{Script=Latin}/u;

/**
 * Replaces Cyrillic and Greek letters that look Latin, if they occur in a word with Latin letters and the word has no
 * other Cyrillic or Greek. A word consisting only of look-alikes is replaced only in an otherwise Latin text.
 */
export function replaceLookAlikes(text: string): { text: string; count: number } {
  if (!FOREIGN.test(text)) return { text, count: 0 };
  const latinText = isLatinText(text);
  let count = 0;
  const replaced = text.replace(WORD, (word) => {
    if (!FOREIGN.test(word) || !isImitation(word) || (!latinText && !hasLatinMajority(word))) return word;
    return word.replace(/\p{L}/gu, (letter) => {
      const latin = LATIN.get(letter);
      if (latin === undefined) return letter;
      count += 1;
      return latin;
    });
  });
  return { text: replaced, count };
}

function isLatinText(text: string): boolean {
  const words = (text.match(WORD) ?? []).filter((word) => FOREIGN.test(word));
  if (words.some((word) => !isImitation(word) && !LATIN_LETTER.test(word))) return false;
  const foreign = words.reduce((sum, word) => sum + word.length, 0);
  return (text.match(LATIN_LETTERS)?.length ?? 0) >= Math.max(MIN_LATIN_LETTERS, foreign * LATIN_TO_FOREIGN);
}

function isImitation(word: string): boolean {
  for (const letter of word) {
    if (FOREIGN.test(letter) && !LATIN.has(letter)) return false;
  }
  return true;
}

function hasLatinMajority(word: string): boolean {
  let latin = 0;
  let foreign = 0;
  for (const letter of word) {
    if (LATIN.has(letter)) foreign += 1;
    else if (LATIN_LETTER.test(letter)) latin += 1;
  }
  return latin >= foreign && latin > 0;
}
