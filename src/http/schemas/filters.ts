import { z } from '@hono/zod-openapi';
import { omissible } from './examples.ts';
import { languageCode, sentimentLabel, themeLabel } from './labels.ts';
import { booleanParam, decimalParam, integerParam } from './parameters.ts';
import { filledText } from './text.ts';

const year = integerParam({ min: 1900, max: 2100 });

/** The filters of searches and lists. */
export const filterQuery = {
  artist: filledText(1, 300)
    .optional()
    .openapi(
      omissible(
        'Name of the artist; case, accents, punctuation and a leading "the" do not matter',
        'Marlow Vane',
      ),
    ),
  featured: filledText(1, 300)
    .optional()
    .openapi(omissible('Name of a featured artist, compared like `artist`', 'Paloma Quill')),
  album: filledText(1, 300)
    .optional()
    .openapi(omissible('Name of the album, compared like `artist`', 'Thaw')),
  decade: integerParam({ min: 1900, max: 2090 })
    .refine((year) => year % 10 === 0, { message: 'must be the first year of a decade, such as 1990' })
    .optional()
    .openapi({ multipleOf: 10, ...omissible('First year of the decade of release', 1990) }),
  from_year: year.optional().openapi(omissible('Released in this year or later', 1990)),
  to_year: year.optional().openapi(omissible('Released in this year or earlier', 2024)),
  language: languageCode().optional(),
  explicit: booleanParam().optional().openapi({ description: 'Whether the source marks it as explicit' }),
  theme: themeLabel().optional(),
  sentiment: sentimentLabel().optional(),
  has_audio: booleanParam().optional().openapi({ description: 'Whether its audio features are known' }),
  min_rhyme_density: decimalParam({ min: 0, max: 1 })
    .optional()
    .openapi(omissible('Minimum share of rhymed syllables, from the analysis', 0.25)),
  mood: z.enum(['agree', 'contrast']).optional().openapi({
    description:
      'Whether words and music have the same mood: their scores, both -1 to 1, differ by at most 0.5',
  }),
};
