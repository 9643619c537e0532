import { join, type Statement, sql } from '../client.ts';

/** The filters of searches and lists. Null: no filter. */
export interface TrackFilters {
  artist: string | null;
  featured: string | null;
  album: string | null;
  fromYear: number | null;
  toYear: number | null;
  language: string | null;
  explicit: boolean | null;
  theme: string | null;
  sentiment: string | null;
  hasAudio: boolean | null;
  /** 0-1, from the analysis. */
  minRhymeDensity: number | null;
  /** Whether the mood of the words matches that of the music. */
  mood: 'agree' | 'contrast' | null;
}

export const NO_FILTERS: TrackFilters = {
  artist: null,
  featured: null,
  album: null,
  fromYear: null,
  toYear: null,
  language: null,
  explicit: null,
  theme: null,
  sentiment: null,
  hasAudio: null,
  minRhymeDensity: null,
  mood: null,
};

/** Words and music are in contrast if their moods, both from -1 to 1, differ by more than this. */
const MOOD_CONTRAST = 0.5;

/** The conditions on `track_facets f` for the filters; empty without filters. */
export function filterConditions(filters: TrackFilters): Statement[] {
  const conditions: Statement[] = [];
  const add = <T>(value: T | null, condition: (value: T) => Statement): void => {
    if (value !== null) conditions.push(condition(value));
  };
  add(filters.artist, (name) => sql`name_key(f.artist) = name_key(${name}::text)`);
  add(filters.featured, (name) => sql`name_keys_of(f.featured) @> array[name_key(${name}::text)]`);
  add(filters.album, (name) => sql`name_key(f.album) = name_key(${name}::text)`);
  add(filters.fromYear, (year) => sql`f.release_date >= make_date(${year}::int, 1, 1)`);
  add(filters.toYear, (year) => sql`f.release_date < make_date(${year}::int + 1, 1, 1)`);
  add(filters.language, (code) => sql`f.language = ${code}::text`);
  add(filters.explicit, (explicit) => sql`f.explicit = ${explicit}::boolean`);
  add(filters.theme, (theme) => sql`f.themes @> array[${theme}::text]`);
  add(filters.sentiment, (sentiment) => sql`f.sentiment = ${sentiment}::text`);
  add(filters.hasAudio, (hasAudio) => sql`f.has_audio = ${hasAudio}::boolean`);
  add(filters.minRhymeDensity, (density) => sql`f.rhyme_density >= ${density}::real`);
  add(filters.mood, (mood) =>
    mood === 'contrast'
      ? sql`abs(f.words_mood - f.music_mood) > ${MOOD_CONTRAST}::real`
      : sql`abs(f.words_mood - f.music_mood) <= ${MOOD_CONTRAST}::real`,
  );
  return conditions;
}

/** `where a and b`, or an empty fragment. */
export function whereAll(conditions: readonly Statement[]): Statement {
  return conditions.length === 0 ? sql`` : sql`where ${join(conditions, ' and ')}`;
}
