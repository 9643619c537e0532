import { z } from 'zod';
import { SourceError } from '../../lib/source-error.ts';
import { type AlbumFacts, parseAlbum, parseTrack, type TrackFacts } from './parse.ts';
import { SpotifyAlbumSchema, SpotifyTrackSchema } from './types.ts';

/** An album with the tracks of its first page. */
export interface AlbumPage extends AlbumFacts {
  tracks: TrackFacts[];
}

const AlbumPageSchema = SpotifyAlbumSchema.extend({
  tracks: z
    .looseObject({ items: z.array(z.unknown()) })
    .nullish()
    .catch(null),
});

/** Reads a full album; its tracks do not repeat the album, so it is added to each of them. */
export function readAlbumPage(value: unknown): AlbumPage {
  const parsed = AlbumPageSchema.safeParse(value);
  if (!parsed.success) throw new SourceError('bad_reply', 'not an album', { cause: parsed.error });
  const album = parseAlbum(parsed.data);
  const tracks = (parsed.data.tracks?.items ?? []).flatMap((item) => {
    const track = SpotifyTrackSchema.safeParse(item);
    return track.success ? [{ ...parseTrack(track.data), album }] : [];
  });
  return { ...album, tracks };
}
