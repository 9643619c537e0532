import { countProgress } from '../../src/db/queries/embeddings.ts';
import type { OperatorContext } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

const POLL_MS = 500;
/** Resuming sends what still waits a second time, so it is done only when messages seem lost. */
const RESUME_AFTER_MS = 20_000;
const GIVE_UP_AFTER_MS = 10 * 60_000;

export interface WorkCounts {
  embedded: number;
  analyzed: number;
  failed: number;
  unembeddable: number;
}

/** Makes the Worker embed and analyse all pending songs, and returns the final counts of the whole database. */
export async function waitForWork(
  operator: { ctx: Pick<OperatorContext['ctx'], 'sql' | 'clock'> } & Pick<OperatorContext, 'resume'>,
): Promise<WorkCounts> {
  const { sql, clock } = operator.ctx;
  const progress = createProgress('songs embedded and analysed');
  try {
    let counts = await countProgress(sql);
    const total = counts.pending;
    if (total > 0) await operator.resume();
    let movedAt = clock.now();
    let resumedAt = movedAt;
    while (counts.pending > 0) {
      await clock.sleep(POLL_MS);
      const before = counts.pending;
      counts = await countProgress(sql);
      progress.update(total - counts.pending, total, counts.failed > 0 ? `${counts.failed} failed` : '');
      const now = clock.now();
      if (counts.pending !== before) movedAt = now;
      if (now - movedAt > GIVE_UP_AFTER_MS) {
        throw new Error(`${counts.pending} songs still wait, and none was finished for ten minutes.`);
      }
      if (now - Math.max(movedAt, resumedAt) > RESUME_AFTER_MS) {
        await operator.resume();
        resumedAt = now;
      }
    }
    const { embedded, analyzed, failed, unembeddable } = counts;
    return { embedded, analyzed, failed, unembeddable };
  } finally {
    progress.stop();
  }
}
