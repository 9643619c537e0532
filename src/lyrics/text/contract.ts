import { z } from 'zod';
import { SECTION_KINDS } from './header-words.ts';

/** A share of the whole. */
export const share = z.number().min(0).max(1);
/** A line of the analysed text. */
export const line = z
  .int()
  .nonnegative()
  .describe(
    '0-based index into the lines of the text, which end at LF, CR, CRLF, VT, FF, NEL, U+2028 or U+2029',
  );
const code = z.string().describe('ISO 639-1, ISO 639-3 where it has no code');

export const LanguageSchema = z.object({
  code,
  confidence: share.describe('share of the letters in this language, times how clearly it shows'),
  script: z
    .literal('Latn')
    .optional()
    .describe('the text is romanised: in Latin letters although the language has a script of its own'),
});

/** Languages of a text or a part of it, the largest share first. */
export const LanguageSharesSchema = z.array(z.object({ code, share }));

export const SectionSchema = z.object({
  kind: z.enum(SECTION_KINDS),
  label: z.string(),
  number: z.int().nullable(),
  performers: z.array(z.string()),
  repeat: z.int().min(1),
  header_line: line.nullable(),
  start_line: line,
  end_line: line.describe('exclusive'),
  languages: LanguageSharesSchema.optional().describe(
    'languages of its lines by share of the letters; empty if none is known',
  ),
});
