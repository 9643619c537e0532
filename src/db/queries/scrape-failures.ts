import { type Sql, type Statement, sql } from '../client.ts';

/**
 * How a scrape of a song can fail: its page could not be read, no longer exists, has no words although words are
 * stored, or holds only a part of them; `failed`: all attempts ended with another error.
 */
export type ScrapeFailure = 'parse_error' | 'not_found' | 'text_lost' | 'text_cut' | 'failed';

interface FailedScrape {
  runId: number;
  geniusId: number;
  outcome: ScrapeFailure;
  error: string;
  lyricsUpdatedAt: Date | null;
}

/**
 * Stores a failed scrape next to the text that it did not change, while the run's item is open; `which` selects the
 * tracks.
 */
export function noteFailureStatement(p: FailedScrape, which: Statement = sql`true`): Statement {
  return sql`
    insert into scrape_failures as old (track_id, outcome, error, lyrics_updated_at)
    select t.id, ${p.outcome}::text, ${p.error}::text, ${p.lyricsUpdatedAt?.toISOString() ?? null}::timestamptz
    from tracks t
    where t.genius_id = ${p.geniusId}::int and t.lyrics is not null and ${which} and exists (
      select 1 from ingest_items where run_id = ${p.runId}::int and genius_id = ${p.geniusId}::int and status = 'queued')
    on conflict (track_id) do update set outcome = excluded.outcome, error = excluded.error,
      lyrics_updated_at = excluded.lyrics_updated_at, failed_at = now(),
      failures = case when old.outcome = excluded.outcome then old.failures + 1 else 1 end`;
}

/** Deletes the failures of a song whose page could be read, unless this transaction stored one. */
export const forgetFailureStatement = (geniusId: number): Statement => sql`
  delete from scrape_failures
  where track_id = (select id from tracks where genius_id = ${geniusId}::int) and failed_at < now()`;

/** Ends a song's item as failed, once, and stores it next to the text; its error is added to an earlier one. */
export async function failRunItem(db: Sql, p: Omit<FailedScrape, 'lyricsUpdatedAt'>): Promise<void> {
  await db.batch([
    noteFailureStatement({ ...p, lyricsUpdatedAt: null }),
    sql`
      update ingest_items set status = 'failed', outcome = ${p.outcome}::text, change = null,
        error = case when error is null or error = ${p.error}::text then ${p.error}::text
          else ${p.error}::text || ' Last: ' || error end,
        updated_at = now()
      where run_id = ${p.runId}::int and genius_id = ${p.geniusId}::int and status = 'queued'`,
  ]);
}
