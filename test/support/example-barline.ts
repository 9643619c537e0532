import { sql } from '../../src/db/client.ts';
import { EXAMPLE_BATCH_ID } from '../../src/http/schemas/examples.ts';
import { VERSE } from './seed.ts';
import { openBarline, startPart, type TestBarline } from './test-barline.ts';
import type { WatchedArtist } from './wire-types.ts';

/** A Worker with the data that the document's examples refer to: two artists of the demo, a batch and a dead letter. */
export async function openExampleBarline(): Promise<TestBarline> {
  const artists = ['Marlow Vane', 'Oda Brightwater'];
  const chat = await startPart({ kind: 'chat', judges: true });
  const barline = await openBarline({ redis: 'mock', artists, vars: chat.vars });
  for (const name of artists) {
    const { status } = await barline.call<WatchedArtist>('/ingest/artists', { name, limit: 3 });
    if (status !== 202) throw new Error(`watching ${name} answered ${status}`);
    await barline.deliver();
  }
  const message = JSON.stringify({ type: 'track.analyze', track_id: 1 });
  await barline.sql.batch([
    sql`insert into batches (id, operation, items_count, created_by, accepted_at)
      values (${EXAMPLE_BATCH_ID}::uuid, 'validate', 1, 'admin', now())`,
    sql`insert into batch_items (batch_id, position, item_id, lyrics, status)
      values (${EXAMPLE_BATCH_ID}::uuid, 0, 'song-1', ${VERSE}::text, 'cancelled')`,
    sql`insert into dead_letters (queue, message_id, message_type, body, attempts)
      values ('barline-analysis', 'm-1', 'track.analyze', ${message}::jsonb, 1)`,
  ]);
  return barline;
}
