import {
  dateFromComponents,
  dateFromDisplay,
  dateFromText,
  type ReleaseDate,
} from '../../lib/release-date.ts';
import { classifySong, type SongClass } from './classify.ts';
import type { GeniusArtist, GeniusSong, GeniusSongStub } from './types.ts';

export interface NamedArtist {
  geniusId: number;
  name: string;
}

export interface SongCredit extends NamedArtist {
  /** `writer`, `producer`, `featured`, or the label of a performance in lower case. */
  role: string;
}

export interface SongRelation {
  /** Genius' name for the relation: `samples`, `sampled_in`, `interpolates`, `remix_of`, `translation_of`, ... */
  type: string;
  geniusId: number;
  title: string;
  artist: string | null;
  language: string | null;
}

export interface SongFacts {
  geniusId: number;
  title: string;
  titleWithFeatured: string | null;
  artist: NamedArtist | null;
  artists: NamedArtist[];
  featured: NamedArtist[];
  album: {
    geniusId: number;
    name: string;
    url: string | null;
    releaseDate: ReleaseDate | null;
    artist: NamedArtist | null;
  } | null;
  credits: SongCredit[];
  relations: SongRelation[];
  tags: string[];
  language: string | null;
  lyricsState: string | null;
  instrumental: boolean | null;
  explicit: boolean | null;
  url: string | null;
  path: string | null;
  releaseDate: ReleaseDate | null;
  /** `spotify:track:...` or null. */
  spotifyTrackId: string | null;
  media: { provider: string; url: string }[];
  /** Epoch seconds; a change means that the lyrics have changed. */
  lyricsUpdatedAt: number | null;
  annotationCount: number | null;
  pageviews: number | null;
  class: SongClass;
  /** Lists that the reply omitted, which does not mean that they are empty. */
  silentOn: SilentPart[];
}

export type SilentPart = 'featured' | 'writer' | 'producer' | 'other' | 'relations' | 'translations' | 'tags';

const SPOTIFY_ID = /^[0-9A-Za-z]{22}$/;

