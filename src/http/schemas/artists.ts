import { z } from '@hono/zod-openapi';
import { orNull } from './or-null.ts';
import { page, pageQuery } from './paging.ts';
import { integerParam, withDefault } from './parameters.ts';
import { filledText } from './text.ts';

const share = z.number().min(0).max(1);

const ArtistFacts = {
  id: z.int(),
  name: z.string(),
  genius_id: z.int().nullable(),
  url: z.string().nullable(),
  image_url: z.string().nullable(),
};

export const ArtistListQuery = z.strictObject({
  name: filledText(1, 300)
    .optional()
    .openapi({ description: 'Part of a name; tolerates small spelling mistakes', example: 'Marlow' }),
  sort: z.enum(['name', 'tracks']).default('name').openapi({
    description: 'By name, or by number of tracks (largest first), as counted for the first page',
  }),
  ...pageQuery,
});

export const ArtistPageSchema = page(
  z.object({ ...ArtistFacts, tracks: z.int() }).openapi('ArtistListItem'),
).openapi('ArtistPage');

const MeanSchema = z
  .object({
    mean: z.number().nullable(),
    songs: z.int().openapi({ description: 'Songs that have the measure' }),
  })
  .openapi('Mean');

const CountSchema = z.object({ value: z.string(), count: z.int(), share }).openapi('Count');
export const counts = z.array(CountSchema);

const ThemesSchema = z
  .object({
    songs: z.int(),
    undated: z.int(),
    shares: counts.openapi({ description: 'Shares of the songs; a song can have several themes' }),
    years: z.array(z.object({ year: z.int(), songs: z.int(), shares: counts })),
  })
  .openapi('ThemesOverYears');

const VocabularySchema = z
  .object({
    lines: z
      .literal('once')
      .openapi({ description: 'A line repeated within its song counts once, so choruses count once' }),
    order: z.literal('release').openapi({ description: 'Songs in order of release, undated ones last' }),
    tokens: z.int().openapi({ description: 'Words read, at most 35,000' }),
    types_in_first: z
      .array(
        z.object({
          tokens: z.int(),
          types: z.int().nullable(),
          reason: z.enum(['too_few_tokens']).nullable(),
        }),
      )
      .openapi({
        description: 'Different words among the first tokens, at the same token counts for every artist',
      }),
    mtld: MeanSchema,
    mattr: MeanSchema,
  })
  .openapi('ArtistVocabulary');

const RhymeSchema = z
  .object({
    density: MeanSchema,
    malmi: MeanSchema,
    multisyllabic_per_100_syllables: z.number().nullable(),
    pairs: z.int().openapi({ description: 'Rhyming pairs; the shares are relative to their number' }),
    end_share: share.nullable(),
    internal_share: share.nullable(),
    chain_share: share
      .nullable()
      .openapi({ description: 'A line end that rhymes with a word inside another line' }),
    longest: z
      .object({
        track_id: z.int(),
        title: z.string(),
        syllables: z.int(),
        first: z.string().openapi({ description: 'Empty if lyrics are not public' }),
        second: z.string(),
      })
      .nullable(),
    quatrains: z.int(),
    schemes: counts.openapi({
      description: 'End rhymes of four lines, from the first of a section; "-" rhymes with none',
    }),
  })
  .openapi('ArtistRhyme');

export const yearsOfSongs = z.object({
  first: z.int().nullable(),
  last: z.int().nullable(),
  undated: z.int(),
});
const sharesOfSongs = z.object({ songs: z.int(), shares: counts });

const ArtistProfileSchema = z
  .object({
    songs: z.int().openapi({ description: 'Songs with lyrics; edits and near-duplicates count once' }),
    analysed: z.int(),
    is_partial: z
      .boolean()
      .openapi({ description: 'The artist has more than 2,000 songs; only the first 2,000 are counted' }),
    years: yearsOfSongs,
    analyzers: z
      .array(
        z.object({
          analyzer: z.string(),
          model_version: z.string(),
          prompt_version: z.string(),
          songs: z.int(),
          degraded: z.int(),
        }),
      )
      .openapi({
        description: 'Which analysers made them; the latest analysis of each song that is not a fallback',
      }),
    vocabulary: VocabularySchema,
    rhyme: RhymeSchema,
    flow: z.object({
      syllables_per_line: MeanSchema,
      regularity: MeanSchema,
      stress_regularity: MeanSchema,
      repeated_lines: MeanSchema,
    }),
    sentiment: z.object({ score: MeanSchema, labels: sharesOfSongs }),
    explicit: z.object({
      ratings: sharesOfSongs.openapi({ description: 'Rated by the words' }),
      flagged: MeanSchema.openapi({ description: 'Share of songs that their source marks as explicit' }),
    }),
    scores: z.object({ complexity: MeanSchema, quality: MeanSchema }),
    themes: ThemesSchema,
  })
  .openapi('ArtistProfile');

export const ArtistQuery = z.strictObject({
  nearest: withDefault(integerParam({ min: 1, max: 50 }), 5).openapi({
    description: 'Number of nearest artists to return',
  }),
});

export const ArtistSchema = z
  .object({
    ...ArtistFacts,
    spotify_id: z.string().nullable(),
    counts: z.object({
      tracks: z.int(),
      duplicates: z.int().openapi({ description: 'Tracks that nearly repeat another' }),
      albums: z.int(),
      featured_on: z.int(),
    }),
    computed_at: z.string().nullable(),
    is_current: z.boolean().openapi({ description: 'Whether the profile is up to date with the songs' }),
    profile: orNull(ArtistProfileSchema),
    percentiles: z
      .array(
        z.object({
          measure: z.string(),
          value: z.number(),
          percentile: share.nullable().openapi({ description: 'Null with fewer than 5 artists' }),
          artists: z.int(),
        }),
      )
      .openapi({
        description: 'Rank among the other artists with at least 5 analysed songs; 0.5 is the middle',
      }),
    nearest_artists: z.array(
      z.object({
        by: z.enum(['lyrics', 'analysis']),
        own_songs: z.int(),
        compared: z.int().openapi({ description: 'Number of artists compared, each with at least 3 songs' }),
        items: z
          .array(z.object({ id: z.int(), name: z.string(), similarity: z.number(), songs: z.int() }))
          .openapi({ description: 'By the cosine of the mean song vectors' }),
      }),
    ),
  })
  .openapi('Artist');
