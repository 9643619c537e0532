import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { addTags } from '../../../../src/db/queries/track-tags.ts';
import { seedSong } from '../../../support/seed-artist.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());

const notesOf = async (id: number): Promise<string> => {
  const rows = await world.db.query<{ notes: string }>(
    sql`select search_notes as notes from tracks where id = ${id}::int`,
  );
  return rows[0]?.notes ?? '';
};

it('what a song is about follows its tags and its current analysis', async () => {
  const id = await seedSong(world.db, {
    artist: 'Mara Lune',
    title: 'Lamps',
    lyrics: 'a lamp along the lane',
  });
  expect(await notesOf(id)).toBe('');
  await addTags(world.db, { trackId: id, tags: ['boom-bap', 'sea shanty'] });
  expect(await notesOf(id)).toContain('boom bap');
  await world.db.query(sql`
    insert into analysis_results (origin, track_id, text_hash, analyzer_type, model_version, status, sentiment, themes, analysis_data)
    select 'catalogue', id, text_hash, 'qwen', 'm', 'done', 'negative', array['loss_grief'],
      '{"summary": "A widow lights a lamp.", "questions": ["Who lights the lamp?"], "style": {"tone": "playful"},
        "emotional_profile": {"dominant": "sadness", "scores": {"anger": 0.4, "joy": 0.1}}}'
    from tracks where id = ${id}::int`);
  const notes = await notesOf(id);
  for (const word of [
    'themelossgrief',
    'feelingsadness',
    'feelinganger',
    'toneplayful',
    'sentimentnegative',
    'A widow lights a lamp.',
    'Who lights the lamp?',
    'sea shanty',
  ])
    expect(notes).toContain(word);
  expect(notes).not.toContain('feelingjoy');
  // The analysis that stands is written again in place.
  await world.db.query(sql`
    update analysis_results set themes = '{}', analysis_data = '{"summary": null, "questions": "none", "emotional_profile": {"scores": null}}'`);
  expect(await notesOf(id)).toBe('boom bap boom-bap, sea shanty sea shanty. sentimentnegative');
  await world.db.query(sql`delete from analysis_results`);
  await world.db.query(sql`delete from track_tags where tag = 'boom-bap'`);
  expect(await notesOf(id)).toBe('sea shanty sea shanty');
});
