import { seededRandom } from '../../scripts/local/sites/stable-random.ts';
import { type Sql, sql } from '../../src/db/client.ts';
import { vectorToSql } from '../../src/db/vectors.ts';

/** A song with a value for every filter of a search. */
export interface KnownSong {
  id: number;
  artist: string;
  title: string;
  album: string;
  featured: string[];
  year: number;
  language: string;
  explicit: boolean;
  themes: string[];
  sentiment: string;
  density: number;
  hasAudio: boolean;
  mood: 'agree' | 'contrast' | null;
  wordsMood: number;
  musicMood: number;
  lyrics: string;
  vector: number[];
  duplicateOf: number | null;
}

const ARTISTS = ['Mara Lune', 'Otis Vane', 'Sable Quint', 'Inés Ardor', "D'Arcy Noon"];
const THEMES = ['love', 'faith', 'party', 'wealth', 'loss_grief'];
const SENTIMENTS = ['positive', 'neutral', 'mixed', 'negative'];
const WORDS =
  'river lamp window harbour money mother prison train winter garden letter promise engine marble'.split(' ');
const PALABRAS = 'río lámpara ventana corazón dinero madre tren invierno jardín carta motor'.split(' ');
const DIMENSIONS = 512;

/** Songs generated from a fixed seed; every seventh nearly repeats the previous one. */
export function knownSongs(count: number, firstId = 1, seed = 'search'): KnownSong[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (share: number): boolean => random() < share;
  return Array.from({ length: count }, (_, n) => {
    const wordsMood = 2 * random() - 1;
    const musicMood = 2 * random() - 1;
    const hasAudio = chance(0.5);
    const language = chance(0.8) ? 'en' : 'es';
    const line = (): string =>
      language === 'en'
        ? `the ${pick(WORDS)} and the ${pick(WORDS)} in my ${pick(WORDS)}`
        : `de ${pick(PALABRAS)} y de ${pick(PALABRAS)} con mi ${pick(PALABRAS)}`;
    const sample = Array.from({ length: DIMENSIONS }, () => random() - 0.5);
    const length = Math.hypot(...sample);
    return {
      id: firstId + n,
      artist: pick(ARTISTS),
      title: `${pick(WORDS)} ${firstId + n}`,
      album: `Album ${Math.floor(random() * 6)}`,
      featured: chance(0.2) ? [pick(ARTISTS)] : [],
      year: 1985 + Math.floor(random() * 40),
      language,
      explicit: chance(0.5),
      themes: [...new Set([pick(THEMES), pick(THEMES)])],
      sentiment: pick(SENTIMENTS),
      density: Number(random().toFixed(2)),
      hasAudio,
      mood: hasAudio ? (Math.abs(wordsMood - musicMood) > 0.5 ? 'contrast' : 'agree') : null,
      wordsMood,
      musicMood,
      lyrics: [line(), line(), line(), line()].join('\n'),
      vector: sample.map((x) => x / length),
      duplicateOf: n > 0 && n % 7 === 0 ? firstId + n - 1 : null,
    };
  });
}

/** So many take a fraction of the time that a statement is given, also on a busy machine. */
const AT_ONCE = 200;

/** Stores the songs under their ids, with vectors of the given model and one analysis each. */
export async function storeKnownSongs(db: Sql, songs: readonly KnownSong[], model: string): Promise<void> {
  for (let from = 0; from < songs.length; from += AT_ONCE)
    await storePart(db, songs.slice(from, from + AT_ONCE), model);
}

async function storePart(db: Sql, songs: readonly KnownSong[], model: string): Promise<void> {
  const json = JSON.stringify(
    songs.map((song) => ({ ...song, vector: vectorToSql(song.vector), date: `${song.year}-06-01` })),
  );
  const rows = sql`jsonb_array_elements(${json}::jsonb) as s`;
  await db.batch([
    sql`insert into artists (name) select distinct s ->> 'artist' from ${rows} on conflict do nothing`,
    sql`
      insert into tracks (id, artist_id, source, artist, title, album, featured, release_date,
        release_date_precision, language, explicit, audio_features, lyrics, lyrics_state, text_hash,
        lyrics_embedding, embedding_model, embedding_status, analysis_status)
      overriding system value
      select (s ->> 'id')::int, a.id, 'import', a.name, s ->> 'title', s ->> 'album',
        array(select jsonb_array_elements_text(s -> 'featured')), (s ->> 'date')::date, 'day', s ->> 'language',
        (s ->> 'explicit')::boolean,
        case when (s ->> 'hasAudio')::boolean
          then jsonb_build_object('valence', ((s ->> 'musicMood')::float8 + 1) / 2) end,
        s ->> 'lyrics', 'ok', 'known-' || (s ->> 'id'), (s ->> 'vector')::vector, ${model}::text, 'done', 'done'
      from ${rows} join artists a on a.name = s ->> 'artist'`,
    sql`
      update tracks t set duplicate_of = (s ->> 'duplicateOf')::int
      from ${rows} where t.id = (s ->> 'id')::int and s ->> 'duplicateOf' is not null`,
    sql`
      insert into analysis_results (origin, track_id, text_hash, analyzer_type, model_version, status, sentiment, themes,
        analysis_data)
      select 'catalogue', (s ->> 'id')::int, 'known-' || (s ->> 'id'), 'algorithmic', 'v1', 'done', s ->> 'sentiment',
        array(select jsonb_array_elements_text(s -> 'themes')),
        jsonb_build_object('sentiment_score', (s ->> 'wordsMood')::float8,
          'rhyme', jsonb_build_object('density', (s ->> 'density')::float8))
      from ${rows}`,
  ]);
}
