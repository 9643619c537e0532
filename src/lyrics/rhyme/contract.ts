import { z } from 'zod';

/** A stretch of the text: UTF-16 offsets, end exclusive; `line` is the 0-based number of the row. */
export const RhymeSpanSchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  line: z.int().nonnegative(),
});

export const RhymeGroupSchema = z.object({
  letter: z.string(),
  /** Vowel and consonants of the sound that the group shares, ARPABET without stress: "AY M". */
  sound: z.string(),
  members: z.array(
    RhymeSpanSchema.extend({
      word: z.string(),
      /** The last word of its line: of the main voice, or of a row that holds only an aside. */
      is_end: z.boolean(),
      /** Not of the main voice: an ad-lib or a backing voice. */
      is_aside: z.boolean(),
      /** Probability, 0-1, that the word takes part in a rhyme. */
      confidence: z.number(),
    }),
  ),
});

export const MultiRhymeSchema = z.object({
  /** Syllables that match in a row, at least 2. */
  syllables: z.int().min(2),
  /** Whether either side crosses a word boundary. */
  is_mosaic: z.boolean(),
  first: RhymeSpanSchema.extend({ text: z.string() }),
  second: RhymeSpanSchema.extend({ text: z.string() }),
});

export const SectionSchemeSchema = z.object({
  /** Index of the section, null for lines outside sections. */
  section: z.int().nonnegative().nullable(),
  scheme: z
    .string()
    .describe(
      'one letter (UTF-16 unit) for each of lines, by its end: A-Z, then a-z, then letters from U+0100 on; "-" for an end that rhymes with none. The same word again is no rhyme, unless another word rhymes with both. Letters begin anew in each section; a section sung again (its lines end on the same words) has the letters of the first time, and its words are in the same groups',
    ),
  lines: z.array(z.int().nonnegative()).describe('the lines that the letters stand for'),
  language: z
    .string()
    .nullable()
    .describe(
      'ISO 639-1 code of the language by whose sounds the section was heard: en by a dictionary; es, pt, it, de, fr by their spelling; null: its language is not supported and its lines have no letters',
    ),
});

/** The part of a text that was not heard, for want of sounds. */
export const UnheardSchema = z.object({
  reason: z.literal('language_not_supported'),
  lines: z.int().positive().describe('lines whose words have no syllables, stresses or rhymes in the result'),
});

export const RhymeReportSchema = z.object({
  /**
   * Only the first part was analysed: the text has more than 2,000 words, or more than 300 that the dictionary lacks.
   */
  is_partial: z.boolean(),
  /** Of the main voice. */
  syllables: z.int().nonnegative(),
  /** Of asides: ad-libs and backing voices. */
  aside_syllables: z.int().nonnegative(),
  /** Syllables of the words of the main voice that take part in a rhyme. */
  rhymed_syllables: z.int().nonnegative(),
  /** rhymed_syllables over syllables, 0-1; null without a syllable. */
  density: z.number().min(0).max(1).nullable(),
  /** Mean length in vowels of the longest match of each word among the 15 before it (Malmi et al. 2016). */
  malmi: z.number().nonnegative().nullable(),
  /** Share of stressed words that begin with the sound of one of the two stressed words before, 0-1. */
  alliteration: z.number().min(0).max(1).nullable(),
  /** Share of stressed syllables that repeat a stressed vowel of the four before, in the same line, 0-1. */
  assonance: z.number().min(0).max(1).nullable(),
  /** Rhyming pairs of the main voice by place: line end with line end, within a line, a line end with the inside of another. */
  counts: z.object({
    end: z.int().nonnegative(),
    internal: z.int().nonnegative(),
    chain: z.int().nonnegative(),
    multisyllabic: z.int().nonnegative(),
    mosaic: z.int().nonnegative(),
    repeated_ends: z
      .int()
      .nonnegative()
      .describe('lines that end on a word which ended one of the 4 lines before: repetition, not rhyme'),
  }),
  longest: MultiRhymeSchema.nullable(),
  groups: z
    .array(RhymeGroupSchema)
    .describe(
      'words that rhyme with one another. Of a section, the line ends in one group are those of one letter of its scheme',
    ),
  multis: z.array(MultiRhymeSchema),
  schemes: z.array(SectionSchemeSchema),
  unheard: UnheardSchema.nullable().describe('null if every line was heard'),
});

export type RhymeSpan = z.infer<typeof RhymeSpanSchema>;
export type RhymeGroup = z.infer<typeof RhymeGroupSchema>;
export type MultiRhyme = z.infer<typeof MultiRhymeSchema>;
export type SectionScheme = z.infer<typeof SectionSchemeSchema>;
export type Unheard = z.infer<typeof UnheardSchema>;
export type RhymeReport = z.infer<typeof RhymeReportSchema>;
