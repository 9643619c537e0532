import { type Sql, sql } from '../../../src/db/client.ts';
import { storeBuild } from '../../../src/db/queries/cluster-builds.ts';
import { EXAMPLE_BATCH_ID, EXAMPLE_KEY_ID, EXAMPLE_TAKEDOWN_ID } from '../../../src/http/schemas/examples.ts';
import { colourOf } from '../../../src/ml/clusters/colour-of.ts';
import { encodeMap } from '../../../src/ml/clusters/map-layout.ts';

const TEXT = 'The kettle hums a tune about the rain\nA ticket stub, a window on the train';

/**
 * Stores what the document's examples refer to beside songs and artists: a batch, a dead letter, a key, clusters with their
 * map, and a song to take down.
 */
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
  await seedClusters(db);
  await db.query(sql`
    insert into tracks (id, artist_id, source, artist, title, lyrics, lyrics_state, text_hash) overriding system value
    select ${EXAMPLE_TAKEDOWN_ID}::int, id, 'import', name, 'To be taken down', 'A line that goes away', 'ok', 'example'
    from artists order by id limit 1`);
}

/** All songs in one cluster. */
async function seedClusters(db: Sql): Promise<void> {
  const songs = await db.query<{ id: number }>(
    sql`select id from tracks where lyrics is not null and duplicate_of is null order by id`,
  );
  const ids = songs.map(({ id }) => id);
  const points = ids.map((id, i) => ({ id, x: i * 100, y: i * 100, cluster: 0, year: null }));
  const colour = colourOf(0);
  await storeBuild(db, {
    id: 1,
    embedding_model: 'example',
    data_hash: 'example',
    seed: 1,
    songs: ids.length,
    last_song_id: ids.at(-1) ?? 0,
    metrics: { k: 1, silhouette: null },
    map: encodeMap({
      build: 1,
      points,
      legend: [{ cluster: 0, label: 'all', colour, songs: ids.length, x: 0, y: 0 }],
    }),
    clusters: [
      {
        key: 0,
        label: 'all',
        colour,
        songs: ids.length,
        words: [],
        artists: [],
        years: null,
        examples: ids.slice(0, 3),
      },
    ],
    members: { ids, keys: ids.map(() => 0), places: ids.map((_, i) => i + 1) },
  });
}
