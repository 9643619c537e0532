/** Pieces of words with the weight that each has for languages. */
export type WeightedGrams = Map<string, Map<string, number>>;

/** Weights are stored in six levels. */
const LEVELS = 6;
const FIRST_CHARACTER = 48;
const BACKSLASH = 92;
const INSTEAD = 200;

/** The table as a module: pieces in order, each with the number of characters it shares with the one before. */
export function packGrams(grams: WeightedGrams, { min, max }: { min: number; max: number }): string {
  const languages = [...new Set([...grams.values()].flatMap((weights) => [...weights.keys()]))].sort();
  const step = (max - min) / LEVELS;
  const level = (weight: number) => Math.min(LEVELS - 1, Math.max(0, Math.floor((weight - min) / step)));
  const letter = (language: string) => {
    const code = FIRST_CHARACTER + languages.indexOf(language);
    return String.fromCharCode(code === BACKSLASH ? INSTEAD : code);
  };
  const packed = { pieces: '', speakers: [] as string[], levels: '' };
  let before = '';
  for (const [gram, weights] of [...grams].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const shared = [...gram].findIndex((char, at) => char !== before[at]);
    const same = shared === -1 ? gram.length : shared;
    const ranked = [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    packed.pieces += `${same}${gram.slice(same)}`;
    packed.speakers.push(ranked.map(([language]) => letter(language)).join(''));
    packed.levels += ranked.map(([, weight]) => level(weight)).join('');
    before = gram;
  }
  return `import type { PackedGrams } from './word-grams.ts';

/**
 * Pieces of words and the languages they tell of. Derived from \`eld\` 2.1.0 (copyright 2023 Nito T.M., Apache License 2.0;
 * chosen, rounded and repacked here) and from the Universal Declaration of Human Rights. Written by
 * scripts/tables/language-grams.ts.
 */
export const GRAM_TABLE: PackedGrams = {
  languages: ${JSON.stringify(languages.join(' '))},
  min: ${min + step / 2},
  step: ${step},
  pieces: ${JSON.stringify(packed.pieces)},
  speakers: ${JSON.stringify(packed.speakers.join(' '))},
  levels: ${JSON.stringify(packed.levels)},
};
`;
}
