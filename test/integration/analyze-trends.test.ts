import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { AnalyzeTrendsAnswer } from '../../src/http/schemas/analyze-trends.ts';
import { STEPS } from '../../src/services/schedule/steps.ts';
import type { CurrentTrends, TrendForecasts } from '../../src/services/trends/contract.ts';
import { TRENDS_VERSION } from '../../src/services/trends/stored-trends.ts';
import { plantedSongs, seedTrendSongs } from '../support/seed-trends.ts';
import { openBarline, type TestBarline } from '../support/test-barline.ts';

type Answer<T> = T & { freshness: { source: string; stale: boolean } };

const SONGS = 160;

let barline: TestBarline;
let ids: number[];
beforeAll(async () => {
  barline = await openBarline();
  ids = await seedTrendSongs(barline.sql, plantedSongs(SONGS / 10));
}, 120_000);

async function ask<T>(body: object): Promise<Answer<T>> {
  const { status, body: answer } = await barline.call<Answer<T>>('/analyze-trends', body);
  expect(status, JSON.stringify(answer).slice(0, 500)).toBe(200);
  AnalyzeTrendsAnswer.parse(answer);
  return answer;
}
const current = (body: object = {}) =>
  ask<CurrentTrends>({ analysis_type: 'current', time_period: '10years', ...body });
const forecast = (body: object = {}) =>
  ask<TrendForecasts>({ analysis_type: 'forecast', time_period: '10years', ...body });
/** The step of the schedule alone: the others have nothing to do with it. */
const runTrends = (slot: Date) =>
  barline.runSteps({ slot, steps: STEPS.filter(({ name }) => name === 'trends') });
const analyzer = async () => {
  const { body } = await barline.call<{ capabilities: { capability: string; detail: string }[] }>(
    '/models/info',
  );
  return body.capabilities.find(({ capability }) => capability === 'trend_analyzer');
};
const loveOf = ({ series }: CurrentTrends) => series.find(({ name }) => name === 'theme_love');
const change = (column: 'hide' | 'repeat' | 'stand' | 'rewrite', at: number) => {
  const id = ids[at] ?? 0;
  const changes = {
    hide: sql`lyrics = null, lyrics_state = 'instrumental', text_hash = null`,
    repeat: sql`duplicate_of = ${ids[0] ?? 0}::int`,
    stand: sql`duplicate_of = null`,
    rewrite: sql`lyrics = 'new words', text_hash = 'new', analysis_status = 'pending'`,
  };
  return barline.sql.query(sql`update tracks set ${changes[column]} where id = ${id}::int`);
};

