import { toMilliseconds } from './duration.ts';
import { isQuotedList, parseListCell } from './list-cell.ts';

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
    'lyrics_body',
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
    'release_date_components',
    'year',
    'ano',
    'annee',
    'jahr',
    'anno',
  ],
  explicit: ['explicit', 'is_explicit'],
  duration_ms: ['duration_ms', 'track_duration_ms'],
  duration: ['duration', 'length', 'duration_seconds', 'duration_s', 'track_length'],
  language: ['language', 'lang', 'language_code', 'language_cld3', 'language_ft'],
  genius_id: ['genius_id', 'genius_song_id', 'api_path'],
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
  const given = new Map(Object.entries(row).map(([name, value]) => [snakeCase(name), plainValue(value)]));
  const fields: CanonicalRow = {};
  for (const field of FIELD_NAMES) {
    const value = NAMES[field].map((name) => given.get(name)).find((one) => !isBlank(field, one));
    if (value !== undefined) fields[field] = value;
  }
  return flattenNames(withConversions(fields, given));
}

/** {"$date": {"$numberLong": "…"}} is the deepest that mongoexport writes. */
const MAX_TYPES = 2;

/** The value that mongoexport writes with its type: {"$oid": "…"}, {"$numberInt": "…"}. */
function plainValue(value: unknown): unknown {
  let plain = value;
  for (let depth = 0; depth < MAX_TYPES; depth++) {
    if (typeof plain !== 'object' || plain === null) break;
    const [[name, inner] = [], ...others] = Object.entries(plain);
    if (!name?.startsWith('$') || others.length > 0) break;
    plain = inner;
  }
  return plain;
}

/** Facts that files give in another form than we store. */
function withConversions(fields: CanonicalRow, given: ReadonlyMap<string, unknown>): CanonicalRow {
  const { duration, ...others } = fields;
  const converted: CanonicalRow = { ...others };
  if (duration !== undefined) converted.duration_ms ??= toMilliseconds(duration);
  if (fields.release_date !== undefined) converted.release_date = toDateText(fields.release_date);
  const geniusId = geniusIdOf(fields, given);
  if (geniusId !== undefined) converted.genius_id = geniusId;
  else delete converted.genius_id;
  if (typeof fields.lyrics === 'string' && isQuotedList(fields.lyrics)) {
    converted.lyrics = parseListCell(fields.lyrics)?.join('\n');
  }
  return converted;
}

/**
 * The id that Genius gives the song: stated; in the path of its API, as LyricsGenius writes it; or under `id` in the
 * Kaggle sets made from Genius, which are told by the columns of their language detectors.
 */
function geniusIdOf(
  { genius_id: stated, source_id: own }: CanonicalRow,
  given: ReadonlyMap<string, unknown>,
): unknown {
  if (typeof stated === 'string' && stated.includes('/')) return /\/songs\/(\d+)$/.exec(stated)?.[1];
  if (stated !== undefined) return stated;
  return given.has('language_cld3') && given.has('language_ft') ? own : undefined;
}

/** Genius gives a date as {year, month, day}, of which the last may be null. */
function toDateText(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('year' in value)) return value;
  const parts = [value.year, 'month' in value ? value.month : null, 'day' in value ? value.day : null];
  const known = parts.slice(0, parts.includes(null) ? parts.indexOf(null) : 3);
  return known.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
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
  // NaN and Infinity are how pandas writes that a number is unknown.
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value !== 'string') return false;
  const text = value.trim();
  return FREE_TEXT.has(field) ? text === '' : NOTHING.has(text.toLowerCase());
}

/**
 * Artists and albums are given as names, as objects with a name, or as lists of either; the first artist is the main
 * artist.
 */
function flattenNames(fields: CanonicalRow): CanonicalRow {
  const [artist, ...others] = namesIn(unpacked(fields.artist));
  const [album] = namesIn(fields.album);
  const stated =
    typeof fields.featured === 'string'
      ? (parseListCell(fields.featured) ?? fields.featured.split(/[;,]/))
      : namesIn(fields.featured);
  const featured = [...stated, ...others];
  return {
    ...fields,
    ...(artist === undefined ? {} : { artist }),
    ...(album === undefined ? {} : { album }),
    ...(featured.length === 0 ? {} : { featured }),
  };
}

/** A list of artists in a cell; an artist may be called [sic], so only with quotes. */
const unpacked = (value: unknown): unknown =>
  typeof value === 'string' && isQuotedList(value) ? parseListCell(value) : value;

/** Lists of lists of names; what is nested deeper is no name. */
const MAX_LISTS = 3;

function namesIn(value: unknown): unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value))
    return value.flat(MAX_LISTS).flatMap((one) => (Array.isArray(one) ? [] : namesIn(one)));
  const isNamed = typeof value === 'object' && value !== null && 'name' in value;
  return [isNamed ? value.name : value];
}
