// The names of Latin-1 from U+00A0 to U+00FF, in order, and those beyond that texts use.
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil ' +
  'sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute ' +
  'Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc ' +
  'atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide ' +
  'oslash ugrave uacute ucirc uuml yacute thorn yuml';
const OTHERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  rsquo: '’',
  lsquo: '‘',
  sbquo: '‚',
  rdquo: '”',
  ldquo: '“',
  bdquo: '„',
  lsaquo: '‹',
  rsaquo: '›',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  bull: '•',
  trade: '™',
  euro: '€',
  prime: '′',
  Prime: '″',
  hearts: '♥',
  OElig: 'Œ',
  oelig: 'œ',
  Scaron: 'Š',
  scaron: 'š',
  Zcaron: 'Ž',
  zcaron: 'ž',
  Yuml: 'Ÿ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '',
  rlm: '',
  NewLine: '\n',
  Tab: '\t',
  comma: ',',
  period: '.',
  excl: '!',
  quest: '?',
  num: '#',
  dollar: '$',
  percnt: '%',
  lpar: '(',
  rpar: ')',
  lsqb: '[',
  rsqb: ']',
  lbrack: '[',
  rbrack: ']',
  colon: ':',
  semi: ';',
  ast: '*',
  sol: '/',
  bsol: '\\',
  grave: '`',
  hyphen: '‐',
  dash: '‐',
};
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(' ').map((name, at) => [name, String.fromCodePoint(0xa0 + at)] as const),
  ...Object.entries(OTHERS),
]);
// What browsers read &#128; to &#159; as: the letters of Windows-1252.
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,9}));/g;
const UNENDED = /&#(?:0?39|8217|x27)(?![\d;a-fA-F])/g;
/** A text is escaped at most this often: "&amp;amp;#39;". */
const MAX_PASSES = 3;

/** The text with the characters that HTML entities stand for, however often they were escaped, and the number of entities. */
export function decodeEntities(text: string): { text: string; count: number } {
  let result = text;
  let count = 0;
  for (let pass = 0; pass < MAX_PASSES && result.includes('&'); pass++) {
    const before = result;
    result = result
      .replace(UNENDED, () => {
        count += 1;
        return "'";
      })
      .replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
        const char = name === undefined ? characterOf(Number(decimal ?? `0x${hex}`)) : NAMED.get(name);
        if (char === undefined) return entity;
        if (pass === 0) count += 1;
        return char;
      });
    if (result === before) break;
  }
  return { text: result, count };
}

function characterOf(code: number): string | undefined {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS[code - 0x80];
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}
