export const RHYME_KINDS = ['perfect', 'near', 'multi'] as const;
export type RhymeKind = (typeof RHYME_KINDS)[number];

/** What may be asked for: one kind, or `best`: perfect rhymes, and near ones for a reading that has no perfect rhyme. */
export const RHYME_CHOICES = ['best', ...RHYME_KINDS] as const;
export type RhymeChoice = (typeof RHYME_CHOICES)[number];

export interface RhymeOptions {
  readonly kind: RhymeKind;
  /** Only words and phrases with this number of syllables. */
  readonly syllables?: number;
  readonly limit: number;
}

export interface FoundRhyme {
  /** A word, or a phrase of two to four words. */
  readonly word: string;
  readonly is_phrase: boolean;
  /** Which of the readings it rhymes with. */
  readonly reading: number;
  /** 0-1: 1 is the same sound from the rhyming vowel on. */
  readonly score: number;
  readonly syllables: number;
  /** Syllables that rhyme, counted from the end. */
  readonly matched: number;
  /** log2 of its count in 51 million spoken words; of a phrase, that of its rarest word. */
  readonly frequency: number;
}

export interface FoundReading {
  /** ARPABET: "R EH1 D". */
  readonly pronunciation: string;
  /** The most frequent word that rhymes with it: 'like "bed"'; null where there is none. */
  readonly label: string | null;
  /** What the word means when read so, where the reading is listed. */
  readonly gloss: string | null;
}

export const NO_RHYMES = [
  'no_words',
  'unknown_script',
  'no_vowel',
  'one_syllable',
  'filtered',
  'none',
] as const;

/** Why nothing was found. */
export interface NoRhymes {
  readonly code: (typeof NO_RHYMES)[number];
  readonly detail: string;
  /** Kinds that find something. */
  readonly try_kinds: readonly RhymeKind[];
}

export interface RhymeAnswer {
  readonly readings: readonly FoundReading[];
  readonly items: readonly FoundRhyme[];
  /** null where something was found. */
  readonly reason: NoRhymes | null;
}
