import { artistIdOf, type SiteCatalogue, type SiteSong } from './site-songs.ts';

const ORIGIN = 'https://genius.com';

export interface GeniusReply {
  status: number;
  body: object;
}

function reply(response: object): GeniusReply {
  return { status: 200, body: { meta: { status: 200 }, response } };
}

export function notFound(): GeniusReply {
  return { status: 404, body: { meta: { status: 404, message: '404 Not Found' } } };
}

function artistJson(name: string): object {
  const id = artistIdOf(name);
  return {
    api_path: `/artists/${id}`,
    id,
    name,
    url: `${ORIGIN}/artists/${encodeURIComponent(name.replaceAll(' ', '-'))}`,
    image_url: null,
    is_verified: false,
    is_meme_verified: false,
  };
}

function dateComponents(date: string | null): object | null {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  return year && month && day ? { year, month, day } : null;
}

function withFeatured(song: SiteSong): string {
  return song.featured.length === 0 ? song.title : `${song.title} (Ft. ${song.featured.join(', ')})`;
}

function stubJson(song: SiteSong): Record<string, unknown> {
  return {
    annotation_count: song.id % 9,
    api_path: `/songs/${song.id}`,
    artist_names: [song.artistName, ...song.featured].join(' & '),
    full_title: `${withFeatured(song)} by\u00a0${song.artistName.replaceAll(' ', '\u00a0')}`,
    id: song.id,
    instrumental: song.state === 'instrumental',
    lyrics_state: song.state === 'unreleased' ? 'unreleased' : 'complete',
    lyrics_updated_at: song.lyricsUpdatedAt,
    path: song.path,
    published: false,
    pyongs_count: null,
    release_date_components: dateComponents(song.releaseDate),
    title: song.title,
    title_with_featured: withFeatured(song),
    url: ORIGIN + song.path,
    featured_artists: song.featured.map(artistJson),
    primary_artist: artistJson(song.artistName),
    primary_artists: [artistJson(song.artistName)],
  };
}

const INVERSE: Readonly<Record<string, string>> = {
  remix_of: 'remixed_by',
  samples: 'sampled_in',
  interpolates: 'interpolated_by',
  translation_of: 'translations',
};

function relationships(catalogue: SiteCatalogue, song: SiteSong): object[] {
  const groups = new Map<string, SiteSong[]>();
  const note = (type: string, other: SiteSong | undefined): void => {
    if (other) groups.set(type, [...(groups.get(type) ?? []), other]);
  };
  if (song.relation) note(song.relation.type, catalogue.find(song.relation.artist, song.relation.title));
  for (const other of catalogue.songs.values()) {
    const back = other.relation;
    if (back?.artist === song.artistName && back.title === song.title)
      note(INVERSE[back.type] ?? back.type, other);
  }
  const named = [...Object.keys(INVERSE), ...Object.values(INVERSE)];
  return named.map((type) => ({
    relationship_type: type,
    type,
    songs: (groups.get(type) ?? []).map(stubJson),
  }));
}

function albumJson(song: SiteSong): object | null {
  if (song.album === null) return null;
  return {
    api_path: `/albums/${song.albumId}`,
    id: song.albumId,
    name: song.album,
    full_title: `${song.album} by ${song.artistName}`,
    url: `${ORIGIN}/albums/${song.albumId}`,
    cover_art_url: null,
    release_date_components: dateComponents(song.releaseDate),
    artist: artistJson(song.artistName),
  };
}

function songJson(catalogue: SiteCatalogue, song: SiteSong): object {
  // Two songs of three carry a link to Spotify; the others have to be searched for.
  const linked = song.id % 3 !== 0 && song.state !== 'unreleased';
  return {
    ...stubJson(song),
    language: song.language,
    explicit: song.explicit,
    release_date: song.releaseDate,
    album: albumJson(song),
    custom_performances: [],
    media: linked
      ? [
          {
            provider: 'spotify',
            type: 'audio',
            native_uri: `spotify:track:${song.spotifyTrackId}`,
            url: `https://open.spotify.com/track/${song.spotifyTrackId}`,
          },
        ]
      : [],
    producer_artists: song.producers.map(artistJson),
    writer_artists: song.writers.map(artistJson),
    song_relationships: relationships(catalogue, song),
    translation_songs: [],
    tags: song.tags.map((name, i) => ({
      name,
      primary: i === 0,
      url: `${ORIGIN}/tags/${encodeURIComponent(name)}`,
    })),
    stats: { hot: false, pageviews: (song.id % 90_000) + 100, unreviewed_annotations: 0 },
  };
}

function words(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}+/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function search(catalogue: SiteCatalogue, query: string): GeniusReply {
  const wanted = words(query);
  const ranked = [...catalogue.songs.values()]
    .map((song) => {
      const own = new Set(words(`${song.artistName} ${song.title} ${song.featured.join(' ')}`));
      return { song, score: wanted.filter((word) => own.has(word)).length };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.song.id - b.song.id);
  const hits = ranked
    .slice(0, 10)
    .map(({ song }) => ({ highlights: [], index: 'song', type: 'song', result: stubJson(song) }));
  return reply({ hits });
}

function positive(text: string | null, fallback: number, max: number): number {
  const value = Number(text ?? fallback);
  return Number.isInteger(value) && value > 0 ? Math.min(value, max) : fallback;
}

function artistSongs(catalogue: SiteCatalogue, id: number, query: URLSearchParams): GeniusReply {
  if (!catalogue.artists.has(id)) return notFound();
  const perPage = positive(query.get('per_page'), 20, 50);
  const page = positive(query.get('page'), 1, 1_000_000);
  const songs = catalogue.songsOf(id);
  if (query.get('sort') === 'title') songs.sort((a, b) => a.title.localeCompare(b.title, 'en'));
  const end = page * perPage;
  return reply({
    songs: songs.slice(end - perPage, end).map(stubJson),
    next_page: end < songs.length ? page + 1 : null,
  });
}

/** Answers an API request; null when the path is not part of the API. */
export function answerApi(
  catalogue: SiteCatalogue,
  path: string,
  query: URLSearchParams,
): GeniusReply | null {
  if (path === '/search') return search(catalogue, query.get('q') ?? '');
  const match = /^\/(songs|artists)\/(\d+)(\/songs)?$/.exec(path);
  if (!match) return null;
  const id = Number(match[2]);
  if (match[1] === 'songs') {
    const song = match[3] ? undefined : catalogue.songs.get(id);
    return song ? reply({ song: songJson(catalogue, song) }) : notFound();
  }
  if (match[3]) return artistSongs(catalogue, id, query);
  const name = catalogue.artists.get(id);
  return name === undefined ? notFound() : reply({ artist: artistJson(name) });
}
