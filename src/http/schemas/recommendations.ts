import { z } from '@hono/zod-openapi';
import { languageCode, sentimentLabel, themeLabel } from './labels.ts';
import { filledText } from './text.ts';
import { TrackSchema } from './tracks.ts';

const MAX_TRACKS = 50;
const trackIds = z.array(z.int().positive().max(2_147_483_647)).max(MAX_TRACKS);
const year = z.int().min(1900).max(2100);

export const RecommendBody = z
  .strictObject({
    liked: trackIds.default([]).openapi({ description: 'Tracks that the results should be similar to' }),
    disliked: trackIds.default([]).openapi({ description: 'Tracks that the results should differ from' }),
    profile: filledText(3, 500).optional().openapi({
      description: 'A description of the songs wanted; required if no tracks are liked',
      example: 'hopeful songs about leaving a small town',
    }),
    exclude_artists: z
      .boolean()
      .default(false)
      .openapi({ description: 'Exclude songs by the artists of the liked tracks' }),
    diversity: z.number().min(0).max(1).default(0.3).openapi({
      description:
        'How much a song should differ from those ranked above it: 0 not at all, 1 only that counts',
    }),
    filters: z
      .strictObject({
        language: languageCode().optional(),
        explicit: z.boolean().optional(),
        from_year: year.optional(),
        to_year: year.optional(),
        theme: themeLabel().optional(),
        sentiment: sentimentLabel().optional(),
      })
      .default({}),
    limit: z.int().min(1).max(50).default(10),
  })
  .refine(({ liked, profile }) => liked.length > 0 || profile !== undefined, {
    path: ['liked'],
    message: 'name at least one liked track, or say in profile what is wanted',
  })
  .openapi({ example: { liked: [1], disliked: [], limit: 10 } });

export const RecommendAnswer = z
  .object({
    embedding_model: z.string(),
    not_compared: z.array(z.int()).openapi({ description: 'Given tracks whose analysis has no vector' }),
    items: z.array(
      z.object({
        track: TrackSchema,
        relevance: z.number().openapi({
          description:
            'How well it answers the request: what the description finds by words and meaning, and the likeness to the liked songs; comparable only within one answer',
        }),
        rank_by_relevance: z.int().openapi({ description: 'Its rank before the list was diversified' }),
        themes: z.array(z.string()),
        feelings: z
          .array(z.string())
          .openapi({ description: 'Felt clearly, by its analysis', example: ['sadness'] }),
        tone: z.string().nullable().openapi({ example: 'introspective' }),
        sentiment: z.string().nullable(),
        tags: z.array(z.string()).openapi({ example: ['storytelling'] }),
        shared: z
          .object({
            themes: z.array(z.string()),
            feelings: z.array(z.string()),
            tone: z.string().nullable(),
            sentiment: z.string().nullable(),
            tags: z.array(z.string()),
            words: z.array(z.string()).openapi({ description: 'Words of the description that it holds' }),
            language: z.string().nullable(),
            artist: z.string().nullable(),
            decade: z.int().nullable(),
            nearest_liked: z
              .object({ id: z.int(), similarity: z.number(), artist: z.string(), title: z.string() })
              .nullable(),
          })
          .openapi({ description: 'What it has in common with the liked tracks or with the description' }),
        reason: z.string().nullable().openapi({
          description: 'The same as a sentence; null: only the vectors are near',
          example: 'about loss grief; feeling sadness; says "father".',
        }),
      }),
    ),
  })
  .openapi('Recommendations');
