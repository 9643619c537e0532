import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import {
  type AnalysedTrack,
  type AnalysisWrite,
  findAnalysis,
  storeAnalyses,
  storeFailedAnalyses,
} from '../../../../src/db/queries/analyses.ts';
import { seedSong } from '../../../support/seed-artist.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

const KEY = {
  textHash: 'hash',
  analyzerType: 'qwen',
  modelVersion: 'm',
  promptVersion: 'p',
  engineVersion: 'e',
  temperature: 0.5,
};

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.db.batch([sql`delete from analysis_results`, sql`delete from tracks`]));

const writeOf = (
  summary: string,
  track: AnalysedTrack,
  more: Partial<AnalysisWrite> = {},
): AnalysisWrite => ({
  key: KEY,
  track,
  sentiment: 'mixed',
  confidence: 0.5,
  themes: [],
  complexityScore: null,
  qualityScore: null,
  data: { summary },
  tokens: 10,
  costUsd: 0,
  processingTimeMs: 1,
  degraded: false,
  degradedReason: null,
  ...more,
});
const store = (summary: string, track: AnalysedTrack = null, more: Partial<AnalysisWrite> = {}) =>
  storeAnalyses(world.db, writeOf(summary, track, more), []);
const rows = () =>
  world.db.query(sql`
    select origin, track_id, artist, title, status, error, analysis_data ->> 'summary' as summary
    from analysis_results order by id`);

async function addTrack(
  title: string,
  lyrics: string,
): Promise<{ id: number; artist: string; title: string }> {
  const artist = 'Sample Artist';
  return { id: await seedSong(world.db, { artist, title, lyrics }), artist, title };
}

describe('a stored analysis', () => {
  it('replaces an earlier one of its key and keeps the row and its names', async () => {
    const track = await addTrack('One', 'some words');
    const id = await store('first', track);
    expect(await store('second', { id: track.id, artist: 'Renamed', title: 'Renamed' })).toBe(id);
    expect(await rows()).toMatchObject([{ artist: 'Sample Artist', title: 'One', summary: 'second' }]);
  });

  it('is not replaced by a fallback, whose id it answers', async () => {
    const id = await store('asked for');
    expect(await store('by a fallback', null, { degraded: true, degradedReason: 'timed_out' })).toBe(id);
    expect(await rows()).toMatchObject([{ summary: 'asked for' }]);
  });

  it.each([
    ['a fallback by a fallback', true, true],
    ['a fallback by what was asked for', true, false],
  ])('replaces %s', async (_, first, second) => {
    await store('first', null, { degraded: first });
    await store('second', null, { degraded: second });
    expect(await rows()).toMatchObject([{ summary: 'second' }]);
  });

  it('replaces a failure, even as a fallback, but a failure does not replace it', async () => {
    const fail = (error: string) => storeFailedAnalyses(world.db, [{ key: KEY, track: null, error }]);
    await fail('timed out');
    await fail('refused');
    expect(await rows()).toMatchObject([{ status: 'failed', error: 'refused' }]);
    await store('by a fallback', null, { degraded: true });
    await fail('timed out');
    expect(await rows()).toMatchObject([{ status: 'done', error: null, summary: 'by a fallback' }]);
  });

  it('names the song also when an earlier attempt had failed', async () => {
    const track = await addTrack('One', 'some words');
    await storeFailedAnalyses(world.db, [{ key: KEY, track, error: 'timed out' }]);
    await store('second', track);
    expect(await rows()).toMatchObject([{ artist: 'Sample Artist', title: 'One', status: 'done' }]);
  });

  it('belongs to the first track with the text, or to the track that had it', async () => {
    const [first, second] = [
      await addTrack('One', 'the same words'),
      await addTrack('Two', 'the same words'),
    ];
    const [row] = await world.db.query<{ hash: string }>(sql`select min(text_hash) as hash from tracks`);
    const key = { ...KEY, textHash: row?.hash ?? '' };
    await store('of both', second, { key });
    await store('of a text that was edited meanwhile', second);
    expect(await rows()).toMatchObject([{ track_id: first.id }, { track_id: second.id }]);
  });

  it('of a caller belongs to no track and no artist', async () => {
    await store('of a caller');
    expect(await rows()).toMatchObject([{ origin: 'ad_hoc', track_id: null, artist: null, title: null }]);
  });

  it('is stored together with the failures on the way', async () => {
    const failed = { key: { ...KEY, modelVersion: 'other' }, track: null, error: 'timed out' };
    await storeAnalyses(world.db, writeOf('answer', null), [failed]);
    expect(await rows()).toMatchObject([
      { status: 'done', summary: 'answer' },
      { status: 'failed', error: 'timed out' },
    ]);
  });
});

describe('finding an analysis', () => {
  const find = (origin: 'catalogue' | 'ad_hoc', key = KEY) => findAnalysis(world.db, key, origin);

  it('gives the catalogue its own only, and a caller the latest of both', async () => {
    await store('of a caller');
    expect(await find('catalogue')).toBeNull();
    await store('of the catalogue', await addTrack('One', 'some words'));
    expect(await find('catalogue')).toMatchObject({ analysis_data: { summary: 'of the catalogue' } });
    await world.db.query(
      sql`update analysis_results set updated_at = now() + interval '1 minute' where origin = 'ad_hoc'`,
    );
    expect(await find('ad_hoc')).toMatchObject({ analysis_data: { summary: 'of a caller' } });
    await world.db.query(
      sql`update analysis_results set updated_at = now() - interval '1 minute' where origin = 'ad_hoc'`,
    );
    expect(await find('ad_hoc')).toMatchObject({ analysis_data: { summary: 'of the catalogue' } });
  });

  it.each([
    ['text', { textHash: 'other' }],
    ['analyser', { analyzerType: 'hybrid' }],
    ['model', { modelVersion: 'other' }],
    ['prompt', { promptVersion: 'other' }],
    ['engine', { engineVersion: 'other' }],
    ['temperature', { temperature: 0.6 }],
  ])('finds none of another %s', async (_, other) => {
    await store('of a caller');
    expect(await find('ad_hoc')).not.toBeNull();
    expect(await find('ad_hoc', { ...KEY, ...other })).toBeNull();
  });

  it('finds no failure and no answer of a fallback', async () => {
    await storeFailedAnalyses(world.db, [{ key: KEY, track: null, error: 'timed out' }]);
    expect(await find('ad_hoc')).toBeNull();
    await store('by a fallback', null, { degraded: true });
    expect(await find('ad_hoc')).toBeNull();
  });
});
