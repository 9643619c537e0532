import { z } from '@hono/zod-openapi';
import { pageQuery } from './paging.ts';
import { filledText } from './text.ts';
import { filterQuery, SnippetSchema, TrackSchema } from './tracks.ts';

export const SearchQuery = z.strictObject({
  q: filledText(1, 500).openapi({ description: 'Words, a "quoted phrase", or a question in plain language' }),
  mode: z
    .enum(['hybrid', 'semantic', 'lexical'])
    .default('hybrid')
    .openapi({ description: 'By meaning, by words, or both merged by reciprocal rank fusion' }),
  ...filterQuery,
  ...pageQuery,
  limit: z.coerce.number().int().min(1).max(50).default(10).openapi({ description: 'Hits a page' }),
});

export const SearchHitSchema = z
  .object({
    track: TrackSchema,
    score: z.number(),
    snippet: SnippetSchema.nullable(),
    why: z.object({
      similarity: z.number().nullable().openapi({
        description: 'Mean cosine similarity of the query with the song and with its best passage',
      }),
      lexical_rank: z
        .number()
        .nullable()
        .openapi({ description: 'Share of the words found, plus ts_rank_cd scaled to 0-1' }),
      matched_words: z.array(z.string()),
      passage: z
        .object({ start_line: z.int(), end_line: z.int() })
        .nullable()
        .openapi({ description: 'The lines nearest to the query in meaning' }),
    }),
  })
  .openapi('SearchHit');

export const SearchSchema = z
  .object({
    query: z.string(),
    mode: z.enum(['hybrid', 'semantic', 'lexical']).openapi({ description: 'What was used' }),
    degraded: z.boolean(),
    reason: z.string().nullable().openapi({ description: 'Why less was used than was asked for' }),
    embedding_model: z.string().nullable(),
    items: z.array(SearchHitSchema),
    next_cursor: z.string().nullable(),
  })
  .openapi('SearchResults');
