import { createContainer } from '../../src/container.ts';
import type { Sql } from '../../src/db/client.ts';
import type { Env } from '../../src/env.ts';
import { storeDemoSongs } from '../eval/store-demo-songs.ts';
import { readEngineAssets } from '../read-lexicon.ts';
import { seedExamples } from './request/seed-examples.ts';

/** Stores the demo songs and what the document's examples refer to, through the services, and returns the database. */
export async function storeDemo(vars: Readonly<Record<string, string>>): Promise<Sql> {
  const open = createContainer(await readEngineAssets());
  const pending: Promise<unknown>[] = [];
  const ctx = open({
    env: { ENVIRONMENT: 'local', ...vars } as Env,
    requestId: 'bench',
    actor: { type: 'operator' },
    waitUntil: (work) => pending.push(work),
  });
  await storeDemoSongs(ctx, () => {});
  await seedExamples(ctx.sql);
  await Promise.all(pending);
  return ctx.sql;
}
