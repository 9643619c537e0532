import { z } from 'zod';

/** Spotify ids are 22 base-62 digits. */
export const SpotifyIdSchema = z.string().regex(/^[0-9A-Za-z]{22}$/);

const text = z.string().nullish().catch(null);
const flag = z.boolean().nullish().catch(null);
const count = z.int().nonnegative().nullish().catch(null);

const ArtistSchema = z.looseObject({ id: SpotifyIdSchema.nullish().catch(null), name: z.string() });
const ImageSchema = z.looseObject({ url: z.string(), width: count, height: count });

export const SpotifyAlbumSchema = z.looseObject({
  id: SpotifyIdSchema.nullish().catch(null),
  name: z.string(),
  album_type: text,
  release_date: text,
  release_date_precision: text,
  total_tracks: count,
  images: z.array(ImageSchema).nullish().catch(null),
  artists: z.array(ArtistSchema).nullish().catch(null),
  external_urls: z.looseObject({ spotify: text }).nullish().catch(null),
});
export type SpotifyAlbum = z.infer<typeof SpotifyAlbumSchema>;

/** A track. All fields except id and name may be missing: some were removed in 2026, and more may follow. */
export const SpotifyTrackSchema = z.looseObject({
  id: SpotifyIdSchema,
  name: z.string(),
  artists: z.array(ArtistSchema).nullish().catch(null),
  album: SpotifyAlbumSchema.nullish().catch(null),
  duration_ms: count,
  explicit: flag,
  track_number: count,
  disc_number: count,
  popularity: z.number().min(0).max(100).nullish().catch(null),
  external_ids: z.looseObject({ isrc: text }).nullish().catch(null),
  external_urls: z.looseObject({ spotify: text }).nullish().catch(null),
});
export type SpotifyTrack = z.infer<typeof SpotifyTrackSchema>;

export const SearchResponseSchema = z.looseObject({
  tracks: z.looseObject({ items: z.array(z.unknown()) }).nullish(),
});

export const TokenResponseSchema = z.looseObject({
  access_token: z.string().min(1),
  token_type: z.string(),
  expires_in: z.number().positive(),
});

const unit = z.number().min(0).max(1).nullish().catch(null);

/** Audio features in the format of Spotify, which ReccoBeats still uses. */
export const AudioFeaturesSchema = z.looseObject({
  acousticness: unit,
  danceability: unit,
  energy: unit,
  instrumentalness: unit,
  liveness: unit,
  speechiness: unit,
  valence: unit,
  /** Decibels, usually -60 to 0. */
  loudness: z.number().min(-100).max(20).nullish().catch(null),
  /** Beats per minute; 0 means that none were detected. */
  tempo: z.number().positive().max(400).nullish().catch(null),
  /** Pitch class, 0 = C; Spotify's -1 means unknown. */
  key: z.int().min(0).max(11).nullish().catch(null),
  /** 1 major, 0 minor. */
  mode: z.int().min(0).max(1).nullish().catch(null),
});
