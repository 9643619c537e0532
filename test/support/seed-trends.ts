import { type Sql, sql } from '../../src/db/client.ts';
import { THEMES, type Theme } from '../../src/lyrics/themes/theme-names.ts';
import type { SongToPack } from './pack-songs.ts';

/** A song of a series: what it needs to be counted, and the values that a test plants. */
export interface TrendSong {
  artist: string;
  /** Null: undated. */
  date: string | null;
  precision?: 'day' | 'month' | 'year';
  language?: string;
  themes?: readonly Theme[];
  density?: number;
  joy?: number;
}

/** In one statement, the triggers would take longer than a statement may. */
const AT_ONCE = 30;

/** Stores songs with an analysis each; returns their ids in order. */
export async function seedTrendSongs(db: Sql, songs: readonly TrendSong[]): Promise<number[]> {
  const keyed = songs.map((song, n) => ({ n, key: `song-${n}`, ...song }));
  for (let from = 0; from < keyed.length; from += AT_ONCE)
    await storeSome(db, JSON.stringify(keyed.slice(from, from + AT_ONCE)));
  const rows = await db.query<{ id: number }>(
    sql`select id from tracks where source_key like 'song-%' order by id`,
  );
  return rows.map(({ id }) => id);
}

async function storeSome(db: Sql, json: string): Promise<void> {
  const rows = sql`jsonb_to_recordset(${json}::jsonb) as s(n int, key text, artist text, date date, precision text,
    language text, themes jsonb, density float8, joy float8)`;
  await db.batch([
    sql`insert into artists (name) select distinct artist from ${rows} on conflict do nothing`,
    sql`
      insert into tracks (artist_id, source, source_key, artist, title, release_date, release_date_precision, language,
        lyrics, lyrics_state, text_hash)
      select a.id, 'import', key, a.name, 'Title', date, case when date is not null then coalesce(precision, 'day') end,
        coalesce(s.language, 'en'), 'words', 'ok', key
      from ${rows} join artists a on a.name = s.artist order by n`,
    sql`
      insert into analysis_results (origin, track_id, text_hash, analyzer_type, model_version, status, sentiment, themes,
        analysis_data)
      select 'catalogue', t.id, key, 'algorithmic', 'v1', 'done', 'neutral',
        array(select jsonb_array_elements_text(coalesce(s.themes, '[]'))),
        jsonb_build_object('sentiment_score', 0.1, 'rhyme', jsonb_build_object('density', density),
          'emotional_profile', jsonb_build_object('scores', jsonb_build_object('joy', joy)))
      from ${rows} join tracks t on t.source_key = key`,
  ]);
}

const ARTISTS = 12;
const FIRST_YEAR = 2016;

/**
 * `perYear` songs a year over ten years, in turn by twelve artists: the theme love goes from none to most, wealth from most
 * to none, and one song in four is about faith all the time.
 */
export function plantedSongs(perYear: number, years = 10): TrendSong[] {
  const total = perYear * years;
  return Array.from({ length: total }, (_, n) => {
    const year = Math.floor(n / perYear);
    const day = Math.floor(((n % perYear) * 364) / perYear);
    const date = new Date(Date.UTC(FIRST_YEAR + year, 0, 1 + day));
    // A fixed spread over 0-1 that has nothing to do with time.
    const place = ((n * 7919) % 101) / 101;
    const share = n / total;
    const themes: Theme[] = [];
    if (place < 0.05 + 0.8 * share) themes.push('love');
    if (place > 0.15 + 0.8 * share) themes.push('wealth');
    if (n % 4 === 0) themes.push('faith');
    return {
      artist: `Artist ${(n * 5) % ARTISTS}`,
      date: date.toISOString().slice(0, 10),
      language: n % 10 === 0 ? 'es' : 'en',
      themes,
      density: 0.2 + 0.01 * ((n * 31) % 7),
      joy: 0.3 + 0.02 * ((n * 17) % 11),
    };
  });
}

const PRECISIONS = ['day', 'month', 'year'];

/** The songs as the database would pack them, with ids from 1; those of artists in order of their names. */
export function toPackedSongs(songs: readonly TrendSong[]): SongToPack[] {
  const artists = [...new Set(songs.map(({ artist }) => artist))].sort();
  return songs.flatMap(({ artist, date, precision = 'day', themes = [], density, joy }, n) =>
    date === null
      ? []
      : [
          {
            trackId: n + 1,
            artistId: artists.indexOf(artist) + 1,
            date,
            precision: PRECISIONS.indexOf(precision),
            themeBits: themes.reduce((bits, theme) => bits | (2 ** THEMES.indexOf(theme)), 0),
            measures: {
              sentiment_score: 0.1,
              ...(density === undefined ? {} : { rhyme_density: density }),
              ...(joy === undefined ? {} : { joy }),
            },
          },
        ],
  );
}
