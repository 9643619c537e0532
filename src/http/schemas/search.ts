import { z } from '@hono/zod-openapi';
import {
  MAX_CONFIRMED_TEXTS,
  MAX_HITS,
  MAX_PHRASE_CANDIDATES,
  MAX_PHRASES,
  MAX_RANKED_MATCHES,
  MAX_RANKED_OF_TWO,
  MAX_UNWANTED_WORDS,
  MAX_WORDS_WITH_OR,
} from '../../lib/search-limits.ts';
import { CONFIDENCES } from '../../services/search/confidence.ts';
import { phrasesIn, unwantedIn, unwantedPhrasesIn } from '../../services/search/read-query.ts';
import { FacetCountsSchema, facetsParam } from './facets.ts';
import { filterQuery } from './filters.ts';
import { orNull } from './or-null.ts';
import { pageQuery } from './paging.ts';
import { integerParam, withDefault } from './parameters.ts';
import { filledText } from './text.ts';
import { SnippetSchema, TrackSchema, WithheldSchema } from './tracks.ts';

export const SearchQuery = z.strictObject({
  q: filledText(1, 3000)
    .refine((q) => phrasesIn(q).length + unwantedPhrasesIn(q).length <= MAX_PHRASES, {
      message: `must not hold more than ${MAX_PHRASES} different phrases in quotation marks`,
    })
    .refine((q) => unwantedIn(q).length <= MAX_UNWANTED_WORDS, {
      message: `must not exclude more than ${MAX_UNWANTED_WORDS} words or phrases with a minus sign`,
    })
    .openapi({
      description: `Words, a "quoted phrase" (${MAX_PHRASES} different ones at most), -unwanted words or -"phrases" (${MAX_UNWANTED_WORDS} at most, beside wanted words), \`or\` (between up to ${MAX_WORDS_WITH_OR} words), a question in plain language, a pasted verse (with line breaks or more than 25 different words, in which quotation marks and dashes have no meaning), or the address of a song on Genius`,
      example: 'leaving a small town',
    }),
  mode: z.enum(['hybrid', 'semantic', 'lexical']).default('hybrid').openapi({
    description:
      'By meaning, by words, or both: a weighted mean of their scores, with songs that the query names first',
  }),
  ...filterQuery,
  facets: facetsParam('the hits'),
  ...pageQuery,
  limit: withDefault(integerParam({ min: 1, max: 50 }), 10).openapi({ description: 'Hits per page' }),
});

export const SearchHitSchema = z
  .object({
    track: TrackSchema,
    score: z.number().openapi({ description: 'Comparable only within one answer' }),
    confidence: z
      .enum(CONFIDENCES)
      .openapi({ description: 'Whether the song answers the query: `none` is only near it' }),
    components: z
      .object({
        semantic: z.number().nullable(),
        lexical: z.number().nullable(),
        name: z.number().openapi({
          description:
            '4 for artist and title, 3 title, 2 artist or title without its version, less for names that are like it',
        }),
      })
      .openapi({
        description:
          'Contributions of meaning, words and names to the score; null: not asked for, or the song has no vector',
      }),
    snippet: orNull(SnippetSchema).openapi({
      description: 'The lines with most of the words, otherwise the lines nearest in meaning',
    }),
    withheld: WithheldSchema,
    section: z
      .string()
      .nullable()
      .openapi({ description: 'The section of the withheld lines; null if nothing is withheld' }),
    why: z.object({
      reason: z.string().openapi({ description: 'The same as a sentence' }),
      similarity: z.number().nullable().openapi({
        description:
          'Mean cosine similarity of the query with the song and with its best passage; null if the song has no vector',
      }),
      lexical_rank: z.number().nullable().openapi({
        description:
          'What the words are worth, 0-1: frequent words little, names most, neighbours more; null by meaning alone',
      }),
      matched_words: z.array(z.string()),
      passage: z
        .object({ start_line: z.int(), end_line: z.int() })
        .nullable()
        .openapi({ description: 'The lines nearest to the query in meaning' }),
    }),
    versions: z
      .array(z.object({ id: z.int(), artist: z.string(), title: z.string(), album: z.string().nullable() }))
      .openapi({ description: 'Other rows of the same song: reissues, edits, re-uploads' }),
  })
  .openapi('SearchHit');

export const SearchSchema = z
  .object({
    query: z.string(),
    mode: z.enum(['hybrid', 'semantic', 'lexical']).openapi({ description: 'The mode that was used' }),
    degraded: z.boolean(),
    reason: z.string().nullable().openapi({
      description:
        'Why a different mode than the requested one was used, or why nothing was found: no_words (also if words are only excluded), only_common_words',
    }),
    embedding_model: z.string().nullable(),
    confidence: z.enum(CONFIDENCES).openapi({
      description:
        'Whether any of the best ten hits answers the query; `none`: nothing fits well, these songs are only the nearest',
    }),
    confidence_score: z.number().openapi({
      description: 'The same as a chance, 0-1, of the best of these hits; 0 without hits',
      example: 0.87,
    }),
    did_you_mean: z
      .object({
        query: z.string().nullable().openapi({
          description:
            'The query as it was probably meant; these hits are for it. Null: no word was corrected',
          example: 'pawn shop trumpet',
        }),
        words: z.array(z.object({ typed: z.string(), meant: z.string() })).openapi({
          description:
            'Words that neither the catalogue nor general English knows, and the known ones most likely meant by their spelling or sound',
          example: [{ typed: 'trumpit', meant: 'trumpet' }],
        }),
        artist: z
          .string()
          .nullable()
          .openapi({ description: 'The artist who was probably meant by a filter that no song passes' }),
      })
      .nullable()
      .openapi({ description: 'Null if nothing seems misspelt' }),
    total: z.int().openapi({
      description: `Hits of all pages, ${MAX_HITS} at most; by both, those of confidence weak or good, and the ten best whatever theirs is`,
    }),
    total_is_capped: z.boolean().openapi({
      description: `More songs match: a result ends after ${MAX_HITS} hits, and by words no more than ${MAX_RANKED_MATCHES} are ranked, ${MAX_RANKED_OF_TWO} if by meaning too. Of the songs that hold the words of a phrase ${MAX_PHRASE_CANDIDATES} are looked into, and the texts of ${MAX_CONFIRMED_TEXTS} read`,
    }),
    facets: FacetCountsSchema.openapi({ description: 'Counts over the hits of all pages, if requested' }),
    items: z.array(SearchHitSchema),
    next_cursor: z.string().nullable(),
  })
  .openapi('SearchResults');
