import { type Sql, type Statement, sql } from '../client.ts';

export interface ListedSong {
  geniusId: number;
  lyricsUpdatedAt: Date | null;
}

/** The songs of a run, scraped or unchanged. */
const songsIn = (runId: number): Statement => sql`(
  select (select count(*) from ingest_items where run_id = ${runId}::int)
    + (select count(*) from ingest_runs r, jsonb_object_keys(r.unchanged) where r.id = ${runId}::int))`;

/**
 * Adds a page of songs to a run and returns those that must be scraped. A song whose lyrics have not changed since
 * they were stored is only recorded with the run and takes no row; a song already in the run is not
 * added again, and one that was taken down not at all.
 */
export async function addRunItems(
  db: Sql,
  p: { runId: number; songs: readonly ListedSong[]; limit: number | null },
): Promise<number[]> {
  if (p.songs.length === 0) return [];
  const ids = p.songs.map((song) => song.geniusId);
  const times = p.songs.map((song) => song.lyricsUpdatedAt?.toISOString() ?? null);
  const [, rows] = await db.batch([
    sql`
      with listed as (
        select u.* from unnest(${ids}::int[], ${times}::timestamptz[]) with ordinality as u (genius_id, updated_at, n)
        where not exists (
            select 1 from takedown_marks m join takedowns d on d.id = m.takedown_id and d.lifted_at is null
            where m.kind = 'genius_id' and m.value = u.genius_id::text)
          and (${p.limit}::int is null or n + ${songsIn(p.runId)} <= ${p.limit}::int)),
      judged as (
        select l.genius_id, l.updated_at, t.lyrics_state as held from listed l left join lateral (
          select t.lyrics_state from tracks t left join scrape_failures f on f.track_id = t.id
          where t.genius_id = l.genius_id and t.lyrics_state not in ('blocked', 'parse_error') and case
            when f.track_id is null then t.lyrics_updated_at = l.updated_at
              -- where the list does not say, a song is looked at once a week
              or l.updated_at is null and t.scraped_at > now() - interval '7 days'
            -- as is one whose page could be read and has lost its words; any other failure is tried again
            else f.outcome in ('text_lost', 'text_cut') and f.failed_at > now() - interval '7 days'
              and f.lyrics_updated_at is not distinct from l.updated_at end) t on true),
      noted as (
        update ingest_runs set unchanged = unchanged || (
          select jsonb_object_agg(j.genius_id::text, j.held) from judged j where j.held is not null and not exists (
            select 1 from ingest_items i where i.run_id = ${p.runId}::int and i.genius_id = j.genius_id))
        where id = ${p.runId}::int and exists (
          select 1 from judged j where j.held is not null and not exists (
            select 1 from ingest_items i where i.run_id = ${p.runId}::int and i.genius_id = j.genius_id)))
      insert into ingest_items (run_id, genius_id, lyrics_updated_at)
      select ${p.runId}::int, j.genius_id, j.updated_at from judged j
      where j.held is null and not exists (
        select 1 from ingest_runs r where r.id = ${p.runId}::int and r.unchanged ? j.genius_id::text)
      on conflict (run_id, genius_id) do nothing`,
    sql`
      select genius_id from ingest_items
      where run_id = ${p.runId}::int and status = 'queued' and genius_id = any(${ids}::int[])`,
  ]);
  return (rows ?? []).map((row) => Number(row.genius_id));
}

export async function countRunSongs(db: Sql, runId: number): Promise<number> {
  const rows = await db.query<{ n: number }>(sql`select ${songsIn(runId)}::int as n`);
  return rows[0]?.n ?? 0;
}

export interface RunItemRow {
  status: 'queued' | 'done' | 'failed';
  attempts: number;
  lyrics_updated_at: Date | null;
}

/**
 * Counts one more attempt at the song and returns what is known of it; null if it is not in the run, or if the run is
 * parked or stopped: its songs are then sent again later, or by the next run.
 */
export async function startRunItem(
  db: Sql,
  p: { runId: number; geniusId: number },
): Promise<RunItemRow | null> {
  const rows = await db.query<RunItemRow>(sql`
    with touched as (
      update ingest_runs set updated_at = now() where id = ${p.runId}::int)
    update ingest_items set attempts = attempts + (status = 'queued')::int, updated_at = now()
    where run_id = ${p.runId}::int and genius_id = ${p.geniusId}::int and not exists (
      select 1 from ingest_runs where id = ${p.runId}::int
        and (status = 'parked' and next_try_at > now() or stopped_for is not null))
    returning status, attempts, lyrics_updated_at`);
  return rows[0] ?? null;
}

/** Stores why the song has to be retried. */
export async function noteRunItem(
  db: Sql,
  p: { runId: number; geniusId: number; error: string },
): Promise<void> {
  await db.query(sql`
    update ingest_items set error = ${p.error}::text, updated_at = now()
    where run_id = ${p.runId}::int and genius_id = ${p.geniusId}::int and status = 'queued'`);
}

/** Why a song is not stored although nothing failed. */
export type SkippedScrape = 'taken_down';

/** Ends a song's item that may not be stored. */
export async function skipRunItem(
  db: Sql,
  p: { runId: number; geniusId: number; outcome: SkippedScrape },
): Promise<void> {
  await db.query(sql`
    update ingest_items set status = 'done', outcome = ${p.outcome}::text, change = null, error = null, updated_at = now()
    where run_id = ${p.runId}::int and genius_id = ${p.geniusId}::int and status = 'queued'`);
}

/** Songs of a run that are still to be scraped. */
export async function findQueuedItems(db: Sql, p: { runId: number; limit: number }): Promise<number[]> {
  const rows = await db.query<{ genius_id: number }>(sql`
    select genius_id from ingest_items where run_id = ${p.runId}::int and status = 'queued'
    order by genius_id limit ${p.limit}::int`);
  return rows.map((row) => row.genius_id);
}
