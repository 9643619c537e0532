import { type Sql, type Statement, sql } from '../client.ts';
import { firstOf, rowsOf } from '../rows.ts';
import { type StepRunRow, selectLastStepRuns } from './cron.ts';
import { type Progress, selectProgress } from './embeddings.ts';
import { type StoppedRuns, selectStoppedRuns } from './runs.ts';

/** The simplest query: whether the database answers. */
export async function pingDatabase(db: Sql): Promise<void> {
  await db.query(sql`select 1`);
}

export interface ContentCounts {
  /** Analyses of the catalogue, including replaced ones. */
  analyses: number;
  artists: number;
  open_dead_letters: number;
}

/** The statement behind the counts of analyses, artists and dead letters. */
export const selectContentCounts: Statement = sql`
  select (select count(*)::int from analysis_results where origin = 'catalogue' and status = 'done') as analyses,
    (select count(*)::int from artists) as artists,
    (select count(*)::int from dead_letters where replayed_at is null) as open_dead_letters`;

/** The counts that `/health` shows, the last run of each step of the schedule and stopped runs, in one round trip. */
export async function readHealth(
  db: Sql,
  stepNames: readonly string[],
): Promise<{ content: Progress & ContentCounts; steps: StepRunRow[]; stopped: StoppedRuns | null }> {
  const [progress, content, steps, stopped] = await db.batch(
    [selectProgress, selectContentCounts, selectLastStepRuns(stepNames), selectStoppedRuns],
    { readOnly: true },
  );
  const known = firstOf<Progress>(progress);
  const counts = firstOf<ContentCounts>(content);
  if (known === null || counts === null) throw new Error('counts are one row each');
  return {
    content: { ...known, ...counts },
    steps: rowsOf<StepRunRow>(steps),
    stopped: firstOf<StoppedRuns>(stopped),
  };
}
