import { type Sql, type Statement, sql } from '../client.ts';
import { firstOf, rowsOf } from '../rows.ts';
import { recountStatements } from './word-counts.ts';

export interface TakedownRow {
  id: number;
  kind: 'track' | 'artist';
  subject: string;
  reason: string;
  created_by: string;
  created_at: Date;
  removed: unknown;
  lifted_at: Date | null;
}

/** What a removed song leaves behind outside the database, by which it is found there. */
export interface RemovedText {
  text_hash: string | null;
  lyrics_hash: string | null;
}

/** The key of an analysis that was removed, as the cache knows it. */
export interface RemovedAnalysis {
  text_hash: string;
  analyzer_type: string;
  model_version: string;
  prompt_version: string;
  engine_version: string;
  temperature: number;
}

const COLUMNS = sql`id, kind, subject, reason, created_by, created_at, removed, lifted_at`;

/** Two texts are versions of one song from this share of equal places of their sketches on. */
const NEAR = 0.5;
/** Letters of the different words of a text, from which on it is told from others by its words. */
const TELLING_LETTERS = 24;
/** Whether a text is a song's own: a hook of one repeated word is many songs'. */
const TELLING = sql`
  (select coalesce(sum(length(word)), 0) >= ${TELLING_LETTERS}::int from (
    select distinct regexp_split_to_table(lower(regexp_replace(lyrics, '\\[[^\\]]*\\]', ' ', 'g')), '[^[:alnum:]]+') word) w)`;
/** Songs that are being stored hold it shared (migration takedowns). */
export const LOCK = sql`select pg_advisory_xact_lock(4811, 0)`;
/** The lock makes it the one of this transaction. */
const NEWEST = sql`(select max(id) from takedowns)`;

/**
 * The songs asked for, and every version of them: linked ones, those with the same words, and those whose words are nearly
 * the same. Only the first kind is what later texts are compared with. A text of too few words has no versions.
 */
export const collect = (asked: Statement): Statement[] => [
  sql`
    create temporary table removed_tracks on commit drop as
    select id, coalesce(duplicate_of, id) as original_id, true as asked, genius_id, source_key, artist_id, artist, title,
      lyrics_hash, text_hash, lyrics_sketch, lyrics_bands, ${TELLING} as telling
    from tracks where ${asked}`,
  sql`
    insert into removed_tracks
    select distinct on (t.id) t.id, coalesce(t.duplicate_of, t.id), false, t.genius_id, t.source_key, t.artist_id,
      t.artist, t.title, t.lyrics_hash, t.text_hash, t.lyrics_sketch, t.lyrics_bands, true
    from removed_tracks r join tracks t on r.telling and (t.id = r.original_id or t.duplicate_of = r.original_id
      or t.lyrics_hash = r.lyrics_hash
      or t.lyrics_bands && r.lyrics_bands and sketch_likeness(t.lyrics_sketch, r.lyrics_sketch) >= ${NEAR}::float8)
    where t.id not in (select id from removed_tracks)`,
];

/** Keeps what the songs are recognised by when they come again. */
const MARK: Statement[] = [
  sql`
    insert into takedown_marks (takedown_id, kind, value)
    select ${NEWEST}, m.kind, m.value from removed_tracks r, lateral (values
      ('genius_id', r.genius_id::text), ('source_key', r.source_key),
      ('text', case when r.telling then r.lyrics_hash end),
      ('name', name_key(r.artist) || '/' || name_key(r.title))) m (kind, value)
    where m.value is not null
    on conflict do nothing`,
  sql`
    with texts as (
      insert into takedown_texts (takedown_id, text_number, sketch)
      select ${NEWEST}, id, lyrics_sketch from removed_tracks where asked and telling and lyrics_sketch is not null)
    insert into takedown_bands (takedown_id, text_number, band)
    select ${NEWEST}, id, band from removed_tracks, unnest(lyrics_bands) band
    where asked and telling and lyrics_sketch is not null
    on conflict do nothing`,
];

/** Words as `catalogue_words` counts them, with how many of the removed songs hold each. */
const WORDS = sql`
  select word, sum(indexed)::int as songs, sum(spelt)::int as spelt
  from (select string_agg(id::text, ',') as ids from removed_tracks) r, lateral (
    select word, ndoc as indexed, 0 as spelt
    from ts_stat(format('select search_vector from tracks where id in (%s)', r.ids))
    union all
    select word, 0, ndoc from ts_stat(format(
      $texts$select to_tsvector('simple', fold_text(concat_ws(' ', artist, title, album, array_to_string(featured, ' '),
        search_notes, lyrics))) from tracks where id in (%s)$texts$, r.ids))) counts
  where r.ids is not null group by word`;

/** Takes the songs' words out of the counts. A count under way may hold them already, and begins anew. */
export const FORGET_WORDS: Statement[] = [
  sql`select 1 from catalogue_word_counts for update`,
  sql`
    update catalogue_words set next_songs = 0, next_spelt = 0
    where (next_songs <> 0 or next_spelt <> 0) and exists (select 1 from catalogue_word_counts where after_id is not null)`,
  sql`update catalogue_word_counts set after_id = 0, next_songs = 0 where after_id is not null`,
  sql`
    update catalogue_words w set songs = greatest(0, w.songs - gone.songs), spelt = greatest(0, w.spelt - gone.spelt)
    from (${WORDS}) gone where w.word = gone.word`,
  sql`delete from catalogue_words where songs = 0 and spelt = 0 and next_songs = 0 and next_spelt = 0`,
];

