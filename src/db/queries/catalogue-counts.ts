import { type Sql, sql } from '../client.ts';

/** Counts the large tables by state and stores the counts; it reads these tables as a whole. */
export async function countCatalogue(db: Sql): Promise<void> {
  await db.query(sql`
    insert into catalogue_counts (subject, state, rows)
      select 'tracks', v.state, v.rows
      from (select count(*) as stored, count(*) filter (where lyrics_state = 'ok') as with_lyrics,
          count(*) filter (where embedding_status = 'done') as embedded,
          count(*) filter (where analysis_status = 'done') as analyzed
        from tracks) s
      cross join lateral (values ('stored', s.stored), ('with_lyrics', s.with_lyrics), ('embedded', s.embedded),
        ('analyzed', s.analyzed)) as v (state, rows)
      union all
      select 'analyses', v.state, v.rows
      from (select count(*) filter (where origin = 'catalogue') as catalogue,
          count(*) filter (where origin = 'ad_hoc') as ad_hoc
        from analysis_results where status = 'done') s
      cross join lateral (values ('catalogue', s.catalogue), ('ad_hoc', s.ad_hoc)) as v (state, rows)
      union all
      select 'batch_items', v.state, v.rows
      from (select count(*) filter (where status = 'done') as done, count(*) filter (where status = 'failed') as failed,
          count(*) filter (where status = 'cancelled') as cancelled
        from batch_items) s
      cross join lateral (values ('done', s.done), ('failed', s.failed), ('cancelled', s.cancelled)) as v (state, rows)
      union all select 'audit_log', 'stored', count(*) from audit_log
    on conflict (subject, state) do update set rows = excluded.rows, counted_at = excluded.counted_at`);
}
