import { z } from '@hono/zod-openapi';
import { RhymeReportSchema } from '../../lyrics/rhyme/contract.ts';
import { THEMES } from '../../lyrics/themes/theme-names.ts';
import { omissible } from './examples.ts';
import { integerParam, withDefault } from './parameters.ts';
import { filledText } from './text.ts';
import { WithheldSchema } from './tracks.ts';

export const RhymesQuery = z.strictObject({
  word: filledText(1, 60).openapi({ description: 'A word or a phrase', example: 'waiting' }),
  kind: z
    .enum(['perfect', 'near', 'multi'])
    .default('perfect')
    .openapi({ description: 'Same sound; similar sound; or at least two matching syllables' }),
  syllables: integerParam({ min: 1, max: 10 })
    .optional()
    .openapi(omissible('Only words with this number of syllables', 2)),
  topic: z.enum(THEMES).optional().openapi({ description: 'Only words that belong to this theme' }),
  limit: withDefault(integerParam({ min: 1, max: 100 }), 20).openapi({
    description: 'Maximum number of words',
  }),
});

export const RhymesSchema = z
  .object({
    word: z.string(),
    kind: z.enum(['perfect', 'near', 'multi']),
    bars_available: z.boolean().openapi({ description: 'Whether the catalogue could be queried' }),
    items: z.array(
      z.object({
        word: z.string(),
        score: z.number().openapi({ description: '1: the same sound from the rhyming vowel on' }),
        syllables: z.int(),
        matched: z.int().openapi({ description: 'Number of rhyming syllables, counted from the end' }),
        frequency: z
          .number()
          .openapi({ description: 'log2 of the number of uses in 51 million spoken words' }),
        bars: z.array(
          z.object({
            track_id: z.int(),
            artist: z.string(),
            title: z.string(),
            bar: z.string().openapi({
              description:
                'The last 160 characters of a line that ends on the word; empty if `withheld` gives a reason',
            }),
            withheld: WithheldSchema,
          }),
        ),
      }),
    ),
  })
  .openapi('Rhymes');

export const TrackRhymesSchema = z
  .object({
    track_id: z.int(),
    artist: z.string(),
    title: z.string(),
    words_withheld: z.boolean().openapi({
      description: 'Lyrics are not public: the words are empty, only positions and letters are given',
    }),
    rhyme: RhymeReportSchema.openapi('RhymeReport'),
  })
  .openapi('TrackRhymes');
