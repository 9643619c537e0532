import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operations, resolve } from '../../scripts/openapi/operations.ts';
import { sql } from '../../src/db/client.ts';
import { readCatalogue } from '../support/catalogue-state.ts';
import { SOUND_REPLY, VERSE } from '../support/judged-verse.ts';
import { seedTrack } from '../support/seed.ts';
import { type OwnPart, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';
import type {
  AnalyzedLyrics,
  Batch,
  BatchResultPage,
  Recommendations,
  SimilarTracks,
  TrackDetail,
} from '../support/wire-types.ts';

const analyzersOf = (path: string, field: string): unknown[] => {
  const body = operations.find((operation) => operation.path === path)?.body;
  const property = resolve(body?.properties?.[field] ?? {});
  const choices = property.enum ?? resolve(property.items ?? {}).enum ?? [];
  if (choices.length === 0) throw new Error(`${path} documents no choices of ${field}`);
  return choices;
};
const ANALYZER_CHOICES = analyzersOf('/analyze', 'analyzer');
const ANALYZER_TYPES = analyzersOf('/analyze/compare', 'analyzers');
const SLOT = new Date('2026-04-01T00:00:00Z').getTime();
const SLOT_MS = 900_000;

/** The model's answer for the catalogue's job, and its later answer to an anonymous caller. */
const sound = { content: SOUND_REPLY, times: 0 };
const other = {
  content: {
    ...SOUND_REPLY,
    sentiment: { label: 'positive', score: 0.9 },
    summary: 'A son is glad of everything that his family has and sings of it in the morning.',
    quality: 2,
  },
  times: 0,
};
const failing = { status: 403, times: 0 };

let chat: OwnPart;
let barline: TestBarline;
let slots = 0;

async function script(...steps: unknown[]): Promise<void> {
  const url = new URL('/__script', chat.url);
  await fetch(url, { method: 'DELETE' });
  await fetch(url, { method: 'POST', body: JSON.stringify(steps) });
}

const calls = async (): Promise<number> =>
  ((await (await fetch(new URL('/__requests', chat.url))).json()) as { count: number }).count;

async function send(path: string, body: unknown, headers: Record<string, string> = {}): Promise<string> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  const response = await barline.request(path, { ...init, body: JSON.stringify(body) });
  return response.text();
}

/** Every way to send a text without a token, by operation. */
const STRANGERS: Record<string, (lyrics: string) => Promise<unknown>> = {
  analyzeLyrics: async (lyrics) => {
    for (const analyzer of ANALYZER_CHOICES) {
      for (const options of [{}, { use_cache: false }, { temperature: 0.9 }])
        await send('/analyze', { lyrics, analyzer, ...options });
      await send('/analyze', { lyrics, analyzer, use_cache: false }, { accept: 'text/event-stream' });
    }
  },
  streamAnalysis: async (lyrics) => {
    for (const analyzer of ANALYZER_CHOICES)
      for (const use_cache of [true, false]) await send('/analyze/stream', { lyrics, analyzer, use_cache });
  },
  compareAnalyzers: async (lyrics) => {
    for (const use_cache of [true, false])
      await send('/analyze/compare', { lyrics, analyzers: ANALYZER_TYPES, use_cache });
  },
  submitBatch: async (lyrics) => {
    const items = [{ lyrics }];
    for (const analyzer of ANALYZER_CHOICES)
      for (const temperature of [0.1, 0.9]) await send('/batch', { items, analyzer, temperature });
    const key = { 'idempotency-key': 'guessed-by-a-stranger' };
    await send('/batch', { items, operation: 'validate' }, key);
    await send('/batch', { items, analyzer: 'algorithmic' }, key);
  },
  generateLyrics: async (lyrics) => {
    const text = lyrics.split('\n')[0] ?? '';
    for (const stream of [false, true])
      await send('/generate', { prompt: text.slice(0, 200), keep: [{ line: 1, text }], lines: 2, stream });
  },
  suggestNextLines: (lyrics) => send('/next-lines', { lines: lyrics.split('\n').slice(0, 32) }),
  transferStyle: async (lyrics) => {
    for (const stream of [false, true])
      await send('/style-transfer', { lyrics, target_artist: 'Mara Lune', stream });
  },
  analyzeTrends: async (lyrics) => {
    for (const analysis_type of ['current', 'forecast', 'clusters'])
      await send('/analyze-trends', { analysis_type, artist: lyrics.slice(0, 100) });
  },
  predictQuality: (lyrics) =>
    send('/predict-quality', { lyrics: lyrics.slice(0, 2000), artist: 'Mara Lune' }),
  recommendTracks: (lyrics) => send('/recommendations', { profile: lyrics.slice(0, 500) }),
  cancelBatch: async (lyrics) => {
    const { batch_id } = JSON.parse(await send('/batch', { items: [{ lyrics }] })) as { batch_id: string };
    await barline.request(`/batch/${batch_id}`, { method: 'DELETE' });
  },
};

