import { type Sql, sql } from '../../../src/db/client.ts';
import { EXAMPLE_BATCH_ID, EXAMPLE_KEY_ID } from '../../../src/http/schemas/examples.ts';

const TEXT = 'The kettle hums a tune about the rain\nA ticket stub, a window on the train';

/** Stores what the document's examples refer to beside songs and artists: a batch, a dead letter and a key. */
export async function seedExamples(db: Sql): Promise<void> {
  const message = JSON.stringify({ type: 'track.analyze', track_id: 1 });
  await db.batch([
    sql`insert into batches (id, operation, items_count, created_by, accepted_at)
      values (${EXAMPLE_BATCH_ID}::uuid, 'validate', 1, 'admin', now())`,
    sql`insert into batch_items (batch_id, position, item_id, lyrics, status)
      values (${EXAMPLE_BATCH_ID}::uuid, 0, 'song-1', ${TEXT}::text, 'cancelled')`,
    sql`insert into dead_letters (queue, message_id, message_type, body, attempts)
      values ('barline-analysis', 'm-1', 'track.analyze', ${message}::jsonb, 1)`,
    sql`insert into api_keys (id, name, secret_hash, role) values (${EXAMPLE_KEY_ID}::text, 'example', '', 'reader')`,
  ]);
}