describe('the trends of a catalogue', () => {
  it('are those of its songs, with the songs behind them', async () => {
    const answer = await current();
    expect(answer.songs).toMatchObject({ counted: SONGS, artists: 12, passing: SONGS, undated: 0 });
    expect(answer.window).toMatchObject({ to: '2025-12-31', newest_release: '2025-12-08', width: 2 });
    const love = loveOf(answer);
    expect(love).toMatchObject({ direction: 'rising', significant: true });
    expect(love?.songs).toHaveLength(3);
    expect(answer.rising).toEqual(['theme_love']);
    expect(answer.falling).toEqual(['theme_wealth']);
  });

  it('are ready to be computed before the schedule has', async () => {
    expect(await analyzer()).toMatchObject({ state: 'ready', build: null });
  });

  it('of a language, an artist or a theme are those of its songs', async () => {
    expect((await current({ language: 'es' })).songs.passing).toBe(SONGS / 10);
    const themed = await current({ theme: 'faith' });
    expect(themed.songs.passing).toBe(SONGS / 4);
    const one = await current({ artist: 'ARTIST 3' });
    expect(one.songs).toMatchObject({ artists: 1, counted: one.songs.passing });
    const both = await current({ artist: 'Artist 3', language: 'ja' });
    expect(both.insufficient).toMatchObject({ reason: 'no_songs' });
    expect((await forecast({ language: 'en' })).songs.passing).toBe((SONGS * 9) / 10);
  });

  it('of an artist who does not exist are 404, with the names that are most like it', async () => {
    const { status, body } = await barline.call<{ code: string; detail: string }>('/analyze-trends', {
      analysis_type: 'current',
      artist: 'Artst 3',
    });
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'NOT_FOUND' });
    expect(body.detail).toContain('Artist 3');
  });

  it.each(["'; drop table tracks; --", '💔', '%', '\\', 'Ƒ'.repeat(200)])(
    'of an artist called %j are 404',
    async (artist) => {
      for (const analysis_type of ['current', 'forecast', 'clusters'])
        expect((await barline.call('/analyze-trends', { analysis_type, artist })).status).toBe(404);
    },
  );

  it('are computed by the schedule, until a takedown, a re-scrape or a duplicate changes them', async () => {
    const slot = (n: number) => new Date(Date.parse('2026-03-01T12:00:00Z') + n * 900_000);
    for (let n = 0; n < 4; n++) await runTrends(slot(n));
    const stored = await current();
    expect(stored.freshness).toMatchObject({ source: 'stored', stale: false });
    expect(stored.rising).toEqual(['theme_love']);
    expect(loveOf(stored)?.songs).toHaveLength(3);
    expect((await forecast({ time_period: '120months' })).freshness.source).toBe('stored');
    expect((await current({ time_period: '9years' })).freshness.source).toBe('computed');
    expect((await current({ language: 'en' })).freshness.source).toBe('computed');

    expect(await analyzer()).toMatchObject({
      state: 'ready',
      detail: `Series of ${SONGS} songs.`,
      build: { version: TRENDS_VERSION, data_hash: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });

    const shown = loveOf(stored)?.songs[0]?.id ?? 0;
    await change('hide', ids.indexOf(shown));
    const after = await current();
    expect(after.freshness).toMatchObject({ source: 'computed', stale: false });
    expect(after.songs.counted).toBe(SONGS - 1);
    expect((await analyzer())?.detail).toContain('Songs have changed since.');
    expect(loveOf(after)?.songs.map(({ id }) => id)).not.toContain(shown);
    await change('repeat', 1);
    expect((await current()).songs.counted).toBe(SONGS - 2);
    await change('rewrite', 2);
    const rewritten = await current();
    expect(rewritten.songs.counted).toBe(SONGS - 3);
    expect(rewritten.notes).toContainEqual(expect.stringMatching(/^Not counted: 1 song not analysed yet/));
    expect((await current({ language: 'xh' })).notes).toEqual([]);
    await change('stand', 1);
    expect((await current()).songs.counted).toBe(SONGS - 2);

    await runTrends(slot(4));
    const rows = await barline.sql.query<{ songs: number }>(
      sql`select songs from trend_answers where songs = ${SONGS - 2}::int`,
    );
    expect(rows).toHaveLength(4);
  });

  it('that were stored in another shape are computed', async () => {
    await barline.sql.query(sql`
      update trend_answers set answer = '{"series": "none"}', songs = ${SONGS - 2}::int,
        changed_at = (select max(changed_at) from track_measures)`);
    expect((await current()).freshness.source).toBe('computed');
  });
});

describe('what cannot be asked', () => {
  it.each([
    [{ time_period: 'last summer' }],
    [{ time_period: 'five years' }],
    [{ time_period: '2months' }],
    [{ time_period: '0years' }],
    [{ time_period: '-5years' }],
    [{ time_period: '11years' }],
    [{ time_period: '121months' }],
    [{ time_period: '5.5years' }],
    [{ time_period: '5 years' }],
    [{ time_period: '1years' }],
    [{ time_period: '5year' }],
    [{ time_period: '٥years' }],
    [{ time_period: "5years'; drop table tracks" }],
    [{ time_period: '' }],
    [{ time_period: null }],
    [{ time_period: 5 }],
    [{ time_period: ['5years'] }],
    [{ time_period: '5years\n' }],
    [{}],
    [{ analysis_type: 'past' }],
    [{ analysis_type: '' }],
    [{ analysis_type: ['current'] }],
    [{ analysis_type: 1 }],
    [{ artist: '' }],
    [{ artist: '   ' }],
    [{ artist: 'a'.repeat(201) }],
    [{ artist: 7 }],
    [{ artist: 'a\u0000b' }],
    [{ artist: '\ud800' }],
    [{ language: 'English' }],
    [{ language: 'EN' }],
    [{ language: 'zz' }],
    [{ theme: 'money' }],
    [{ theme: '💔' }],
    [{ theme: "love' or 1=1" }],
    [{ themes: ['love'] }],
    [[]],
    ['current'],
    [null],
  ])('%j is 422', async (fault) => {
    const isObject = typeof fault === 'object' && fault !== null && !Array.isArray(fault);
    const isEmpty = isObject && Object.keys(fault).length === 0;
    const body = isObject && !isEmpty ? { analysis_type: 'current', ...fault } : fault;
    const { status, body: problem } = await barline.call<{ code: string }>('/analyze-trends', body);
    expect({ status, code: problem.code }).toEqual({ status: 422, code: 'VALIDATION_FAILED' });
  });
});
