import { z } from '@hono/zod-openapi';
import { profileSchemas } from '../../services/artists/artist-profile.ts';
import { omissible } from './examples.ts';
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
    .openapi(omissible('Part of a name; tolerates small spelling mistakes', 'Marlow')),
  sort: z.enum(['name', 'tracks']).default('name').openapi({
    description: 'By name, or by number of tracks (largest first), as counted for the first page',
  }),
  ...pageQuery,
});

export const ArtistPageSchema = page(
  z.object({ ...ArtistFacts, tracks: z.int() }).openapi('ArtistListItem'),
).openapi('ArtistPage');

const schemas = profileSchemas((part, name) => part.openapi(name));
export const { counts, years: yearsOfSongs } = schemas;

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
    profile: orNull(schemas.profile),
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
