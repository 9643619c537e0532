import { z } from '@hono/zod-openapi';
import { NamedAnalysis } from './analysis.ts';
import { omissible } from './examples.ts';
import { FacetCountsSchema, facetsParam } from './facets.ts';
import { filterQuery } from './filters.ts';
import { orNull } from './or-null.ts';
import { page, pageQuery } from './paging.ts';
import { booleanParam, integerParam, withDefault } from './parameters.ts';
import { filledText } from './text.ts';

export const TrackSchema = z
  .object({
    id: z.int(),
    genius_id: z.int().nullable(),
    artist_id: z.int(),
    artist: z.string(),
    title: z.string(),
    album: z.string().nullable(),
    featured: z.array(z.string()),
    release_date: z.string().nullable(),
    release_date_precision: z.string().nullable(),
    language: z.string().nullable(),
    explicit: z.boolean().nullable(),
    url: z.string().nullable(),
    spotify_url: z.string().nullable().openapi({ description: 'Link back to Spotify, for attribution' }),
    lyrics_state: z.string(),
    duplicate_of: z.int().nullable().openapi({ description: 'The track that this one nearly duplicates' }),
    duration_ms: z.int().nullable(),
    embedding_status: z.string(),
    analysis_status: z.string(),
  })
  .openapi('Track');

export const SectionSchema = z
  .object({
    kind: z.string(),
    label: z.string(),
    number: z.int().nullable(),
    performers: z.array(z.string()),
    repeat: z.int(),
    header_line: z.int().nullable(),
    start_line: z.int(),
    end_line: z.int(),
  })
  .openapi('Section', { description: 'Lines are counted from 0; end_line is not part of the section' });

export const SnippetSchema = z
  .object({
    text: z.string().openapi({
      description: 'At most two lines and 160 characters; longer lines are cut at word boundaries',
    }),
    start_line: z.int(),
    end_line: z.int(),
  })
  .openapi('Snippet');

/** If lyrics are not public, each caller has a daily (UTC) budget of lines per song and for all songs. */
export const WithheldSchema = z
  .enum(['budget'])
  .nullable()
  .openapi({
    description:
      'budget: lyrics are not public here, and the caller has used up the lines per UTC day for this song, or for all ' +
      'songs. Lines that were shown before stay visible and cost nothing.',
  });

export const TrackDetailSchema = TrackSchema.extend({
  lyrics: z.string().nullable().openapi({ description: 'The full text, or null if it may not be shown' }),
  lyrics_available: z.boolean(),
  snippet: orNull(SnippetSchema).openapi({
    description: 'The first lines of the song; null if `withheld` gives a reason',
  }),
  withheld: WithheldSchema,
  sections: z.array(SectionSchema).openapi({
    description: 'If lyrics are not public, header lines show only section names and credited artists',
  }),
  asides: z.array(z.object({ line: z.int(), start: z.int(), end: z.int() })).openapi({
    description:
      'Stretches of `lyrics` that are not the main voice (ad-libs, backing voices), with their brackets: UTF-16 offsets, ' +
      'end exclusive; empty if `lyrics` is null',
  }),
  lyrics_evidence: z.string().nullable().openapi({ description: 'The evidence for lyrics_state' }),
  scrape_failure: z
    .object({
      outcome: z.enum(['parse_error', 'not_found', 'text_lost', 'text_cut', 'failed']),
      error: z.string(),
      failures: z.int().openapi({ description: 'Consecutive failures' }),
      failed_at: z.string(),
    })
    .nullable()
    .openapi({ description: 'Why the last scrape did not update the stored text; null if it read the page' }),
  isrc: z.string().nullable(),
  embedding_model: z.string().nullable(),
  scraped_at: z.string().nullable(),
  updated_at: z.string(),
  analysis: orNull(NamedAnalysis),
  analysis_status: z.string().openapi({
    description:
      'As in lists, or unreadable: another version stored the analysis in a shape that this one does not know, so ' +
      '`analysis` is null',
  }),
  analysis_is_current: z
    .boolean()
    .nullable()
    .openapi({
      description:
        'Whether the analysis was made with the analyser, model, prompt and engine that the catalogue is analysed with ' +
        'now. If not, the schedule has it made again; this one, whose provenance names what made it, stands until ' +
        'then. Null without an analysis',
    }),
  words_withheld: z.boolean().openapi({
    description:
      'Lyrics are not public: the analysis contains no words of them (rhyming words and names that are not on a public ' +
      'list are empty, a summary that quotes is null), only positions, counts and scores',
  }),
}).openapi('TrackDetail');

