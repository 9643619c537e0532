import { z } from 'zod';
import { SECTION_KINDS } from '../../lyrics/text/header-words.ts';

const FINDING_CODES = [
  'no_words',
  'placeholder',
  'few_words',
  'language_unknown',
  'language_not_english',
  'no_headers',
  'empty_section',
  'unclean_text',
  'instruction_line',
] as const;

/** An error makes the text unfit for analysis; a warning makes the analysis less reliable. */
const FindingSchema = z.object({
  code: z.enum(FINDING_CODES),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  line: z.int().nullable().describe('0-based; null: concerns the whole text'),
});

/** The stored result of validating a text. */
export const ValidationSchema = z.object({
  valid: z.boolean().describe('No finding is an error'),
  characters: z.int(),
  words: z.int(),
  lines: z.int().describe('Sung lines: lines with words that are not headers'),
  repeated_lines: z.int(),
  sections: z.array(
    z.object({
      kind: z.enum(SECTION_KINDS),
      label: z.string(),
      start_line: z.int(),
      end_line: z.int().describe('Exclusive'),
    }),
  ),
  language: z.object({ code: z.string(), confidence: z.number() }).nullable(),
  findings: z.array(FindingSchema),
});

export type Finding = z.infer<typeof FindingSchema>;
export type Validation = z.infer<typeof ValidationSchema>;