/** Posts a text to every operation that accepts one, and processes the batches. */
async function postEverywhere(lyrics: string): Promise<void> {
  for (const post of Object.values(STRANGERS)) await post(lyrics);
  await barline.deliver();
}

async function passSlot(): Promise<void> {
  slots += 1;
  await barline.runSchedule(new Date(SLOT + slots * SLOT_MS));
  await barline.deliver();
}

async function analyse(trackId: number, attempt = 1): Promise<void> {
  barline.queues.add('barline-analysis', { type: 'track.analyze', track_id: trackId }, attempt);
  barline.queues.add('barline-analysis', { type: 'track.embed', track_id: trackId });
  await barline.deliver();
}

beforeAll(async () => {
  chat = await startPart({ kind: 'chat' });
});
beforeEach(async () => {
  const vars = { ...chat.vars, LLM_REQUESTS_PER_MINUTE: '6000', LLM_BURST: '500' };
  barline = await openBarline({ redis: 'auto', vars });
  await script(sound);
});
afterAll(() => chat.stop());

describe('texts sent to the API', () => {
  it('are sent in this test by every route that accepts a text or changes something', () => {
    expect(ANALYZER_CHOICES).toEqual(['auto', ...ANALYZER_TYPES]);
    const open = operations.filter(({ secured, method }) => !secured && method !== 'GET').map(({ id }) => id);
    expect(Object.keys(STRANGERS).toSorted()).toEqual(open.toSorted());
  });

  it('do not change the catalogue: every stored text, by every route, with every analyser and any model reply', async () => {
    const songs = [
      { artist: 'Mara Lune', title: 'One', lyrics: VERSE },
      { artist: 'Mara Lune', title: 'Two', lyrics: `${VERSE}\nTake two of the song` },
      { artist: 'Otis Vane', title: 'Three', lyrics: `${VERSE}\nTake three of the song` },
    ];
    const tracks: number[] = [];
    for (const song of songs) tracks.push(await seedTrack(barline.sql, song));
    for (const id of tracks) await analyse(id);
    await passSlot();
    // With a Redis, a count is cached for a minute.
    const fresh = barline.withVars({ UPSTASH_REDIS_REST_URL: '' });
    const read = () => readCatalogue(fresh, { tracks, artists: [1, 3] });
    const before = await read();
    for (const step of [other, failing]) {
      await script(step);
      for (const { lyrics } of songs) await postEverywhere(lyrics);
      expect(await read()).toEqual(before);
    }
    await script(other);
    await passSlot();
    await passSlot();
    expect(await read()).toEqual(before);
  }, 120_000);

  it.each([
    ['another answer', other, 1],
    ['another answer, at the last try', other, 3],
    ['no answer', failing, 1],
    ['no answer, at the last try', failing, 3],
  ])('do not affect the analysis of a song that is stored later and gets %s', async (_, step, attempt) => {
    await script(step);
    await postEverywhere(VERSE);
    await script(sound);
    const id = await seedTrack(barline.sql, { lyrics: VERSE });
    const more = await seedTrack(barline.sql, { title: 'Another', lyrics: `${VERSE}\nAnother take` });
    await analyse(id, attempt);
    await analyse(more, attempt);
    await expectWhole(id, more);
  });

  it('do not affect the analysis of a song that is being analysed', async () => {
    await script(other);
    const id = await seedTrack(barline.sql, { lyrics: VERSE });
    const more = await seedTrack(barline.sql, { title: 'Another', lyrics: `${VERSE}\nAnother take` });
    barline.queues.add('barline-analysis', { type: 'track.analyze', track_id: more });
    barline.queues.add('barline-analysis', { type: 'track.analyze', track_id: id });
    const posts = ANALYZER_CHOICES.map((analyzer) => send('/analyze', { lyrics: VERSE, analyzer }));
    await script(sound);
    await Promise.all([...posts, barline.deliver()]);
    await expectWhole(id, more);
  });

  it('get the stored analysis of the song by the same analyser, without a model call', async () => {
    await analyse(await seedTrack(barline.sql, { lyrics: VERSE }));
    await script(other);
    const { body } = await barline.call<AnalyzedLyrics>('/analyze', { lyrics: VERSE });
    expect([body.cached, body.analysis.summary, await calls()]).toEqual([true, SOUND_REPLY.summary, 0]);
  });

  it('keep their result in a batch when the song changes later', async () => {
    const id = await seedTrack(barline.sql, { lyrics: VERSE });
    await analyse(id);
    await script(other);
    const own = `${VERSE}\nNot in the catalogue`;
    const sent = await send('/batch', { items: [{ lyrics: VERSE }, { lyrics: own }] });
    const { batch_id } = JSON.parse(sent) as Batch;
    await barline.deliver();
    await barline.sql.query(
      sql`update tracks set lyrics = 'Other words', text_hash = 'other' where id = ${id}::int`,
    );
    await analyse(await seedTrack(barline.sql, { title: 'Later', lyrics: own }));
    const { items } = (await barline.call<BatchResultPage>(`/batch/${batch_id}/results`)).body;
    expect(items.map(({ analysis }) => analysis?.summary)).toEqual([
      SOUND_REPLY.summary,
      other.content.summary,
    ]);
  });
});

