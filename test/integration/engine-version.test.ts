import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { VERSE as JUDGED, SOUND_REPLY } from '../support/judged-verse.ts';
import { seedTrack, VERSE } from '../support/seed.ts';
import { type OwnPart, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';
import type { AnalyzedLyrics, ModelsInfo, ModelsStatus, TrackDetail } from '../support/wire-types.ts';

const [OLD, NEW] = ['engine-000000000001', 'engine-000000000002'];
const SLOT = new Date('2026-05-01T00:00:00Z').getTime();
const SLOT_MS = 900_000;
const MODEL = { LLM_REQUESTS_PER_MINUTE: '6000', LLM_BURST: '500' };

let chat: OwnPart;
let before: TestBarline;
let after: TestBarline;
let slots = 0;

beforeAll(async () => {
  chat = await startPart({ kind: 'chat' });
  const url = new URL('/__script', chat.url);
  await fetch(url, { method: 'POST', body: JSON.stringify([{ content: SOUND_REPLY, times: 0 }]) });
});
afterAll(() => chat.stop());

async function open(vars: Record<string, string> = {}): Promise<void> {
  const barline = await openBarline({ redis: 'auto', vars });
  [before, after] = [barline.withEngine(OLD), barline.withEngine(NEW)];
}

async function passSlot(barline: TestBarline): Promise<void> {
  slots += 1;
  await barline.runSchedule(new Date(SLOT + slots * SLOT_MS));
  await barline.deliver();
}

const read = async (barline: TestBarline, id: number): Promise<TrackDetail> =>
  (await barline.call<TrackDetail>(`/tracks/${id}`)).body;
const engineOf = ({ analysis, analysis_is_current }: TrackDetail) => [
  analysis?.provenance.engine_version,
  analysis_is_current,
];

describe.each([
  ['the engine', 'algorithmic'],
  ['a model, whose counts are the engine’s', 'qwen'],
  ['model and engine', 'hybrid'],
])('an answer by %s', (_, analyzer) => {
  beforeEach(() => open({ ...chat.vars, ...MODEL }));

  const ask = async (barline: TestBarline) => {
    const { status, body } = await barline.call<AnalyzedLyrics>('/analyze', { lyrics: JUDGED, analyzer });
    expect(status).toBe(200);
    return [body.cached, body.analysis.provenance.engine_version];
  };

  it('is kept for its engine and never given for another one', async () => {
    expect(await ask(before)).toEqual([false, OLD]);
    expect(await ask(before)).toEqual([true, OLD]);
    expect(await ask(after)).toEqual([false, NEW]);
    expect(await ask(after)).toEqual([true, NEW]);
    expect(await ask(before)).toEqual([true, OLD]);
  });

  it('is stored in a row of its own for each engine', async () => {
    await ask(before);
    await ask(after);
    const rows = await after.sql.query(sql`
      select analyzer_type, engine_version from analysis_results where origin = 'ad_hoc' order by id`);
    expect(rows).toEqual([OLD, NEW].map((engine_version) => ({ analyzer_type: analyzer, engine_version })));
  });

  it('that only Postgres still holds is not given for another engine either', async () => {
    await ask(before);
    const withoutCache = { UPSTASH_REDIS_REST_URL: '', UPSTASH_REDIS_REST_TOKEN: '' };
    const [old, next] = [before, after].map((barline) => barline.withVars(withoutCache));
    if (old === undefined || next === undefined) throw new Error('two Workers');
    expect(await ask(old)).toEqual([true, OLD]);
    expect(await ask(next)).toEqual([false, NEW]);
  });
});

describe.each([
  ['without a model', () => ({})],
  ['with a model', () => ({ ...chat.vars, ...MODEL })],
])('a new engine, %s,', (_, varsOf) => {
  let id: number;
  beforeEach(async () => {
    await open(varsOf());
    id = await seedTrack(before.sql, { lyrics: JUDGED });
    before.queues.add('barline-analysis', { type: 'track.analyze', track_id: id });
    await before.deliver();
  });

  it('has the song analysed again, which says meanwhile that its analysis is the former one’s', async () => {
    expect(engineOf(await read(before, id))).toEqual([OLD, true]);
    expect(engineOf(await read(after, id))).toEqual([OLD, false]);
    await passSlot(after);
    expect(engineOf(await read(after, id))).toEqual([NEW, true]);
    after.queues.sent.length = 0;
    await passSlot(after);
    expect(after.queues.sent.filter(({ body }) => isAnalysis(body))).toEqual([]);
  });

  it('that is taken back gives its place to the rows of the former one, which are not made again', async () => {
    await passSlot(after);
    const count = () => before.sql.query(sql`select id from analysis_results order by id`);
    const rows = await count();
    await passSlot(before);
    expect(engineOf(await read(before, id))).toEqual([OLD, true]);
    expect(await count()).toEqual(rows);
    before.queues.sent.length = 0;
    await passSlot(before);
    expect(before.queues.sent.filter(({ body }) => isAnalysis(body))).toEqual([]);
  });

  it('is counted by itself in the coverage of the catalogue', async () => {
    await passSlot(after);
    const { body } = await after.call<ModelsStatus>('/models/status');
    expect(body.coverage.by.map(({ engine_version, current }) => [engine_version, current])).toEqual([
      [OLD, false],
      [NEW, true],
    ]);
  });
});

it('a new engine hears the language of a song again, by which it is found', async () => {
  await open();
  const id = await seedTrack(before.sql, { lyrics: VERSE, language: 'no' });
  const found = async (language: string) =>
    (await after.call<{ items: { id: number }[] }>(`/tracks?language=${language}`)).body.items.map(
      (one) => one.id,
    );
  expect(await found('no')).toEqual([id]);
  after.queues.add('barline-analysis', { type: 'track.analyze', track_id: id });
  await after.deliver();
  expect(await found('no')).toEqual([]);
  expect(await found('en')).toEqual([id]);
  expect(await read(after, id)).toMatchObject({ language: 'en', analysis: { language: { code: 'en' } } });
});

it('a new engine has the profiles of artists computed again, because it reads the texts for them', async () => {
  await open();
  await seedTrack(before.sql, { artist: 'Arden Pike' });
  const profileOf = async (barline: TestBarline) => {
    const rows = await barline.sql.query<{ id: number }>(
      sql`select id from artists where name = 'Arden Pike'`,
    );
    const { body } = await barline.call<{ computed_at: string }>(`/artists/${rows[0]?.id}`);
    return body.computed_at;
  };
  const first = await profileOf(before);
  expect(await profileOf(before)).toBe(first);
  expect(await profileOf(after)).not.toBe(first);
});

const isAnalysis = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'type' in body && body.type === 'track.analyze';

it('the engine that runs is named by the capabilities, and a song without an analysis is neither current nor not', async () => {
  await open();
  const { body } = await after.call<ModelsInfo>('/models/info');
  expect(body.capabilities.find(({ capability }) => capability === 'engine')?.by).toBe(NEW);
  const built = (await (await openBarline()).call<ModelsInfo>('/models/info')).body;
  expect(built.capabilities.find(({ capability }) => capability === 'engine')?.by).toMatch(
    /^engine-[0-9a-f]{12}$/,
  );
  const id = await seedTrack(after.sql, { lyrics: VERSE });
  expect(await read(after, id)).toMatchObject({ analysis: null, analysis_is_current: null });
});
