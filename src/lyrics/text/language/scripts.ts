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

/** Letters and signs that only some languages of a script have, and those that only its other languages lack. */
export const TELLING_LETTERS: readonly (readonly [
  letters: RegExp,
  languages: readonly string[],
  weight: number,
])[] = (
  [
    [/[ыэ]/, 'ru be kk ky mn tt', 1],
    [/[ёъ]/, 'ru', 0.7],
    [/ъ/, 'bg', 1.5],
    [/[іїєґ]/, 'uk', 2.5],
    [/і/, 'be kk', 2.5],
    [/ў/, 'be', 4],
    [/[ђћ]/, 'sr', 4],
    [/[јљњџ]/, 'sr mk', 3],
    [/[ѓќѕ]/, 'mk', 4],
    [/[әғқұһ]/, 'kk', 2.5],
    [/[ңүө]/, 'kk ky tt', 2],
    [/[үө]/, 'mn', 2.5],
    [/[әҗһ]/, 'tt', 2.5],
    [/[ҷӣӯҳ]/, 'tg', 4],
    [/[қғ]/, 'tg', 2],
    [/[پچژگ]/, 'fa ur ps ckb', 2.5],
    [/[کی]/, 'fa ur ckb', 1.5],
    [/[ی]/, 'ps', 1],
    [/[ٹڈڑںےھہ]/, 'ur', 3],
    [/[ټډړږښېۍځڅګ]/, 'ps', 4],
    [/[ڕڵۆێە]/, 'ckb', 4],
    [/[يكةىأإؤئ]/, 'ar', 1.5],
    [/[يكئأ]/, 'ps', 0.5],
    [/ळ|(?:च्या|ायला|तो|णं|लं|ला|ले)$/, 'mr', 1.2],
    [/(?:ले|लाई|छु|छौ|छन्|थियो|थियौ|छैन|छैनौ)$/, 'ne', 2],
    [/(?:ता|ती|ना|ूँ|ूं|ोगी|ोगे)$/, 'hi', 0.7],
    [/(?:от|ите)$/, 'mk', 1],
    [/(?:ът|ят|ите)$/, 'bg', 1],
    [/[ৰৱ]/, 'as', 4],
    [/[র]/, 'bn', 1],
    [/[אַאָװױײפֿשׂ][ַָֿ]|[װױײ]/, 'yi', 4],
  ] as const
).map(([letters, languages, weight]) => [letters, languages.split(' '), weight] as const);

/** Characters of written Cantonese that written Chinese does without. */
export const CANTONESE = /[唔嘅咗冇嚟啲佢哋喺嗰咁乜嘢瞓諗揾攞嘥咩嗌睇噉畀嘞喎啱]/gu;
/** "And so", "now" and "today" of Cantonese in characters that Chinese also has. */
export const CANTONESE_WORDS = /而家|今日|尋日|聽日|點解|邊個|邊度|鍾意/gu;
