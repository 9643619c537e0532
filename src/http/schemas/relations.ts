import { z } from '@hono/zod-openapi';
import { orNull } from './or-null.ts';

const PersonSchema = z
  .object({
    name: z.string(),
    genius_id: z.int().nullable(),
    artist_id: z.int().nullable().openapi({ description: 'The artist in this catalogue, if there is one' }),
  })
  .openapi('CreditedPerson');

const AlbumSchema = z
  .object({
    id: z.int(),
    genius_id: z.int().nullable(),
    name: z.string(),
    url: z.string().nullable(),
    release_date: z.string().nullable(),
  })
  .openapi('Album');

const RelatedSongSchema = z
  .object({
    relation: z.string().openapi({
      description: 'Name of the relation at Genius, as seen from this track',
      example: 'samples',
    }),
    genius_id: z.int(),
    title: z.string(),
    artist: z.string(),
    url: z.string().nullable(),
    track_id: z.int().nullable().openapi({ description: 'The track in this catalogue, if there is one' }),
  })
  .openapi('RelatedSong');

export const TrackRelationsSchema = z
  .object({
    track_id: z.int(),
    artist: z.string(),
    title: z.string(),
    album: orNull(AlbumSchema),
    credits: z.object({
      primary: z.array(PersonSchema),
      featured: z.array(PersonSchema),
      writers: z.array(PersonSchema),
      producers: z.array(PersonSchema),
      others: z.array(PersonSchema.extend({ role: z.string() })),
    }),
    tags: z.array(z.string()),
    relations: z.array(RelatedSongSchema).openapi({
      description: 'Samples, interpolations, remixes, covers, translations, in both directions',
    }),
  })
  .openapi('TrackRelations');
