import { z } from 'zod';
import { UnheardSchema } from '../rhyme/contract.ts';

export const FlowLineSchema = z.object({
  /** 0-based number of the row. */
  line: z.int().nonnegative(),
  /** Of the main voice, as are syllables, stresses and pattern; 0 in a row that holds only an aside. */
  words: z.int().nonnegative(),
  syllables: z.int().nonnegative(),
  /** Syllables of asides: ad-libs and backing voices. */
  aside_syllables: z.int().nonnegative(),
  /** Stressed syllables. */
  stresses: z.int().nonnegative(),
  /** One mark per syllable: "/" stressed, "x" unstressed. */
  pattern: z.string(),
});

export const SpreadSchema = z.object({
  mean: z.number(),
  sd: z.number(),
  median: z.number(),
  min: z.int(),
  max: z.int(),
});

export const FlowReportSchema = z.object({
  /**
   * Only the first part was analysed: the text has more than 2,000 words, or more than 300 that the dictionary lacks.
   */
  is_partial: z.boolean(),
  /** Every sung row; the measures below are of the main voice and of the rows that it sings. */
  lines: z.array(FlowLineSchema),
  /** Null without a sung line. */
  syllables_per_line: SpreadSchema.nullable(),
  stresses_per_line: SpreadSchema.nullable(),
  /** 1 less the mean change of syllables from line to line over the mean line, at least 0; null below 2 lines. */
  regularity: z.number().min(0).max(1).nullable(),
  /** 1 / (1 + variance over mean of the gaps between stresses, in syllables); null below 3 stresses. */
  stress_regularity: z.number().min(0).max(1).nullable(),
  /** Share of lines by syllables: up to 4, 5-8, 9-12, 13-16, 17 and more. */
  length_profile: z.array(z.number().min(0).max(1)),
  /** Syllables between two places to breathe: a comma, a full stop, a line end. */
  breath: SpreadSchema.nullable(),
  /** Share of lines of the main voice that repeat an earlier one word for word. */
  repeated_lines: z.number().min(0).max(1).nullable(),
  /** Share of three-word runs of the main voice that occurred before. */
  repeated_trigrams: z.number().min(0).max(1).nullable(),
  unheard: UnheardSchema.nullable().describe(
    'null if every line was heard; unheard lines stay out of the measures of syllables',
  ),
});

export type FlowLine = z.infer<typeof FlowLineSchema>;
export type Spread = z.infer<typeof SpreadSchema>;
export type FlowReport = z.infer<typeof FlowReportSchema>;
