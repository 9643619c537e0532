import type { Sql } from '../../../db/client.ts';
import { mendOrphans, removeDuplicates } from '../../../db/queries/restore-rows.ts';
import { listSetAside, putBack, type SetAside } from '../../../db/queries/restore-state.ts';
import type { TablePlanRow } from '../../../db/queries/table-plans.ts';
import type { Say } from './report.ts';

/** Of references to rows that refer to other rows. */
const MAX_ROUNDS = 50;

/**
 * Puts indexes, foreign keys and triggers back. Tables were read while they changed, so rows that contradict each other are
 * dropped first, and noted.
 */
export async function mendTables(db: Sql, plans: readonly TablePlanRow[], say: Say): Promise<void> {
  const aside = await listSetAside(db);
  for (const index of aside.filter(({ kind }) => kind === 'unique')) {
    const key = plans.find(({ table }) => table === index.table_name)?.key_columns ?? [];
    await removeDuplicates(db, index, key);
  }
  await dropOrphans(
    db,
    aside.filter(({ kind }) => kind === 'foreign_key'),
  );
  let done = 0;
  for (const one of aside) {
    say({ what: `putting back ${one.name}`, done: done++, total: aside.length });
    await putBack(db, one);
  }
}

async function dropOrphans(db: Sql, keys: readonly SetAside[]): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let changed = 0;
    for (const key of keys) changed += await mendOrphans(db, key);
    if (changed === 0) return;
  }
}