const MAX_ID = 2_147_483_647;

export const TrackListQuery = z.strictObject({
  ids: z
    .string()
    .regex(/^[1-9]\d{0,9}(,[1-9]\d{0,9}){0,99}$/, {
      message: 'must be up to 100 ids with commas between them, such as 1,2',
    })
    .transform((list) => list.split(',').map(Number))
    .refine((ids) => ids.every((id) => id <= MAX_ID), { message: `must hold no id above ${MAX_ID}` })
    .optional()
    .openapi({
      type: 'string',
      pattern: '^[1-9]\\d{0,9}(,[1-9]\\d{0,9}){0,99}$',
      ...omissible('Only these songs, up to 100; those that are missing are left out', '1,2'),
    }),
  name: filledText(3, 100)
    .optional()
    .openapi(
      omissible(
        'A part of artist and title, as somebody types it: words in their order, of which each may be a part',
        'snow emer',
      ),
    ),
  ...filterQuery,
  facets: facetsParam('all songs of the list'),
  ...pageQuery,
});

export const TrackPageSchema = page(TrackSchema)
  .extend({
    total: z.int().nullable().openapi({
      description: 'Songs of all pages; null unless `facets` are requested',
      example: 17,
    }),
    facets: FacetCountsSchema.openapi({
      description: 'Counts over the songs of all pages; null unless requested',
      example: { decade: [{ value: '1990', count: 17 }] },
    }),
  })
  .openapi('TrackPage');

const WEIGHT = String.raw`(0|[1-9]\d{0,3})(\.\d{1,6})?`;
const WEIGHTS_PATTERN = new RegExp(`^${WEIGHT},${WEIGHT},${WEIGHT}$`);
const weight = z.number().max(1000);

/** At most six decimal places: a product of smaller weights could underflow in the database. */
const WEIGHTS = z
  .string()
  .regex(WEIGHTS_PATTERN, { message: 'must be three numbers such as 0.6,0.2,0.2' })
  .transform((list) => list.split(',').map(Number))
  .pipe(z.tuple([weight, weight, weight]))
  .refine((weights) => weights.some((one) => one > 0), { message: 'at least one must be above 0' })
  .transform(([lyrics, audio, analysis]) => ({ lyrics, audio, analysis }));

export const SimilarQuery = z.strictObject({
  by: z
    .enum(['lyrics', 'audio', 'analysis', 'combined'])
    .default('lyrics')
    .openapi({ description: 'What to compare: the words, the sound, the analyses, or all three' }),
  weights: WEIGHTS.optional().openapi({
    type: 'string',
    pattern: WEIGHTS_PATTERN.source,
    ...omissible(
      'With by=combined: weights of lyrics, audio and analysis, each 0 to 1000, not all 0',
      '0.6,0.2,0.2',
    ),
  }),
  exclude_artist: withDefault(booleanParam(), false).openapi({
    description: "Exclude the artist's own songs",
  }),
  ...filterQuery,
  limit: withDefault(integerParam({ min: 1, max: 50 }), 10).openapi({
    description: 'Maximum number of songs',
  }),
});

export const MoodSchema = z
  .object({
    words: z.number().nullable().openapi({ description: 'Sentiment of the analysis, -1 to 1' }),
    music: z.number().nullable().openapi({ description: 'Valence of the sound, -1 to 1' }),
  })
  .openapi('Mood');

export const SimilarSchema = z
  .object({
    track_id: z.int(),
    by: z.string(),
    reason: z.string().nullable().openapi({ description: 'no_vector: this song has no vector to compare' }),
    items: z.array(
      TrackSchema.extend({
        score: z.number(),
        lyrics_similarity: z.number().nullable(),
        audio_similarity: z.number().nullable(),
        analysis_similarity: z.number().nullable(),
        mood: MoodSchema,
      }),
    ),
  })
  .openapi('SimilarTracks');
