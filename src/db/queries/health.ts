import { type Sql, sql } from '../client.ts';

/** The smallest question: whether the database answers. */
export async function pingDatabase(db: Sql): Promise<void> {
  await db.query(sql`select 1`);
}

export interface ContentCounts {
  tracks: number;
  analyses: number;
  artists: number;
  open_dead_letters: number;
}

export async function countContent(db: Sql): Promise<ContentCounts> {
  const rows = await db.query<ContentCounts>(sql`
    select (select count(*)::int from tracks) as tracks,
      (select count(*)::int from analysis_results where status = 'done') as analyses,
      (select count(*)::int from artists) as artists,
      (select count(*)::int from dead_letters where replayed_at is null) as open_dead_letters`);
  return rows[0] ?? { tracks: 0, analyses: 0, artists: 0, open_dead_letters: 0 };
}