/** Analyses of texts that no other song has; the result of a caller's batch stays his until the batch is deleted. */
const REMOVE_ANALYSES = sql`
  delete from analysis_results a
  where a.text_hash in (select text_hash from removed_tracks)
    and not exists (select 1 from batch_items where analysis_id = a.id)
  returning text_hash, analyzer_type, model_version, prompt_version, engine_version, temperature`;

const REMOVE_SONGS: Statement[] = [
  sql`delete from artist_profiles where artist_id in (select artist_id from removed_tracks)`,
  sql`delete from tracks where id in (select id from removed_tracks)`,
  sql`
    delete from albums a where artist_id in (select artist_id from removed_tracks)
      and not exists (select 1 from tracks where album_id = a.id)`,
];

/** A trigger noted the removed songs as due. */
const DUE_WORDS = sql`
  select d.track_id, d.changes from track_words_due d join removed_tracks r on r.id = d.track_id`;

export interface Takedown {
  row: TakedownRow;
  texts: RemovedText[];
  analyses: RemovedAnalysis[];
}

interface Wish {
  id: number;
  reason: string;
  createdBy: string;
}

/** Removes the songs that were collected, with everything of them; the last statement answers the removed analyses. */
export const REMOVE: readonly Statement[] = [
  ...REMOVE_SONGS,
  ...recountStatements(DUE_WORDS),
  REMOVE_ANALYSES,
];

/** One transaction. Nothing happens if `open` inserts no takedown. */
async function takeDown(
  db: Sql,
  p: { open: Statement; asked: Statement; before: readonly Statement[] },
): Promise<Takedown | null> {
  const head = [LOCK, p.open, ...collect(p.asked), ...p.before, ...MARK, ...FORGET_WORDS];
  const results = await db.batch([
    ...head,
    sql`select text_hash, lyrics_hash from removed_tracks`,
    ...REMOVE,
    sql`
      update takedowns set removed = (
        select jsonb_build_object('tracks', coalesce(jsonb_agg(id order by id), '[]')) from removed_tracks)
      where id = ${NEWEST} and created_at = now() returning ${COLUMNS}`,
  ]);
  const row = firstOf<TakedownRow>(results.at(-1));
  if (row === null) return null;
  return {
    row,
    texts: rowsOf<RemovedText>(results[head.length]),
    analyses: rowsOf<RemovedAnalysis>(results.at(-2)),
  };
}

/** Removes a song with all its versions, for good; null if there is none of this id. */
export const takeDownTrack = (db: Sql, p: Wish): Promise<Takedown | null> =>
  takeDown(db, {
    open: sql`
      insert into takedowns (kind, subject, reason, created_by)
      select 'track', artist || ', ' || title, ${p.reason}::text, ${p.createdBy}::text from tracks
      where id = ${p.id}::int`,
    asked: sql`id = ${p.id}::int`,
    before: [],
  });

/** Removes all songs of an artist with their versions, for good, and stops watching him; null if there is none. */
export const takeDownArtist = (db: Sql, p: Wish): Promise<Takedown | null> =>
  takeDown(db, {
    open: sql`
      insert into takedowns (kind, subject, reason, created_by)
      select 'artist', name, ${p.reason}::text, ${p.createdBy}::text from artists where id = ${p.id}::int`,
    asked: sql`artist_id = ${p.id}::int`,
    before: [
      sql`
        update artists set watched = false, next_scrape_at = null, scrape_cursor = null, updated_at = now()
        where id = ${p.id}::int`,
      sql`
        update ingest_runs set status = 'failed', finished_at = now(), updated_at = now(), next_try_at = null,
          reason = 'The artist was taken down.'
        where artist_id = ${p.id}::int and status in ('listing', 'running', 'parked')`,
      sql`
        insert into takedown_marks (takedown_id, kind, value)
        select distinct ${NEWEST}, m.kind, m.value
        from artists a, lateral (
          select 'artist' as kind, artist_key(a.name) as value
          union select 'artist', artist_key(name) from artist_aliases where artist_id = a.id
          union select 'artist_genius_id', known::text from unnest(a.former_genius_ids || a.genius_id) known) m
        where a.id = ${p.id}::int and m.value is not null and exists (
          select 1 from takedowns where id = ${NEWEST} and created_at = now())`,
    ],
  });

/** Takedowns, the latest first. */
export function listTakedowns(
  db: Sql,
  p: { limit: number; beforeId: number | null },
): Promise<TakedownRow[]> {
  return db.query<TakedownRow>(sql`
    select ${COLUMNS} from takedowns where ${p.beforeId}::int is null or id < ${p.beforeId}::int
    order by id desc limit ${p.limit}::int`);
}

/** Ends a takedown, whose copy is then an old one: its songs may be stored again. Null if there is none of this id. */
export async function liftTakedown(db: Sql, id: number): Promise<TakedownRow | null> {
  const rows = await db.query<TakedownRow>(sql`
    update takedowns set lifted_at = coalesce(lifted_at, now()),
      copied_at = case when lifted_at is not null then copied_at end
    where id = ${id}::int returning ${COLUMNS}`);
  return rows[0] ?? null;
}
