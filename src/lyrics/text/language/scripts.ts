/** Languages of a script, by how likely a word in it is theirs when nothing else tells: the first one is the default. */
export interface Script {
  languages: readonly string[];
  /** Whether words are not parted by spaces, so that a character counts as much as two letters. */
  dense: boolean;
}

const script = (languages: string, dense = false): Script => ({ languages: languages.split(' '), dense });

const LATIN = script('');
const HAN = script('zh ja yue', true);
const KANA = script('ja', true);
const HANGUL = script('ko', true);
/** First code unit of each block, in order; a block ends where the next begins. Null: letters of no language. */
const BLOCKS: readonly (readonly [from: number, script: Script | null])[] = [
  [0x0041, LATIN],
  [0x0370, script('el')],
  [0x0400, script('ru uk bg sr mk be kk ky mn tt tg')],
  [0x0530, script('hy')],
  [0x0590, script('he yi')],
  [0x0600, script('ar fa ur ps ckb')],
  [0x0700, null],
  [0x0780, script('dv')],
  [0x07c0, script('nqo')],
  [0x0800, null],
  [0x0900, script('hi mr ne')],
  [0x0980, script('bn as')],
  [0x0a00, script('pa')],
  [0x0a80, script('gu')],
  [0x0b00, script('or')],
  [0x0b80, script('ta')],
  [0x0c00, script('te')],
  [0x0c80, script('kn')],
  [0x0d00, script('ml')],
  [0x0d80, script('si')],
  [0x0e00, script('th', true)],
  [0x0e80, script('lo', true)],
  [0x0f00, script('bo')],
  [0x1000, script('my', true)],
  [0x10a0, script('ka')],
  [0x1100, HANGUL],
  [0x1200, script('am ti')],
  [0x13a0, script('chr')],
  [0x1400, script('iu')],
  [0x1680, null],
  [0x1780, script('km', true)],
  [0x1800, script('mn')],
  [0x18b0, null],
  [0x1c50, script('sat')],
  [0x1c80, null],
  [0x1e00, LATIN],
  [0x1f00, script('el')],
  [0x2000, null],
  [0x2c60, LATIN],
  [0x2c80, null],
  [0x2d30, script('zgh')],
  [0x2d80, script('am ti')],
  [0x2e00, null],
  [0x3041, KANA],
  [0x3100, HAN],
  [0x3130, HANGUL],
  [0x31a0, HAN],
  [0x31f0, KANA],
  [0x3200, null],
  [0x3400, HAN],
  [0xa000, null],
  [0xac00, HANGUL],
  [0xd7b0, null],
  [0xf900, HAN],
  [0xfb00, LATIN],
  [0xfb13, script('hy')],
  [0xfb1d, script('he yi')],
  [0xfb50, script('ar fa ur ps ckb')],
  [0xfe00, null],
  [0xff21, LATIN],
  [0xff66, KANA],
  [0xffa0, null],
];

/** The script of a letter by its code unit; null for signs and for scripts that no language here is written in. */
export function scriptOf(code: number): Script | null {
  let [low, high] = [0, BLOCKS.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((BLOCKS[middle]?.[0] ?? 0) <= code) low = middle;
    else high = middle - 1;
  }
  return (BLOCKS[low]?.[0] ?? 0) <= code ? (BLOCKS[low]?.[1] ?? null) : null;
}

export const isLatin = (of: Script | null): boolean => of === LATIN;
