const PLAIN = /^[\0-\x7f]*$/;
const MARKS = /\p{M}/gu;
const APOSTROPHES = /[‘’‛ʼʹ`´′＇ꞌ՚]/g;
const LATIN_REST = /[^\0-\x7f]/gu;
const LATIN = /\p{Script=Latin}/u;

/** Letters that no accent can be taken off, by how English speakers read them. */
const READ_AS = new Map(
  Object.entries({
    ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'th', þ: 'th', ħ: 'h', ı: 'i', ĸ: 'k', ŋ: 'ng', ŧ: 't',
    ə: 'uh', ɛ: 'e', ɔ: 'o', ɪ: 'i', ʊ: 'u', ʃ: 'sh', ʒ: 'zh', ƒ: 'f', ɑ: 'a', ɒ: 'o', ƿ: 'w',
    ᴀ: 'a', ʙ: 'b', ᴄ: 'c', ᴅ: 'd', ᴇ: 'e', ꜰ: 'f', ɢ: 'g', ʜ: 'h', ᴊ: 'j', ᴋ: 'k', ʟ: 'l', ᴍ: 'm', ɴ: 'n',
    ᴏ: 'o', ᴘ: 'p', ʀ: 'r', ꜱ: 's', ᴛ: 't', ᴜ: 'u', ᴠ: 'v', ᴡ: 'w', ʏ: 'y', ᴢ: 'z',
  }),
); // biome-ignore format: a table

/** Any other Latin letter is a vowel to who cannot read it. */
const UNKNOWN_LETTER = 'uh';

/**
 * A spelling in a-z, digits and straight apostrophes: accents taken off, Latin letters that have none written as they
 * are read ("Straße" strasse, "Łódź" lodz). Other scripts stay as they are. Lower-cases ASCII only beside other letters.
 */
export function plainLetters(word: string): string {
  if (PLAIN.test(word)) return word;
  return word
    .replace(APOSTROPHES, "'")
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(
      LATIN_REST,
      (letter) => READ_AS.get(letter.toLowerCase()) ?? (LATIN.test(letter) ? UNKNOWN_LETTER : letter),
    );
}
