import { z } from 'zod';

/** Genius ids fit Postgres' `integer`; a larger one is damaged data. */
export const MAX_GENIUS_ID = 2_147_483_647;

export const GeniusIdSchema = z.int().positive().max(MAX_GENIUS_ID);

const text = z.string().nullish().catch(null);
const flag = z.boolean().nullish().catch(null);
const id = GeniusIdSchema.nullish().catch(null);
const epochSeconds = z.int().nonnegative().nullish().catch(null);

/** Keeps the entries that parse, so that one damaged entry does not lose the others; null if there is no list. */
function tolerantArray<Entry extends z.ZodType>(entry: Entry) {
  return z
    .array(z.unknown())
    .nullish()
    .catch(null)
    .transform(
      (entries): z.output<Entry>[] | null =>
        entries?.flatMap((value) => {
          const parsed = entry.safeParse(value);
          return parsed.success ? [parsed.data] : [];
        }) ?? null,
    );
}

export const GeniusArtistSchema = z.looseObject({
  id: GeniusIdSchema,
  name: z.string(),
  url: text,
  image_url: text,
  is_verified: flag,
});
export type GeniusArtist = z.infer<typeof GeniusArtistSchema>;

const DateComponentsSchema = z.looseObject({
  year: z.int().nullish().catch(null),
  month: z.int().nullish().catch(null),
  day: z.int().nullish().catch(null),
});

/** A song as in lists and search hits. Old replies contain only id, title and artist. */
export const GeniusSongStubSchema = z.looseObject({
  id: GeniusIdSchema,
  title: z.string(),
  title_with_featured: text,
  artist_names: text,
  url: text,
  path: text,
  language: text,
  lyrics_state: text,
  instrumental: flag,
  lyrics_updated_at: epochSeconds,
  release_date_components: DateComponentsSchema.nullish().catch(null),
  primary_artist: GeniusArtistSchema.nullish().catch(null),
  primary_artists: tolerantArray(GeniusArtistSchema),
  featured_artists: tolerantArray(GeniusArtistSchema),
});
export type GeniusSongStub = z.infer<typeof GeniusSongStubSchema>;

const AlbumSchema = z.looseObject({
  id: GeniusIdSchema,
  name: z.string(),
  url: text,
  cover_art_url: text,
  release_date_for_display: text,
  release_date_components: DateComponentsSchema.nullish().catch(null),
  artist: GeniusArtistSchema.nullish().catch(null),
});

const RelationSchema = z.looseObject({
  relationship_type: text,
  type: text,
  songs: tolerantArray(GeniusSongStubSchema),
});

const MediaSchema = z.looseObject({ provider: z.string(), url: text, native_uri: text });
const TagSchema = z.looseObject({ id, name: z.string(), primary: flag });
const PerformanceSchema = z.looseObject({ label: z.string(), artists: tolerantArray(GeniusArtistSchema) });
const TranslationSchema = z.looseObject({
  id: GeniusIdSchema,
  language: text,
  title: text,
  path: text,
  url: text,
});

export const GeniusSongSchema = GeniusSongStubSchema.extend({
  release_date: text,
  album: AlbumSchema.nullish().catch(null),
  explicit: flag,
  annotation_count: z.int().nonnegative().nullish().catch(null),
  apple_music_id: text,
  spotify_uuid: text,
  song_art_image_url: text,
  stats: z
    .looseObject({ pageviews: z.int().nonnegative().nullish().catch(null), hot: flag })
    .nullish()
    .catch(null),
  producer_artists: tolerantArray(GeniusArtistSchema),
  writer_artists: tolerantArray(GeniusArtistSchema),
  custom_performances: tolerantArray(PerformanceSchema),
  song_relationships: tolerantArray(RelationSchema),
  translation_songs: tolerantArray(TranslationSchema),
  media: tolerantArray(MediaSchema),
  tags: tolerantArray(TagSchema),
  primary_tag: TagSchema.nullish().catch(null),
  description_annotation: z
    .looseObject({
      annotatable: z
        .looseObject({
          client_timestamps: z.looseObject({ lyrics_updated_at: epochSeconds }).nullish().catch(null),
        })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});
export type GeniusSong = z.infer<typeof GeniusSongSchema>;

export const SearchResponseSchema = z.looseObject({
  hits: z.array(z.looseObject({ type: text, index: text, result: z.unknown().optional() })),
});

export const ArtistSongsResponseSchema = z.looseObject({
  songs: z.array(z.unknown()),
  next_page: z.int().positive().nullish(),
});

/** The envelope of every reply: `meta` always, `response` if a result was found. */
export const EnvelopeSchema = z.looseObject({
  meta: z.looseObject({ status: z.int(), message: text }),
  response: z.unknown().optional(),
});
