import { z } from '@hono/zod-openapi';
import { counts, yearsOfSongs } from './artists.ts';

const share = z.number().min(0).max(1);
const MAX_ID = 2_147_483_647;
const idList = z
  .string()
  .regex(/^[1-9]\d{0,9}(,[1-9]\d{0,9}){1,4}$/, {
    message: 'must be two to five ids with commas between them, such as 1,2',
  })
  .transform((list) => list.split(',').map(Number))
  .refine((ids) => ids.every((id) => id <= MAX_ID), { message: `must hold no id above ${MAX_ID}` })
  .refine((ids) => new Set(ids).size === ids.length, { message: 'must hold each id once' });

export const CompareArtistsQuery = z.strictObject({
  ids: idList.openapi({
    type: 'string',
    description: 'Two to five artists',
    example: '1,2',
    pattern: '^[1-9]\\d{0,9}(,[1-9]\\d{0,9}){1,4}$',
  }),
});

const measures = z.record(z.string(), z.number());
const song = z.object({ id: z.int(), title: z.string() });

export const ArtistComparisonSchema = z
  .object({
    artists: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        songs: z.int(),
        analysed: z.int(),
        years: yearsOfSongs,
        measures,
        themes: counts,
        computed_at: z.string().nullable(),
      }),
    ),
    pairs: z.array(
      z.object({
        first: z.int(),
        second: z.int(),
        lyrics_similarity: z.number().nullable(),
        analysis_similarity: z.number().nullable(),
        differences: measures.openapi({
          description: "The first artist's value minus the second's, for measures that both have",
        }),
        vocabulary: z
          .object({
            tokens: z
              .int()
              .nullable()
              .openapi({ description: 'Number of first words compared for both artists' }),
            first_types: z.int().nullable(),
            second_types: z.int().nullable(),
            shared_types: z.int().nullable(),
            jaccard: share.nullable(),
            reason: z.string().nullable(),
          })
          .openapi('VocabularyOverlap'),
        themes: z
          .object({
            overlap: share
              .nullable()
              .openapi({ description: 'Sum of the smaller shares divided by the sum of the larger ones' }),
            differences: z.array(
              z.object({ theme: z.string(), first: z.number(), second: z.number(), difference: z.number() }),
            ),
          })
          .openapi('ThemeOverlap'),
        nearest_songs: z.object({
          first_songs: z.int(),
          second_songs: z.int(),
          is_exact: z.boolean().openapi({
            description:
              'For an artist with more songs, only the 100 nearest to the other artist were compared',
          }),
          items: z.array(z.object({ first: song, second: song, similarity: z.number() })),
        }),
      }),
    ),
  })
  .openapi('ArtistComparison');
