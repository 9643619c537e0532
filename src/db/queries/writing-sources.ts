import { type Sql, type Statement, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';
import { vectorToSql } from '../vectors.ts';
import { artistNamed, artistSpelt } from './artist-identity.ts';
import { type SearchQuery, type SearchRow, searchBatch, searchHits } from './search.ts';

/** An artist as a caller names it: a name in any spelling, an id, or digits that may be either. */
export interface ArtistAsked {
  name: string | null;
  id: number | null;
}

/** The artist that was found, or the names that are most like the given one. */
export interface StyleArtistRow {
  id: number | null;
  name: string | null;
  /** Songs with lyrics, near-duplicates once. */
  songs: number;
  near: string[];
}

export interface StyleSongRow {
  id: number;
  title: string;
  lyrics: string;
  /** Whether its text is in English, or in no language that can be told. */
  is_english: boolean;
  themes: string[];
  density: number | null;
  malmi: number | null;
  /** Place among the artist's songs by nearness to the query's vector, from 1; without a vector by id. */
  nearness: number;
}

/** Songs of other artists, against which typical words are told. */
export interface OtherSongRow {
  artist_id: number;
  lyrics: string;
}

export interface StyleRows {
  artist: StyleArtistRow;
  songs: StyleSongRow[];
  others: OtherSongRow[];
}

export interface WritingQuery {
  /** What to write about; null if only styles are wanted. */
  search: SearchQuery | null;
  styles: readonly ArtistAsked[];
}

export interface WritingSources {
  hits: SearchRow[];
  styles: StyleRows[];
}

/** Songs from which a profile is computed, and songs nearest to what is written. */
const PROFILE_SONGS = 60;
const NEAR_SONGS = 24;
const OTHER_SONGS = 120;
const MIN_LIKENESS = 0.3;
const MAX_NEAR_NAMES = 3;

const idOf = ({ name, id }: ArtistAsked): Statement => sql`
  coalesce(${name === null ? sql`null::int` : artistNamed(sql`${name}::text`)},
    (select a.id from artists a where a.id = ${id}::int),
    ${name === null ? sql`null::int` : artistSpelt(sql`${name}::text`)})`;

/** The artist's songs with lyrics, of near-duplicate texts one. */
const mineOf = (asked: ArtistAsked): Statement => sql`
  mine as materialized (
    select distinct on (f.original_id) t.id, f.analysis_id, coalesce(f.language, 'en') = 'en' as is_english
    from tracks t join track_facets f on f.track_id = t.id
    where t.artist_id = ${idOf(asked)} and t.lyrics_state = 'ok' and t.lyrics is not null
    order by f.original_id, f.original_id <> t.id, t.id)`;

const artistStatement = (asked: ArtistAsked): Statement => sql`
  with ${mineOf(asked)}, wanted as (select ${idOf(asked)} as id)
  select wanted.id, a.name, (select count(*) from mine)::int as songs,
    case when wanted.id is not null then '{}' else array(
      select name from artists other
      where similarity(fold_text(name), fold_text(${asked.name}::text)) >= ${MIN_LIKENESS}::real
        and exists (select 1 from tracks where artist_id = other.id)
      order by similarity(fold_text(name), fold_text(${asked.name}::text)) desc, id limit ${MAX_NEAR_NAMES}::int)
    end as near
  from wanted left join artists a on a.id = wanted.id`;

function songsStatement(asked: ArtistAsked, search: SearchQuery | null): Statement {
  const semantic = search?.semantic ?? null;
  const distance =
    semantic === null
      ? sql`null::float8`
      : sql`case when t.embedding_model = ${semantic.model}::text
          then t.lyrics_embedding <=> ${vectorToSql(semantic.vector)}::vector end`;
  return sql`
    with ${mineOf(asked)},
    ranked as materialized (
      select mine.*, row_number() over (order by not is_english, hashint4(mine.id), mine.id) as spread,
        row_number() over (order by not is_english, ${distance} nulls last, mine.id) as nearness
      from mine join tracks t on t.id = mine.id)
    select t.id, t.title, t.lyrics, r.is_english, coalesce(a.themes, '{}') as themes, f.rhyme_density as density,
      case when jsonb_typeof(a.analysis_data) = 'object' then (a.analysis_data #>> '{rhyme,malmi}')::float8 end as malmi,
      r.nearness::int as nearness
    from ranked r join tracks t on t.id = r.id join track_facets f on f.track_id = t.id
    left join analysis_results a on a.id = r.analysis_id
    where r.spread <= ${PROFILE_SONGS}::int or r.nearness <= ${NEAR_SONGS}::int
    order by t.id`;
}

/** Songs of others, evenly over the ids: the same ones as long as the catalogue is the same. */
const othersStatement = (asked: ArtistAsked): Statement => sql`
  with wanted as materialized (select ${idOf(asked)} as id),
  known as materialized (select coalesce(max(id), 0) as last from tracks)
  select distinct on (t.id) t.artist_id, t.lyrics
  from known, generate_series(1, known.last, greatest(1, known.last / ${OTHER_SONGS}::int)) place
  cross join lateral (
    select id, artist_id, lyrics from tracks
    where id >= place and lyrics_state = 'ok' and lyrics is not null and duplicate_of is null
    order by id limit 1) t
  where (select id from wanted) is not null and t.artist_id <> (select id from wanted)`;

/** Everything that a verse is written from, in one round trip: songs about its subject, and songs of the styles. */
export async function findWritingSources(db: Sql, q: WritingQuery): Promise<WritingSources> {
  const search = q.search === null ? [] : searchBatch(q.search);
  const statements = [
    ...q.styles.flatMap((asked) => [
      artistStatement(asked),
      songsStatement(asked, q.search),
      othersStatement(asked),
    ]),
    ...search,
  ];
  if (statements.length === 0) return { hits: [], styles: [] };
  const results = await db.batch(statements, { readOnly: true });
  const styles = q.styles.map((_, n): StyleRows => {
    const [artist] = rowsOf<StyleArtistRow>(results[n * 3]);
    if (artist === undefined) throw new Error('the artist is one row');
    return {
      artist,
      songs: rowsOf<StyleSongRow>(results[n * 3 + 1]),
      others: rowsOf<OtherSongRow>(results[n * 3 + 2]),
    };
  });
  return { hits: q.search === null ? [] : searchHits(results.at(-1)), styles };
}
