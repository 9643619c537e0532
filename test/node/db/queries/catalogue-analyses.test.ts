import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { type AnalysisKey, storeFailedAnalyses } from '../../../../src/db/queries/analyses.ts';
import {
  countCoverage,
  findTracksWithout,
  findTracksWithoutVector,
  storeAnalysisEmbedding,
} from '../../../../src/db/queries/catalogue-analyses.ts';
import { seedAnalysis, seedSong } from '../../../support/seed-artist.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());
beforeEach(() =>
  world.db.batch([
    sql`delete from analysis_results`,
    sql`delete from tracks`,
    sql`update embedding_models set model = null`,
  ]),
);

const ENGINE = {
  analyzerType: 'algorithmic',
  modelVersion: 'engine',
  promptVersion: '',
  engineVersion: '',
  temperature: 0,
};
const DAY = 24;

interface SongState {
  status?: 'pending' | 'done' | 'failed';
  /** Hours since the track was last changed. */
  age?: number;
  hasLyrics?: boolean;
  isAnalysed?: boolean;
}

async function addSong(
  title: string,
  { status = 'done', age = 0, hasLyrics = true, isAnalysed = false }: SongState = {},
): Promise<number> {
  const id = await seedSong(world.db, {
    artist: 'Sample Artist',
    title,
    lyrics: `the words of ${title}`,
    ...(isAnalysed ? { analysis: {} } : {}),
  });
  await world.db.query(sql`
    update tracks set analysis_status = ${status}::text,
      lyrics_state = case when ${hasLyrics}::boolean then lyrics_state else 'instrumental' end,
      lyrics = case when ${hasLyrics}::boolean then lyrics end,
      updated_at = now() - ${age}::int * interval '1 hour'
    where id = ${id}::int`);
  return id;
}

async function hashOf(id: number): Promise<string> {
  const rows = await world.db.query<{ text_hash: string }>(
    sql`select text_hash from tracks where id = ${id}::int`,
  );
  return rows[0]?.text_hash ?? '';
}

describe('the tracks without an analysis', () => {
  const without = (key: Partial<AnalysisKey> = {}, page: { afterId?: number; limit?: number } = {}) =>
    findTracksWithout(world.db, { ...ENGINE, ...key }, { afterId: 0, limit: 10, ...page });

  it.each([
    ['analysed by another analyser', { isAnalysed: true }, { analyzerType: 'qwen' }],
    ['analysed by another model', { isAnalysed: true }, { modelVersion: 'next' }],
    ['analysed with another prompt', { isAnalysed: true }, { promptVersion: 'v2' }],
    ['counted by another engine', { isAnalysed: true }, { engineVersion: 'next' }],
    ['analysed with another temperature', { isAnalysed: true }, { temperature: 0.5 }],
    ['that failed two days ago', { status: 'failed', age: 2 * DAY }, {}],
  ] as const)('include one %s', async (title, state, key) => {
    const id = await addSong(title, state);
    expect(await without(key)).toEqual([id]);
  });

  it.each([
    ['analysed so already', { isAnalysed: true }],
    ['that failed an hour ago', { status: 'failed', age: 1 }],
    ['that has waited for its first analysis for two days', { status: 'pending', age: 2 * DAY }],
    ['without lyrics', { hasLyrics: false }],
  ] as const)('do not include one %s', async (title, state) => {
    await addSong(title, state);
    expect(await without()).toEqual([]);
  });

  it('include one whose last attempt is a day old, but none with a later attempt', async () => {
    const id = await addSong('failed before');
    const key = { ...ENGINE, textHash: await hashOf(id) };
    const track = { id, artist: 'Sample Artist', title: 'failed before' };
    await storeFailedAnalyses(world.db, [{ key, track, error: 'the model did not answer' }]);
    expect(await without()).toEqual([]);
    await world.db.query(sql`update analysis_results set updated_at = now() - interval '25 hours'`);
    expect(await without()).toEqual([id]);
  });

  it('ignore what a caller had analysed', async () => {
    const id = await addSong('sent by a caller');
    await world.db.query(sql`
      insert into analysis_results (origin, text_hash, analyzer_type, model_version, prompt_version, temperature, status,
        analysis_data)
      values ('ad_hoc', ${await hashOf(id)}::text, 'algorithmic', 'engine', '', 0, 'done', '{}')`);
    expect(await without()).toEqual([id]);
  });

  it('come in pages, by id', async () => {
    const ids = [await addSong('one'), await addSong('two'), await addSong('three')];
    expect(await without({}, { limit: 2 })).toEqual(ids.slice(0, 2));
    expect(await without({}, { afterId: ids[1] ?? 0 })).toEqual(ids.slice(2));
  });
});

describe('the vector of an analysis', () => {
  const vector = Array.from({ length: 512 }, (_, i) => (i === 0 ? 1 : 0));
  const analysisOf = async (trackId: number) => {
    const [row] = await world.db.query<{ id: number; version: string; model: string | null }>(sql`
      select id, updated_at::text as version, embedding_model as model from analysis_results
      where track_id = ${trackId}::int order by id limit 1`);
    if (row === undefined) throw new Error('the analysis is gone');
    return row;
  };
  const store = (of: { id: number; version: string }) =>
    storeAnalysisEmbedding(world.db, { analysisId: of.id, version: of.version, model: 'model', vector });

  it('is stored for this analysis and no other text', async () => {
    const [first, second] = [
      await addSong('one', { isAnalysed: true }),
      await addSong('two', { isAnalysed: true }),
    ];
    expect(await findTracksWithoutVector(world.db, { afterId: 0, limit: 10 })).toEqual([first, second]);
    await store(await analysisOf(first));
    expect((await analysisOf(first)).model).toBe('model');
    expect((await analysisOf(second)).model).toBeNull();
    expect(await findTracksWithoutVector(world.db, { afterId: 0, limit: 10 })).toEqual([second]);
  });

  it('is dropped when the analysis has changed since it was read', async () => {
    const id = await addSong('one', { isAnalysed: true });
    const read = await analysisOf(id);
    await world.db.query(sql`update analysis_results set updated_at = updated_at + interval '1 second'`);
    await store(read);
    expect((await analysisOf(id)).model).toBeNull();
  });

  it('is dropped when the analysis is not the current one of its text', async () => {
    const id = await addSong('one', { isAnalysed: true });
    const read = await analysisOf(id);
    await world.db.query(sql`delete from track_facets`);
    await store(read);
    expect((await analysisOf(id)).model).toBeNull();
  });
});

it('coverage counts the tracks of each analyser that have lyrics, the most used first', async () => {
  const [one] = [await addSong('one', { isAnalysed: true }), await addSong('two', { isAnalysed: true })];
  await addSong('three', { isAnalysed: true, hasLyrics: false });
  await addSong('four');
  await seedAnalysis(world.db, { hash: await hashOf(one), trackId: one }, { model: 'a newer engine' });
  const of = { analyzer_type: 'algorithmic', prompt_version: '', engine_version: '' };
  expect(await countCoverage(world.db)).toEqual([
    { ...of, model_version: 'engine', tracks: 2 },
    { ...of, model_version: 'a newer engine', tracks: 1 },
  ]);
});
