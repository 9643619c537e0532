import { z } from 'zod';
import { GeniusIdSchema } from './types.ts';

const LooseText = z.string().nullish().catch(null);
const LooseFlag = z.boolean().nullish().catch(null);
const LooseId = GeniusIdSchema.nullish().catch(null);

const StateBodySchema = z.looseObject({
  html: LooseText,
  children: z.array(z.unknown()).nullish().catch(null),
});

const LyricsDataSchema = z.looseObject({
  body: StateBodySchema.nullish().catch(null),
  lyricsPlaceholderReason: LooseText,
  clientTimestamps: z
    .looseObject({ lyricsUpdatedAt: z.int().nonnegative().nullish().catch(null) })
    .nullish()
    .catch(null),
});

const SongPageSchema = z.looseObject({
  song: LooseId,
  path: LooseText,
  title: LooseText,
  pageType: LooseText,
  lyricsData: LyricsDataSchema.nullish().catch(null),
});

const DateComponentsSchema = z.looseObject({
  year: z.int().nullish().catch(null),
  month: z.int().nullish().catch(null),
  day: z.int().nullish().catch(null),
});

const EntitySongSchema = z.looseObject({
  id: LooseId,
  title: LooseText,
  artistNames: LooseText,
  primaryArtist: LooseId,
  path: LooseText,
  url: LooseText,
  language: LooseText,
  lyricsState: LooseText,
  lyricsPlaceholderReason: LooseText,
  instrumental: LooseFlag,
  explicit: LooseFlag,
  isMusic: LooseFlag,
  releaseDateComponents: DateComponentsSchema.nullish().catch(null),
  lyricsUpdatedAt: z.int().nonnegative().nullish().catch(null),
});

const StateSchema = z.looseObject({
  songPage: SongPageSchema,
  entities: z
    .looseObject({
      songs: z.record(z.string(), z.unknown()).nullish().catch(null),
      artists: z.record(z.string(), z.unknown()).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

const EntityArtistSchema = z.looseObject({ id: LooseId, name: LooseText });

export type StateSong = z.infer<typeof EntitySongSchema>;
export type StateLyrics = z.infer<typeof LyricsDataSchema>;

export interface SongState {
  lyrics: StateLyrics | null;
  song: StateSong | null;
  songId: number | null;
  path: string | null;
  pageType: string | null;
  primaryArtistName: string | null;
}

function entityOf(entries: Record<string, unknown> | null | undefined, id: number | null): unknown {
  if (!entries) return null;
  if (id !== null) return Object.hasOwn(entries, String(id)) ? entries[String(id)] : null;
  const all = Object.values(entries);
  return all.length === 1 ? all[0] : null;
}

/** Selects the song's facts from a decoded page state; null if it is not the state of a song page. */
export function pickSongState(state: unknown): SongState | null {
  const parsed = StateSchema.safeParse(state);
  if (!parsed.success) return null;
  const { songPage, entities } = parsed.data;
  const songId = songPage.song ?? null;
  const song = EntitySongSchema.safeParse(entityOf(entities?.songs, songId)).data ?? null;
  const artistId = song?.primaryArtist ?? null;
  const artist = EntityArtistSchema.safeParse(
    artistId === null ? null : entityOf(entities?.artists, artistId),
  );
  return {
    lyrics: songPage.lyricsData ?? null,
    song,
    songId: songId ?? song?.id ?? null,
    path: songPage.path ?? song?.path ?? null,
    pageType: songPage.pageType ?? null,
    primaryArtistName: artist.data?.name ?? null,
  };
}
