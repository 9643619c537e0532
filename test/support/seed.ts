import { type Sql, sql } from '../../src/db/client.ts';
import { EXAMPLE_BATCH_ID, EXAMPLE_KEY_ID } from '../../src/http/schemas/examples.ts';
import { sha256Hex } from '../../src/lib/hash.ts';

export const VERSE = `[Verse 1]
The kettle hums a tune about the rain
A ticket stub, a window on the train
I count the lamps that lean along the lane
And every one is calling out your name

[Chorus]
Carry me over the river of light
Carry me home at the end of the night
Carry me over the river of light
Nothing is broken that morning can't right`;

/** Stores a song as the scraper does: without a vector or an analysis. */
export async function seedTrack(
  db: Sql,
  song: { artist?: string; title?: string; lyrics?: string; language?: string } = {},
): Promise<number> {
  const { artist = 'Sample Artist', title = 'Sample Song', lyrics = VERSE, language = 'en' } = song;
  const [, rows] = await db.batch([
    sql`insert into artists (name) values (${artist}::text) on conflict do nothing`,
    sql`
      insert into tracks (artist_id, source, artist, title, language, lyrics, lyrics_state, text_hash,
        embedding_status, analysis_status)
      select id, 'import', name, ${title}::text, ${language}::text, ${lyrics}::text, 'ok',
        ${await sha256Hex(lyrics)}::text, 'pending', 'pending'
      from artists where name = ${artist}::text
      returning id`,
  ]);
  return Number(rows?.[0]?.id);
}

const ROWS = 3;

/** Rows for the pages of every list. */
export async function fillLists(db: Sql): Promise<void> {
  const rows = sql`generate_series(1, ${ROWS}::int) as n`;
  await db.batch([
    sql`insert into artists (name, genius_id) select 'Artist ' || n, n from ${rows}`,
    sql`insert into tracks (artist_id, source, artist, title, lyrics, lyrics_state, text_hash)
      select a.id, 'genius', a.name, 'A word of title', 'the word ' || a.id || ' goes on, leaving a small town', 'ok', 'hash' || a.id
      from artists a`,
    sql`insert into ingest_runs (artist_id, trigger, status) select id, 'cli', 'done' from artists`,
    sql`insert into dead_letters (queue, message_id, body, attempts) select 'q', n::text, '{}', 1 from ${rows}`,
    sql`insert into batches (id, operation, items_count, created_by, accepted_at)
      values (${EXAMPLE_BATCH_ID}::uuid, 'validate', ${ROWS}::int, 'admin', now())`,
    sql`insert into batch_items (batch_id, position, item_id, lyrics, status)
      select ${EXAMPLE_BATCH_ID}::uuid, n - 1, 'song-' || n, 'A line of words', 'cancelled' from ${rows}`,
    sql`insert into api_keys (id, name, secret_hash, role) select ${EXAMPLE_KEY_ID}::text, 'example', '', 'reader'`,
    sql`insert into api_keys (id, name, secret_hash, role) select 'FilledKey00' || n, 'filled', '', 'reader' from ${rows}`,
    sql`insert into takedowns (kind, subject, reason, created_by) select 'track', 'A song', 'Asked for', 'operator' from ${rows}`,
    sql`insert into audit_log (actor, action) select 'operator', 'createKey' from ${rows}`,
  ]);
}
