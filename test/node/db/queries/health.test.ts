import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Statement, sql } from '../../../../src/db/client.ts';
import { selectProgress } from '../../../../src/db/queries/embeddings.ts';
import { selectContentCounts } from '../../../../src/db/queries/health.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());

/** The plan where the planner avoids whatever else it can, as with large tables: these are empty. */
async function planOf(statement: Statement): Promise<string> {
  const [, , plan] = await world.db.batch([
    sql`set local enable_seqscan = off`,
    sql`set local enable_bitmapscan = off`,
    { ...statement, text: `explain ${statement.text}` },
  ]);
  return JSON.stringify(plan);
}

it.each([
  ['songs', selectProgress, 'tracks_states_idx on tracks'],
  ['analyses', selectContentCounts, 'analysis_results_counted_idx on analysis_results'],
])(
  'counts %s from an index alone, because /health is public and their table is large',
  async (_, statement, index) => {
    expect(await planOf(statement)).toContain(`Index Only Scan using ${index}`);
  },
);
