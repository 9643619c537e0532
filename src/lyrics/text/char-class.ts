/** The classes of UTF-16 code units that the tokenizer distinguishes. */
export const OTHER = 0;
export const LETTER = 1;
export const APOSTROPHE = 2;
export const DOLLAR = 3;
export const STAR = 4;
export const DOT = 5;

const ASCII = new Uint8Array(128);
for (let code = 48; code <= 57; code++) ASCII[code] = LETTER;
for (let code = 65; code <= 90; code++) {
  ASCII[code] = LETTER;
  ASCII[code + 32] = LETTER;
}
for (const [char, kind] of [
  ["'", APOSTROPHE],
  ['`', APOSTROPHE],
  ['$', DOLLAR],
  ['*', STAR],
  ['.', DOT],
] as const) {
  ASCII[char.charCodeAt(0)] = kind;
}

const WORD_POINT = /[\p{L}\p{M}\p{N}]/u;

/** Class of the code unit at `at`; both halves of a surrogate pair get the class of their code point. */
export function charClass(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code] ?? OTHER;
  if (Number.isNaN(code)) return OTHER;
  if (code === 0x2019 || code === 0x2018 || code === 0x02bc || code === 0xb4) return APOSTROPHE;
  if ((code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) || (code >= 0x400 && code <= 0x481)) {
    return LETTER;
  }
  if (code >= 0x2000 && code <= 0x206f) return OTHER;
  const from = code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
  const point = text.codePointAt(from);
  return point !== undefined && WORD_POINT.test(String.fromCodePoint(point)) ? LETTER : OTHER;
}
