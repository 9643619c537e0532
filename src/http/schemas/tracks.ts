import { z } from '@hono/zod-openapi';
import { NamedAnalysis } from './analysis.ts';
import { languageCode, sentimentLabel, themeLabel } from './labels.ts';
import { orNull } from './or-null.ts';
import { page, pageQuery } from './paging.ts';
import { booleanParam, decimalParam, integerParam, withDefault } from './parameters.ts';
import { text } from './text.ts';

const year = integerParam({ min: 1900, max: 2100 });

/** What searches and lists can be narrowed by. */
export const filterQuery = {
  artist: text(1, 300)
    .optional()
    .openapi({ description: 'Name of the artist, upper and lower case alike', example: 'Marlow Vane' }),
  featured: text(1, 300)
    .optional()
    .openapi({ description: 'Name of a featured artist', example: 'Paloma Quill' }),
  album: text(1, 300)
    .optional()
    .openapi({ description: 'Name of the album, upper and lower case alike', example: 'Thaw' }),
  decade: integerParam({ min: 1900, max: 2090 })
    .refine((year) => year % 10 === 0, { message: 'must be the first year of a decade, such as 1990' })
    .optional()
    .openapi({ description: 'First year of the decade of release', multipleOf: 10, example: 1990 }),
  from_year: year.optional().openapi({ description: 'Released in this year or later', example: 1990 }),
  to_year: year.optional().openapi({ description: 'Released in this year or earlier', example: 2024 }),
  language: languageCode().optional(),
  explicit: booleanParam().optional().openapi({ description: 'Whether the source marks it as explicit' }),
  theme: themeLabel().optional(),
  sentiment: sentimentLabel().optional(),
  has_audio: booleanParam().optional().openapi({ description: 'Whether its sound is known' }),
  min_rhyme_density: decimalParam({ min: 0, max: 1 })
    .optional()
    .openapi({ description: 'Least share of rhymed syllables, by the analysis', example: 0.25 }),
  mood: z.enum(['agree', 'contrast']).optional().openapi({
    description:
      'Whether the mood of the words is that of the music: their scores, both -1 to 1, at most 0.5 apart',
  }),
};

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
    duplicate_of: z.int().nullable().openapi({ description: 'The track whose text this one nearly repeats' }),
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
      description:
        'At most two lines and 160 characters; of longer lines a part that begins and ends at a word',
    }),
    start_line: z.int(),
    end_line: z.int(),
  })
  .openapi('Snippet');

/** Where lyrics are not public each caller is shown so many lines of a song, and of all songs, a UTC day. */
export const WithheldSchema = z
  .enum(['budget'])
  .nullable()
  .openapi({
    description:
      'budget: lyrics are not public here, and the caller has been shown as many lines of this song, or of all songs, as ' +
      'one is shown in a UTC day. Lines that were shown before stay visible and cost nothing.',
  });

export const TrackDetailSchema = TrackSchema.extend({
  lyrics: z.string().nullable().openapi({ description: 'The full text, where it may be shown; else null' }),
  lyrics_available: z.boolean(),
  snippet: orNull(SnippetSchema).openapi({
    description: 'How the song begins; null where withheld says why',
  }),
  withheld: WithheldSchema,
  sections: z.array(SectionSchema).openapi({
    description:
      'Where lyrics are not public without words of the header lines, but for section names and credited artists',
  }),
  lyrics_evidence: z.string().nullable().openapi({ description: 'Why lyrics_state is what it is' }),
  scrape_failure: z
    .object({
      outcome: z.enum(['parse_error', 'not_found', 'text_lost', 'text_cut', 'failed']),
      error: z.string(),
      failures: z.int().openapi({ description: 'In a row' }),
      failed_at: z.string(),
    })
    .nullable()
    .openapi({ description: 'Why the last scrape left the stored text as it was; null if it read the page' }),
  isrc: z.string().nullable(),
  embedding_model: z.string().nullable(),
  scraped_at: z.string().nullable(),
  updated_at: z.string(),
  analysis: orNull(NamedAnalysis),
  words_withheld: z.boolean().openapi({
    description:
      'Lyrics are not public: the analysis holds no words of them (rhyming words and names that are on no public list ' +
      'are empty, a summary that quotes is null), but their places, counts and scores',
  }),
}).openapi('TrackDetail');

export const TrackListQuery = z.strictObject({ ...filterQuery, ...pageQuery });
export const TrackPageSchema = page(TrackSchema).openapi('TrackPage');

const WEIGHT = String.raw`(0|[1-9]\d{0,3})(\.\d{1,6})?`;
const WEIGHTS_PATTERN = new RegExp(`^${WEIGHT},${WEIGHT},${WEIGHT}$`);
const weight = z.number().max(1000);

/** Six decimal places at most: a product of smaller weights could underflow in the database. */
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
    .openapi({ description: 'What is compared: the words, the sound, the analyses, or all three' }),
  weights: WEIGHTS.optional().openapi({
    type: 'string',
    pattern: WEIGHTS_PATTERN.source,
    description: 'With by=combined: weights of lyrics, audio and analysis, each 0 to 1000, not all 0',
    example: '0.6,0.2,0.2',
  }),
  exclude_artist: withDefault(booleanParam(), false).openapi({
    description: "Leave the artist's own songs out",
  }),
  ...filterQuery,
  limit: withDefault(integerParam({ min: 1, max: 50 }), 10).openapi({ description: 'Songs at most' }),
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
    reason: z
      .string()
      .nullable()
      .openapi({ description: 'no_vector: nothing this song could be compared by' }),
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
