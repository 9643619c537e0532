/**
 * The names that real files use for each field, the preferred one first. Names are compared without case, as
 * snake_case.
 */
const NAMES = {
  artist: [
    'artist',
    'artist_name',
    'artist_names',
    'primary_artist',
    'primary_artist_names',
    'track_artist',
    'main_artist',
    'artists',
    'performer',
    'singer',
    'band',
    'rapper',
    'artista',
    'artiste',
    'interpret',
    'kunstler',
    'interprete',
  ],
  title: [
    'title',
    'song',
    'song_title',
    'song_name',
    'track',
    'track_title',
    'track_name',
    'sname',
    'name',
    'titulo',
    'titre',
    'titel',
    'titolo',
    'cancion',
    'musica',
  ],
  lyrics: [
    'lyrics',
    'lyric',
    'song_lyrics',
    'plain_lyrics',
    'raw_lyrics',
    'lyrics_text',
    'full_lyrics',
    'text',
    'synced_lyrics',
    'letra',
    'letras',
    'paroles',
    'liedtext',
    'songtext',
    'testo',
  ],
  album: ['album', 'album_name', 'album_title', 'track_album_name'],
  release_date: [
    'release_date',
    'date',
    'released',
    'album_release_date',
    'track_album_release_date',
    'release_year',
    'year',
    'ano',
    'annee',
    'jahr',
    'anno',
  ],
  explicit: ['explicit', 'is_explicit'],
  duration_ms: ['duration_ms', 'track_duration_ms', 'duration', 'length', 'duration_seconds', 'duration_s'],
  language: ['language', 'lang', 'language_code', 'language_cld3', 'language_ft'],
  genius_id: ['genius_id', 'genius_song_id'],
  source_id: ['source_id', 'id', 'track_id', 'song_id'],
  isrc: ['isrc'],
  url: ['url', 'genius_url', 'song_url', 'link', 'slink'],
  featured: ['featured', 'featured_artists', 'features', 'feat', 'featuring'],
  spotify_id: ['spotify_id', 'spotify_track_id', 'spotify_uri', 'spotify_url'],
  spotify_url: ['spotify_url', 'spotify_link'],
  spotify_popularity: ['spotify_popularity', 'popularity', 'track_popularity'],
  instrumental: ['instrumental', 'is_instrumental'],
  lyrics_state: ['lyrics_state'],
} as const satisfies Record<string, readonly string[]>;

export type FieldName = keyof typeof NAMES;
export type CanonicalRow = Partial<Record<FieldName, unknown>>;

const FIELD_NAMES = Object.keys(NAMES) as FieldName[];
/** Fields in which "None" may be a real value. */
const FREE_TEXT: ReadonlySet<FieldName> = new Set(['artist', 'title', 'lyrics', 'album']);
const NOTHING: ReadonlySet<string> = new Set(['', 'nan', 'none', 'null', 'n/a', 'nat', 'undefined']);

const FIELDS_OF: ReadonlyMap<string, FieldName[]> = new Map(
  [...new Set(FIELD_NAMES.flatMap((field) => NAMES[field]))].map((name) => [
    name,
    FIELD_NAMES.filter((field) => (NAMES[field] as readonly string[]).includes(name)),
  ]),
);

/** The fields that are read from a column of this name; none if the column is not known. */
export const fieldsNamed = (name: string): FieldName[] => FIELDS_OF.get(snakeCase(name)) ?? [];

/** The known fields of a row under our names, without blank ones; null if the row has no named fields. */
export function canonicalFields(row: unknown): CanonicalRow | null {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return null;
  const given = new Map(Object.entries(row).map(([name, value]) => [snakeCase(name), value]));
  const fields: CanonicalRow = {};
  for (const field of FIELD_NAMES) {
    const value = NAMES[field].map((name) => given.get(name)).find((one) => !isBlank(field, one));
    if (value !== undefined) fields[field] = value;
  }
  return flattenNames(fields);
}

function snakeCase(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .trim()
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '_')
    .replace(/^_|_$/g, '');
}

function isBlank(field: FieldName, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value !== 'string') return false;
  const text = value.trim();
  return FREE_TEXT.has(field) ? text === '' : NOTHING.has(text.toLowerCase());
}

/**
 * Artists and albums are given as names, as objects with a name, or as lists of either; the first artist is the main
 * artist.
 */
function flattenNames(fields: CanonicalRow): CanonicalRow {
  const [artist, ...others] = namesIn(fields.artist);
  const [album] = namesIn(fields.album);
  const stated =
    typeof fields.featured === 'string' ? fields.featured.split(/[;,]/) : namesIn(fields.featured);
  const featured = [...stated, ...others];
  return {
    ...fields,
    ...(artist === undefined ? {} : { artist }),
    ...(album === undefined ? {} : { album }),
    ...(featured.length === 0 ? {} : { featured }),
  };
}

function namesIn(value: unknown): unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  const isNamed = typeof value === 'object' && value !== null && 'name' in value;
  return [isNamed ? value.name : value];
}
