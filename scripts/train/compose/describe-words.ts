import { FUNCTION_WORDS } from '../../../src/lyrics/phonetics/function-words.ts';
import type { FrequencyEntry } from '../../lexicon/dictionary-sources.ts';
import type { EnglishWords } from './english-words.ts';

/** A word as the composer's table holds it: tags and senses as letters, the most usual tag first. */
export interface DescribedWord {
  readonly word: string;
  readonly tags: string;
  readonly senses: string;
  /** Uses in 51 million spoken words. */
  readonly count: number;
}

/** Letters of src/ml/compose/word-tags.ts for Penn tags; other tags are of closed classes. */
const LETTERS: Readonly<Record<string, string>> = {
  NN: 'n', NNS: 's', NNP: 'N', NNPS: 'N', VB: 'b', VBP: 'b', VBD: 'd', VBN: 'm', VBG: 'g', VBZ: 'z',
  JJ: 'j', JJR: 'k', JJS: 'l', RB: 'r', RBR: 'k', RBS: 'l', CD: 'c',
}; // biome-ignore format: a table

const SENSE_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Rarer plurals, by their share of the singular, are those of mass nouns: "breads". */
const MIN_PLURAL_SHARE = 0.006;

/** Words of songs that the dictionaries lack. */
const SLANG = new Set(
  'tryna gonna wanna gotta gon finna imma lemme gimme kinda sorta outta dunno woulda coulda shoulda'.split(
    ' ',
  ),
);

const ENDINGS: readonly { ending: RegExp; bases: (stem: string) => string[]; from: string; to: string }[] = [
  { ending: /in'?$/, bases: (stem) => [stem, `${stem}e`, stem.slice(0, -1)], from: 'b', to: 'g' },
  { ending: /ing$/, bases: (stem) => [stem, `${stem}e`, stem.slice(0, -1)], from: 'b', to: 'g' },
  { ending: /ed$/, bases: (stem) => [stem, `${stem}e`, stem.slice(0, -1)], from: 'b', to: 'dm' },
  { ending: /ies$/, bases: (stem) => [`${stem}y`], from: 'n', to: 's' },
  { ending: /es$/, bases: (stem) => [stem, `${stem}e`], from: 'n', to: 's' },
  { ending: /s$/, bases: (stem) => [stem], from: 'n', to: 's' },
  { ending: /s$/, bases: (stem) => [stem], from: 'b', to: 'z' },
  { ending: /ly$/, bases: (stem) => [stem, `${stem}e`, `${stem}le`], from: 'j', to: 'r' },
];

export class WordDescriber {
  readonly #english: EnglishWords;
  readonly #counts: ReadonlyMap<string, FrequencyEntry>;

  constructor(english: EnglishWords, counts: ReadonlyMap<string, FrequencyEntry>) {
    this.#english = english;
    this.#counts = counts;
  }

  describe(word: string): DescribedWord {
    const count = this.#counts.get(word)?.count ?? 0;
    const closed = SLANG.has(word) || FUNCTION_WORDS.has(word) || /'(?!$)/.test(word);
    if (closed) return { word, tags: 'f', senses: '', count };
    const { tags, senses } = this.#known(word) ?? this.#inflected(word) ?? { tags: '', senses: [] };
    const letters = this.#isName(word) && !tags.includes('j') ? 'N' : tags;
    return { word, tags: letters, senses: senses.map((sense) => SENSE_LETTERS[sense]).join(''), count };
  }

  #known(word: string): { tags: string; senses: readonly number[] } | null {
    const { tags, senses } = this.#english.find(word);
    if (tags.length === 0) return null;
    const letters = [...new Set(tags.map((tag) => LETTERS[tag] ?? 'f'))].join('');
    const lemma = senses.length > 0 ? null : this.#inflected(word);
    return { tags: this.#withMass(word, letters), senses: lemma?.senses ?? senses };
  }

  #inflected(word: string): { tags: string; senses: readonly number[] } | null {
    for (const { ending, bases, from, to } of ENDINGS) {
      if (!ending.test(word)) continue;
      const base = bases(word.replace(ending, '')).find((stem) =>
        this.#english.find(stem).tags.some((tag) => LETTERS[tag] === from),
      );
      if (base !== undefined) return { tags: to, senses: this.#english.find(base).senses };
    }
    return null;
  }

  #withMass(word: string, letters: string): string {
    if (!letters.includes('n')) return letters;
    const single = this.#counts.get(word)?.count ?? 0;
    const plural =
      this.#counts.get(`${word}s`) ??
      this.#counts.get(`${word}es`) ??
      this.#counts.get(word.replace(/y$/, 'ies'));
    const isRare = single > 50 && (plural?.count ?? 0) < single * MIN_PLURAL_SHARE;
    return this.#english.isMass(word) || isRare ? letters.replace('n', 'u') : letters;
  }

  /** Speech writes it with a capital more often than not. */
  #isName(word: string): boolean {
    const written = this.#counts.get(word)?.word;
    return written !== undefined && written !== word;
  }
}
