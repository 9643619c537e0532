import { indexOf, LANGUAGES } from './languages.ts';

/** Languages so alike that a clause alone does not tell them apart. */
const RELATIVES = [
  'da no nn sv fo is',
  'es pt gl ca it',
  'hr sr bs sl',
  'cs sk pl',
  'id ms jv su',
  'zu xh',
  'af nl fy',
  'de gsw lb',
  'fi et',
  'tr az tk uz',
  'ru uk be bg mk sr',
  'kk ky tt mn',
  'ar fa ur ps ckb',
  'hi mr ne',
  'bn as',
  'zh yue ja',
  'ru-Latn uk-Latn bg-Latn',
  'hi-Latn pa-Latn ur-Latn bn-Latn',
  'ga gd',
  'mi haw sm',
  'am ti',
  'he yi',
].map((group) => new Set(group.split(' ').map(indexOf)));

export const areRelated = (one: number, other: number): boolean =>
  RELATIVES.some((group) => group.has(one) && group.has(other));

/** What is expected of a text before it is read, in nats: songs are mostly in English, rarely in languages with few songs. */
const PRIORS: Readonly<Record<string, number>> = {
  ...{ en: 1.5, es: 0.3, pt: 0.3, fr: 0.3, de: 0.3, it: 0.3, id: 0.7, tl: 0.5, sw: 0.5, tr: 0.5, vi: 0.5 },
  ...{
    gl: -2,
    ca: -0.5,
    nn: -2,
    bs: -2,
    la: -2,
    gsw: -1.5,
    fo: -1.5,
    eo: -1.5,
    fy: -1.5,
    lb: -1.5,
    br: -1.5,
  },
  ...{
    sm: -1.5,
    haw: -1,
    mi: -1,
    qu: -1.5,
    gn: -1.5,
    om: -1,
    tk: -1,
    su: -1,
    gd: -1,
    wo: -1,
    sn: -1,
    rw: -0.5,
  },
};
const ROMANISED = -1;

export const PRIOR: Float64Array = Float64Array.from(
  LANGUAGES,
  (language) => PRIORS[language] ?? (language.endsWith('-Latn') ? ROMANISED : 0),
);