/** The song has the model's answer to the catalogue's job, and everything derived from it. */
async function expectWhole(id: number, another: number): Promise<void> {
  const { analysis } = (await barline.call<TrackDetail>(`/tracks/${id}`)).body;
  expect(analysis).toMatchObject({
    summary: SOUND_REPLY.summary,
    provenance: { analyzer: 'qwen', degraded: false },
  });
  const similar = await barline.call<SimilarTracks>(`/tracks/${another}/similar?by=analysis`);
  expect(similar.body.items.map((item) => item.id)).toEqual([id]);
  const liked = await barline.call<Recommendations>('/recommendations', { liked: [id] });
  expect(liked.body.items.map(({ track }) => track.id)).toEqual([another]);
  const exported = await (await barline.request('/export/analyses?current=true')).text();
  const rows = exported
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { track_id: number });
  expect(rows.map(({ track_id }) => track_id).toSorted((a, b) => a - b)).toEqual([id, another]);
}

describe('the vector of the current analysis of a song', () => {
  it('is created by the schedule when it is missing', async () => {
    const id = await seedTrack(barline.sql, { lyrics: VERSE });
    const more = await seedTrack(barline.sql, { title: 'Another', lyrics: `${VERSE}\nAnother take` });
    for (const track of [id, more]) await analyse(track);
    await barline.sql.query(
      sql`update analysis_results set analysis_embedding = null, embedding_model = null`,
    );
    await passSlot();
    await expectWhole(id, more);
  });

  it('is left out of comparisons after the text has changed', async () => {
    const first = await seedTrack(barline.sql, { lyrics: VERSE });
    const second = await seedTrack(barline.sql, { title: 'The same', lyrics: VERSE });
    const more = await seedTrack(barline.sql, { title: 'Another', lyrics: `${VERSE}\nAnother take` });
    for (const track of [second, first, more]) await analyse(track);
    const near = async () =>
      (await barline.call<SimilarTracks>(`/tracks/${more}/similar?by=analysis`)).body.items.map(
        (item) => item.id,
      );
    expect(await near()).toEqual([first]);
    await barline.sql.query(
      sql`update tracks set lyrics = 'Other words', text_hash = 'other' where id = ${first}::int`,
    );
    expect(await near()).toEqual([second]);
    await barline.sql.query(
      sql`update tracks set lyrics = 'Others still', text_hash = 'others' where id = ${second}::int`,
    );
    expect(await near()).toEqual([]);
  });
});
