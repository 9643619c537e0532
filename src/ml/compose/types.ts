import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import type { GeneralModel } from './general-model.ts';

/** A line of a song that words and line shapes may be taken from, as it is written, without its line end. */
export interface SourceLine {
  readonly text: string;
  /** How fitting the source is, above 0; 1 is ordinary. Lines of the general model weigh 0.25. */
  readonly weight: number;
  /** Of which song: a track's id; negative for the general model. */
  readonly source: number;
}

/** What a composition is made from. */
export interface Materials {
  readonly lexicon: Lexicon;
  readonly general: GeneralModel;
  /** Lines of songs, the most fitting with the most weight; none is fine. */
  readonly sources: readonly SourceLine[];
  /** Further lines of which no more than four consecutive words may be repeated, and which lend no words. */
  readonly avoid?: readonly string[];
}

export interface WeightedWord {
  /** Lower case. */
  readonly word: string;
  /** Above 0; 1 is ordinary. */
  readonly weight: number;
}

/** Inclusive; a line of exactly n syllables has min = max = n. */
export interface SyllableRange {
  readonly min: number;
  readonly max: number;
}

export const RHYME_DEPTHS = ['single', 'multi', 'dense'] as const;
/** `single`: ends rhyme; `multi`: ends rhyme over two syllables or more where words allow; `dense`: and within lines. */
export type RhymeDepth = (typeof RHYME_DEPTHS)[number];

export interface ComposeOrder {
  /** 1-40. */
  readonly lines: number;
  /** A letter for each line, the same letter where ends rhyme; `-` is free. As long as `lines`. */
  readonly scheme: string;
  /** One range for each line; the last one holds for the lines after it. */
  readonly syllables: readonly SyllableRange[];
  /** Of the whole text with its line ends; null for no limit. */
  readonly maxCharacters: number | null;
  readonly rhyme: RhymeDepth;
  /** What the text should be about: the words of the prompt with the most weight, related ones with less. */
  readonly topic: readonly WeightedWord[];
  /** Typical words of a style, and null for no style. */
  readonly style: readonly WeightedWord[] | null;
  /** Lines that stay as they are, by their position; null where a line is to be written. May be shorter than `lines`. */
  readonly keep: readonly (string | null)[];
  /** A whole number. The same order, seed and materials give the same text. */
  readonly seed: number;
  /** 0-2: how far the choice strays from the most fitting words. */
  readonly temperature: number;
}

export interface ComposedLine {
  readonly text: string;
  readonly syllables: number;
  /** Its letter in the scheme; null where the scheme says `-`. */
  readonly letter: string | null;
  readonly kept: boolean;
}

export const CONSTRAINTS = ['scheme', 'syllables', 'characters', 'keep', 'vocabulary'] as const;
export type Constraint = (typeof CONSTRAINTS)[number];

/** An order that cannot be met, and why: for the caller to read. */
export interface Infeasible {
  readonly ok: false;
  readonly constraint: Constraint;
  readonly message: string;
  /** The line that was not found, from 0. */
  readonly line?: number;
}

export type Composed = { readonly ok: true; readonly lines: readonly ComposedLine[] } | Infeasible;

export interface NextLinesOrder {
  /** Candidates wanted, 1-10. */
  readonly count: number;
  readonly rhyme: RhymeDepth;
  /** Null: as long as the lines given. */
  readonly syllables: SyllableRange | null;
  readonly topic: readonly WeightedWord[];
  readonly style: readonly WeightedWord[] | null;
  readonly seed: number;
  readonly temperature: number;
}

export interface LineCandidate {
  readonly text: string;
  readonly syllables: number;
  /** 0-1, higher is more fitting. */
  readonly score: number;
  /** The given line whose end it rhymes with, by position; null where it opens a new rhyme. */
  readonly rhymesWith: number | null;
  /** Sentences that say why it fits, for the writer. */
  readonly why: readonly string[];
}

export interface RewriteOrder extends Pick<ComposeOrder, 'rhyme' | 'style' | 'seed' | 'temperature'> {
  /** The lines to rewrite. */
  readonly lines: readonly string[];
  /** The target's usual line length in syllables; a rewritten line moves toward it. */
  readonly syllables: SyllableRange;
  /** Words that carry the meaning, kept where a line can be built around them; null: the composer's own choice. */
  readonly content: readonly string[] | null;
}

export interface RewrittenLine {
  readonly before: string;
  readonly after: string;
  readonly syllables: number;
  /** Words of `before` that stand in `after`. */
  readonly kept: readonly string[];
  /** Words of the style that came in. */
  readonly style: readonly string[];
  /** One sentence: what was changed and why; null where nothing was. */
  readonly why: string | null;
}