/** The track id in a Spotify URI or link; null for albums and anything else. */
export function spotifyTrackIdOf(address: string | null | undefined): string | null {
  if (!address) return null;
  const id =
    /^spotify:track:([0-9A-Za-z]{22})$/.exec(address)?.[1] ??
    /^https?:\/\/open\.spotify\.com\/(?:intl-[a-z]+\/)?track\/([0-9A-Za-z]{22})(?:[/?#]|$)/.exec(
      address,
    )?.[1];
  return id ?? null;
}

function named(artist: GeniusArtist): NamedArtist {
  return { geniusId: artist.id, name: artist.name.replace(/\s+/g, ' ').trim() };
}

function creditsOf(song: GeniusSong): SongCredit[] {
  const credits = [
    ...(song.writer_artists ?? []).map((artist) => ({ role: 'writer', ...named(artist) })),
    ...(song.producer_artists ?? []).map((artist) => ({ role: 'producer', ...named(artist) })),
    ...(song.featured_artists ?? []).map((artist) => ({ role: 'featured', ...named(artist) })),
    ...(song.custom_performances ?? []).flatMap(({ label, artists }) =>
      (artists ?? []).map((artist) => ({ role: label.trim().toLowerCase(), ...named(artist) })),
    ),
  ];
  return [...new Map(credits.map((credit) => [`${credit.role} ${credit.geniusId}`, credit])).values()];
}

function relationOf(type: string, song: GeniusSongStub): SongRelation {
  return {
    type,
    geniusId: song.id,
    title: song.title,
    artist: song.primary_artist?.name ?? song.artist_names ?? null,
    language: song.language ?? null,
  };
}

function relationsOf(song: GeniusSong): SongRelation[] {
  const related = (song.song_relationships ?? []).flatMap((group) => {
    const type = group.relationship_type ?? group.type;
    return type ? (group.songs ?? []).map((other) => relationOf(type, other)) : [];
  });
  const translations = (song.translation_songs ?? []).map((other) => ({
    type: 'translations',
    geniusId: other.id,
    title: other.title ?? song.title,
    artist: null,
    language: other.language ?? null,
  }));
  const all = [...related, ...translations].filter((relation) => relation.geniusId !== song.id);
  return [...new Map(all.map((relation) => [`${relation.type} ${relation.geniusId}`, relation])).values()];
}

function spotifyTrackId(song: GeniusSong): string | null {
  const media = song.media?.find(({ provider }) => provider.toLowerCase() === 'spotify');
  const uuid = song.spotify_uuid && SPOTIFY_ID.test(song.spotify_uuid) ? song.spotify_uuid : null;
  return spotifyTrackIdOf(media?.native_uri) ?? spotifyTrackIdOf(media?.url) ?? uuid;
}

function albumOf(song: GeniusSong): SongFacts['album'] {
  const { album } = song;
  if (!album) return null;
  return {
    geniusId: album.id,
    name: album.name,
    url: album.url ?? null,
    releaseDate:
      dateFromComponents(album.release_date_components) ?? dateFromDisplay(album.release_date_for_display),
    artist: album.artist ? named(album.artist) : null,
  };
}

function tagsOf(song: GeniusSong): string[] {
  const names = [song.primary_tag, ...(song.tags ?? [])].flatMap((tag) =>
    tag ? [tag.name.trim().toLowerCase()] : [],
  );
  return [...new Set(names)].filter((name) => name !== '');
}

function silentParts(song: GeniusSong): SilentPart[] {
  const lists: Record<SilentPart, readonly unknown[] | null> = {
    featured: song.featured_artists,
    writer: song.writer_artists,
    producer: song.producer_artists,
    other: song.custom_performances,
    relations: song.song_relationships,
    translations: song.translation_songs,
    tags: song.tags,
  };
  return Object.entries(lists).flatMap(([part, list]) => (list === null ? [part as SilentPart] : []));
}

function artistsOf(song: GeniusSong): Pick<SongFacts, 'artist' | 'artists' | 'featured'> {
  const artist = song.primary_artist ? named(song.primary_artist) : null;
  const artists = (song.primary_artists ?? []).map(named);
  return {
    artist: artist ?? artists[0] ?? null,
    artists: artists.length > 0 || artist === null ? artists : [artist],
    featured: (song.featured_artists ?? []).map(named),
  };
}

/** A song of the API, converted to our types. */
export function parseSong(song: GeniusSong): SongFacts {
  const people = artistsOf(song);
  const timestamps = song.description_annotation?.annotatable?.client_timestamps;
  const path = song.path ?? (song.url ? (URL.parse(song.url)?.pathname ?? null) : null);
  return {
    geniusId: song.id,
    title: song.title,
    titleWithFeatured: song.title_with_featured ?? null,
    ...people,
    album: albumOf(song),
    credits: creditsOf(song),
    relations: relationsOf(song),
    tags: tagsOf(song),
    language: song.language ?? null,
    lyricsState: song.lyrics_state ?? null,
    instrumental: song.instrumental ?? null,
    explicit: song.explicit ?? null,
    url: song.url ?? null,
    path,
    releaseDate: dateFromComponents(song.release_date_components) ?? dateFromText(song.release_date),
    spotifyTrackId: spotifyTrackId(song),
    media: (song.media ?? []).flatMap(({ provider, url }) => (url ? [{ provider, url }] : [])),
    lyricsUpdatedAt: song.lyrics_updated_at ?? timestamps?.lyrics_updated_at ?? null,
    annotationCount: song.annotation_count ?? null,
    pageviews: song.stats?.pageviews ?? null,
    class: classifySong({
      title: song.title,
      artist: people.artist?.name,
      url: path,
      instrumental: song.instrumental,
    }),
    silentOn: silentParts(song),
  };
}
