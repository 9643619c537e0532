import { type Sql, sql } from '../client.ts';

export interface ListedSong {
  geniusId: number;
  lyricsUpdatedAt: Date | null;
}

/**
 * Adds a page of songs to a run and answers those that have to be scraped. A song whose lyrics have not
 * changed since they were stored is finished at once; one that is already in the run is not added again.
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
      insert into ingest_items (run_id, genius_id, lyrics_updated_at, status, outcome, change)
      select ${p.runId}::int, s.genius_id, s.updated_at,
        case when t.id is null then 'queued' else 'done' end,
        t.lyrics_state, case when t.id is not null then 'unchanged' end
      from (
        select * from unnest(${ids}::int[], ${times}::timestamptz[]) with ordinality as u (genius_id, updated_at, n)
        where ${p.limit}::int is null
          or n + (select count(*) from ingest_items where run_id = ${p.runId}::int) <= ${p.limit}::int
      ) s
      left join tracks t on t.genius_id = s.genius_id and t.lyrics_state not in ('blocked', 'parse_error')
        and (t.lyrics_updated_at = s.updated_at
          -- where the list does not say, a song is looked at once a week
          or s.updated_at is null and t.scraped_at > now() - interval '7 days')
      on conflict (run_id, genius_id) do nothing`,
    sql`
      select genius_id from ingest_items
      where run_id = ${p.runId}::int and status = 'queued' and genius_id = any(${ids}::int[])`,
  ]);
  return (rows ?? []).map((row) => Number(row.genius_id));
}

export async function countRunItems(db: Sql, runId: number): Promise<number> {
  const rows = await db.query<{ n: number }>(
    sql`select count(*)::int as n from ingest_items where run_id = ${runId}::int`,
  );
  return rows[0]?.n ?? 0;
}

export interface RunItemRow {
  status: 'queued' | 'done' | 'failed';
  attempts: number;
  lyrics_updated_at: Date | null;
}

/**
 * Counts one more attempt at the song and answers what is known of it; null if it is not in the run, or if the
 * run rests: then all its songs are sent again later.
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
      select 1 from ingest_runs where id = ${p.runId}::int and status = 'parked' and next_try_at > now())
    returning status, attempts, lyrics_updated_at`);
  return rows[0] ?? null;
}

/** Notes why the song has to be tried again. */
export async function noteRunItem(
  db: Sql,
  p: { runId: number; geniusId: number; error: string },
): Promise<void> {
  await db.query(sql`
    update ingest_items set error = ${p.error}::text, updated_at = now()
    where run_id = ${p.runId}::int and genius_id = ${p.geniusId}::int and status = 'queued'`);
}

/** Ends the item of a song, once; an error joins the one that was noted before. */
export async function finishRunItem(
  db: Sql,
  p: {
    runId: number;
    geniusId: number;
    status: 'done' | 'failed';
    outcome: string | null;
    change: 'added' | 'updated' | 'unchanged' | null;
    error: string | null;
  },
): Promise<void> {
  await db.query(sql`
    update ingest_items set status = ${p.status}::text, outcome = ${p.outcome}::text, change = ${p.change}::text,
      error = case when ${p.error}::text is null then null
        when error is null or error = ${p.error}::text then ${p.error}::text
        else ${p.error}::text || ' Last: ' || error end,
      updated_at = now()
    where run_id = ${p.runId}::int and genius_id = ${p.geniusId}::int and status = 'queued'`);
}

/** Songs of a run that are still to be scraped. */
export async function findQueuedItems(db: Sql, p: { runId: number; limit: number }): Promise<number[]> {
  const rows = await db.query<{ genius_id: number }>(sql`
    select genius_id from ingest_items where run_id = ${p.runId}::int and status = 'queued'
    order by genius_id limit ${p.limit}::int`);
  return rows.map((row) => row.genius_id);
}
