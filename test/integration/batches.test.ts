import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { VERSE } from '../support/seed.ts';
import { ADMIN, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';
import type { Batch, BatchResult, BatchResultPage, Problem, SubmittedBatch } from '../support/wire-types.ts';

const UNKNOWN = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const SLOT = new Date('2026-03-01T12:15:00Z');

/** The fields of a problem, if the answer is a problem. */
type Refusal = Pick<Problem, 'code' | 'errors'>;

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline();
});
beforeEach(() => {
  barline = barline.withVars({});
  barline.queues.failing = false;
});

const items = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ id: `song-${i}`, lyrics: `${VERSE}\nVersion ${i} of the song` }));

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await barline.request('/batch', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as SubmittedBatch & Refusal };
}
const submit = async (body: unknown) => (await post(body)).body.batch_id;
const status = async (id: string) => (await barline.call<Batch>(`/batch/${id}/status`)).body;
const results = async (id: string, query = '') =>
  (await barline.call<BatchResultPage>(`/batch/${id}/results${query}`)).body;
const cancel = async (id: string) => {
  const response = await barline.request(`/batch/${id}`, { method: 'DELETE' });
  return { status: response.status, body: (await response.json()) as Batch & Refusal };
};

describe('a batch', () => {
  it('is analysed in the background and answers its items in the order of the request', async () => {
    const { status: code, body } = await post({ items: items(12), operation: 'analyze' });
    expect(code).toBe(202);
    expect(body).toMatchObject({ status: 'queued', items_count: 12, operation: 'analyze' });
    expect(await status(body.batch_id)).toMatchObject({
      status: 'queued',
      counts: { queued: 12, done: 0 },
      progress: 0,
      finished_at: null,
    });
    expect(await barline.deliver()).toEqual({ acknowledged: 12, retried: [] });
    expect(await status(body.batch_id)).toMatchObject({
      status: 'completed',
      analyzer: 'auto',
      counts: { queued: 0, running: 0, done: 12, failed: 0, cancelled: 0, degraded: 0 },
      progress: 1,
      finished_at: expect.any(String),
    });
    const { items: all } = await results(body.batch_id, '?limit=100');
    expect(all.map(({ index, id }) => [index, id])).toEqual(items(12).map(({ id }, i) => [i, id]));
    for (const one of all) {
      expect(one).toMatchObject({ status: 'done', attempts: 1, validation: null, error: null });
      expect(one.analysis?.provenance).toMatchObject({ analyzer: 'algorithmic', reason: 'not_configured' });
      expect(one.analysis?.rhyme.density).toBeGreaterThan(0);
    }
  });

  it('stores a reference to an analysis and returns it as /analyze does', async () => {
    const id = await submit({ items: [{ lyrics: VERSE }] });
    await barline.deliver();
    const [row] = await barline.sql.query<{ analysis_id: number | null; result: unknown }>(
      sql`select analysis_id, result from batch_items where batch_id = ${id}::uuid`,
    );
    expect(row).toEqual({ analysis_id: expect.any(Number), result: null });
    const { body } = await barline.call<{ analysis: unknown }>('/analyze', { lyrics: VERSE });
    expect((await results(id)).items[0]?.analysis).toEqual(body.analysis);
  });

  it('is only validated with operation validate', async () => {
    const texts = [VERSE, '[Verse 1]\n\n[Chorus]'];
    const id = await submit({ items: texts.map((lyrics) => ({ lyrics })), operation: 'validate' });
    await barline.deliver();
    const { items: all } = await results(id);
    expect(all.map(({ validation }) => validation?.valid)).toEqual([true, false]);
    expect(all.map(({ analysis }) => analysis)).toEqual([null, null]);
    expect(await status(id)).toMatchObject({ status: 'completed', analyzer: null, temperature: null });
  });

  it('is accepted at its size limits, with each text unchanged', async () => {
    const letters = 'жизнь — это рифма "под" битом\n';
    const lyrics = letters.repeat(5000 / letters.length + 1).slice(0, 5000);
    const { status: code, body } = await post({
      items: Array.from({ length: 1000 }, () => ({ lyrics })),
      operation: 'validate',
    });
    expect({ code, items: body.items_count }).toEqual({ code: 202, items: 1000 });
    const [row] = await barline.sql.query<{ n: number; same: boolean }>(sql`
      select count(*)::int as n, bool_and(lyrics = ${lyrics}::text) as same from batch_items
      where batch_id = ${body.batch_id}::uuid`);
    expect(row).toEqual({ n: 1000, same: true });
    expect((await cancel(body.batch_id)).body.counts.cancelled).toBe(1000);
    await barline.deliver();
  }, 60_000);

  it.each([
    ['no items', { items: [] }, 'body.items'],
    ['1,001 items', { items: items(1001) }, 'body.items'],
    ['a text of 9 characters', { items: [{ lyrics: 'too short' }] }, 'body.items.0.lyrics'],
    [
      'a text of 5,001 characters',
      { items: [...items(1), { lyrics: 'a'.repeat(5001) }] },
      'body.items.1.lyrics',
    ],
    ['an id twice', { items: [...items(2), { id: 'song-0', lyrics: VERSE }] }, 'body.items.2.id'],
    ['an empty id', { items: [{ id: '', lyrics: VERSE }] }, 'body.items.0.id'],
    ['an unknown operation', { items: items(1), operation: 'translate' }, 'body.operation'],
    ['an unknown analyser', { items: items(1), analyzer: 'oracle' }, 'body.analyzer'],
    ['an unknown field of an item', { items: [{ lyrics: VERSE, title: 'x' }] }, 'body.items.0.title'],
    [
      'an analyser where nothing is analysed',
      { items: items(1), operation: 'validate', analyzer: 'qwen' },
      'body.analyzer',
    ],
  ])('is rejected with %s', async (_, body, path) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED' } });
    expect(answer.body.errors?.map((fault) => fault.path)).toContain(path);
  });

  it('is rejected and not stored when its analyser is not configured', async () => {
    const count = () => barline.sql.query(sql`select count(*) from batches`);
    const before = await count();
    const { status: code, body } = await post({ items: items(1), analyzer: 'qwen' });
    expect({ code, problem: body.code }).toEqual({ code: 503, problem: 'CONFIG_INVALID' });
    expect(await count()).toEqual(before);
  });

  it('returns 404 on every route when it does not exist', async () => {
    for (const path of ['status', 'results', 'results?format=ndjson', 'events']) {
      const { status: code, body } = await barline.call<Problem>(`/batch/${UNKNOWN}/${path}`);
      expect({ path, code, problem: body.code }).toEqual({ path, code: 404, problem: 'NOT_FOUND' });
    }
    expect(await cancel(UNKNOWN)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });
});

describe('Idempotency-Key', () => {
  const key = () => ({ 'idempotency-key': crypto.randomUUID() });

  it('returns the same batch for the same request', async () => {
    const headers = key();
    const body = { items: items(2), operation: 'validate' };
    const answers = await Promise.all([post(body, headers), post(body, headers), post(body, headers)]);
    await barline.deliver();
    const late = await post(body, headers);
    const ids = [...answers, late].map((answer) => answer.body.batch_id);
    expect(new Set(ids).size).toBe(1);
    expect(late).toMatchObject({ status: 202, body: { status: 'completed' } });
    expect((await status(ids[0] ?? '')).counts.done).toBe(2);
  });

  it('is rejected with a different request', async () => {
    const headers = key();
    await post({ items: items(2) }, headers);
    for (const other of [{ items: items(3) }, { items: items(2), temperature: 0.5 }]) {
      const { status: code, body } = await post(other, headers);
      expect({ code, problem: body.code }).toEqual({ code: 409, problem: 'IDEMPOTENCY_KEY_REUSED' });
    }
    await barline.deliver();
  });

  it('is separate for each creator', async () => {
    const headers = key();
    const mine = await post({ items: items(1) }, { ...headers, ...ADMIN });
    const theirs = await post({ items: items(2) }, headers);
    expect(theirs.status).toBe(202);
    expect(theirs.body.batch_id).not.toBe(mine.body.batch_id);
    await barline.deliver();
  });

  it('continues an interrupted submission', async () => {
    const headers = key();
    const body = { items: items(3), operation: 'validate' };
    const { batch_id: id } = (await post(body, headers)).body;
    await barline.deliver();
    await barline.sql.batch([
      sql`update batches set accepted_at = null where id = ${id}::uuid`,
      sql`delete from batch_items where batch_id = ${id}::uuid and position > 0`,
    ]);
    expect((await barline.call<Problem>(`/batch/${id}/status`)).status).toBe(404);
    expect((await post(body, headers)).body.batch_id).toBe(id);
    await barline.deliver();
    expect(await status(id)).toMatchObject({ status: 'completed', counts: { done: 3 } });
  });

  it.each(['short', 'with a space', 'x'.repeat(201)])('is rejected when it is %j', async (value) => {
    const answer = await post({ items: items(1) }, { 'idempotency-key': value });
    expect(answer).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED' } });
    expect(answer.body.errors?.[0]?.path).toBe('header.idempotency-key');
  });
});

describe('batch results', () => {
  let id: string;
  beforeAll(async () => {
    id = await submit({ items: items(23), operation: 'validate' });
    await barline.deliver();
  });

  const ndjson = async (query: string, headers: Record<string, string> = {}) => {
    const response = await barline.request(`/batch/${id}/results${query}`, { headers });
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await response.text()).split('\n');
    expect(lines.pop()).toBe('');
    return lines.map((line) => JSON.parse(line) as BatchResult);
  };

  it('come in pages of any size without gaps or repeats', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (limit) => {
        const seen: BatchResult[] = [];
        let cursor: string | null = null;
        do {
          const query: string = cursor === null ? '' : `&cursor=${cursor}`;
          const one: BatchResultPage = await results(id, `?limit=${limit}${query}`);
          expect(one.items.length).toBeLessThanOrEqual(limit);
          seen.push(...one.items);
          cursor = one.next_cursor;
        } while (cursor !== null);
        expect(seen.map(({ index }) => index)).toEqual(Array.from({ length: 23 }, (_, i) => i));
      }),
      { numRuns: 8 },
    );
  });

  it('contain the same items as NDJSON, by format and by Accept', async () => {
    const { items: all } = await results(id, '?limit=100');
    expect(await ndjson('?format=ndjson')).toEqual(all);
    expect(await ndjson('', { accept: 'application/x-ndjson' })).toEqual(all);
    const { next_cursor } = await results(id, '?limit=5');
    expect(await ndjson(`?format=ndjson&cursor=${next_cursor}&limit=7`)).toEqual(all.slice(5, 12));
    const asked = await barline.request(`/batch/${id}/results?format=json`, {
      headers: { accept: 'application/x-ndjson' },
    });
    expect(asked.headers.get('content-type')).toBe('application/json');
  });

  it('reject the cursor of another batch', async () => {
    const other = await submit({ items: items(3), operation: 'validate' });
    await barline.deliver();
    const { next_cursor } = await results(other, '?limit=1');
    for (const format of ['json', 'ndjson']) {
      const path = `/batch/${id}/results?cursor=${next_cursor}&format=${format}`;
      expect(await barline.call<Problem>(path)).toMatchObject({
        status: 400,
        body: { code: 'INVALID_CURSOR' },
      });
    }
  });

  it('end with an error when the database fails', async () => {
    const body = (await barline.request(`/batch/${id}/results?format=ndjson`)).body;
    const reader = body?.getReader();
    await reader?.read();
    // The schema behind this one has a table of the same name, so only columns can be dropped.
    await barline.sql.query(sql`alter table batch_items rename column item_id to item_id_gone`);
    try {
      const rest = async () => {
        while (!(await reader?.read())?.done);
      };
      await expect(rest()).rejects.toThrow();
    } finally {
      await barline.sql.query(sql`alter table batch_items rename column item_id_gone to item_id`);
    }
  });
});

describe('batch events', () => {
  interface Event {
    event: string;
    id: string;
    data: Batch;
  }
  const parse = (block: string): Event => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
    return { event: field('event'), id: field('id'), data: JSON.parse(field('data')) as Batch };
  };

  async function* watch(id: string, headers: Record<string, string> = {}): AsyncGenerator<Event> {
    const response = await barline.request(`/batch/${id}/events`, { headers });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) if (!block.startsWith(':')) yield parse(block);
    }
  }

  it('report progress, end with the batch, and resume after the last event seen', async () => {
    const id = await submit({ items: items(3), operation: 'validate' });
    const first = watch(id);
    const { value: queued } = await first.next();
    expect(queued).toMatchObject({ event: 'progress', data: { status: 'queued', batch_id: id } });
    await first.return(undefined);
    await barline.deliver();
    const seen: Event[] = [];
    for await (const one of watch(id, { 'last-event-id': queued?.id ?? '' })) seen.push(one);
    expect(seen).toMatchObject([{ event: 'done', data: { status: 'completed', counts: { done: 3 } } }]);
  });
});

describe('cancelling a batch', () => {
  it('ends items that have not begun, keeps finished ones, and is final', async () => {
    const id = await submit({ items: items(3), operation: 'validate' });
    await barline.sql.query(sql`
      update batch_items set status = 'done', result = '{}' where batch_id = ${id}::uuid and position = 0`);
    const first = await cancel(id);
    expect(first).toMatchObject({
      status: 200,
      body: { status: 'cancelled', counts: { done: 1, cancelled: 2, queued: 0 } },
    });
    expect(await barline.deliver()).toEqual({ acknowledged: 3, retried: [] });
    expect((await cancel(id)).body).toEqual(first.body);
  });

  it('lets an item in progress finish', async () => {
    const id = await submit({ items: items(2), operation: 'validate' });
    const lease = crypto.randomUUID();
    await barline.sql.query(sql`
      update batch_items set status = 'running', attempts = 1, lease = ${lease}::uuid,
        leased_until = now() + interval '1 minute'
      where batch_id = ${id}::uuid and position = 0`);
    expect((await cancel(id)).body).toMatchObject({
      status: 'running',
      counts: { running: 1, cancelled: 1 },
      cancelled_at: expect.any(String),
    });
    await barline.deliver();
    await barline.sql.query(sql`update batch_items set leased_until = now() where lease = ${lease}::uuid`);
    await barline.deliverLater();
    expect(await status(id)).toMatchObject({ status: 'cancelled', counts: { done: 1, cancelled: 1 } });
  });

  it('does not change a batch that has ended', async () => {
    const id = await submit({ items: items(1), operation: 'validate' });
    await barline.deliver();
    const before = await status(id);
    expect(before.cancelled_at).toBeNull();
    expect((await cancel(id)).body).toEqual(before);
  });
});

describe('a lost item', () => {
  const age = (id: string, minutes: number) =>
    barline.sql.query(sql`
      update batch_items set updated_at = now() - ${minutes}::int * interval '1 minute'
      where batch_id = ${id}::uuid`);

  it('is sent by the schedule when the queue was down', async () => {
    barline.queues.failing = true;
    const { status: code, body } = await post({ items: items(2), operation: 'validate' });
    expect(code).toBe(202);
    barline.queues.failing = false;
    await barline.runSchedule(SLOT);
    await barline.deliver();
    expect((await status(body.batch_id)).status).toBe('queued');
    await age(body.batch_id, 11);
    await barline.runSchedule(new Date(SLOT.getTime() + 15 * 60_000));
    await barline.deliver();
    expect(await status(body.batch_id)).toMatchObject({ status: 'completed', counts: { done: 2 } });
  });

  it('is retried after its lease ends when its Worker died', async () => {
    const id = await submit({ items: items(2), operation: 'validate' });
    await barline.sql.query(sql`
      update batch_items set status = 'running', attempts = 1, lease = gen_random_uuid(),
        leased_until = now() + interval '1 minute'
      where batch_id = ${id}::uuid and position = 0`);
    expect(await barline.deliver()).toEqual({ acknowledged: 2, retried: [] });
    expect(await status(id)).toMatchObject({ status: 'running', counts: { running: 1, done: 1 } });
    // The message that arrived too early sent another one, delayed until the lease ends.
    await barline.sql.query(sql`update batch_items set leased_until = now() where batch_id = ${id}::uuid
      and status = 'running'`);
    await barline.deliverLater();
    expect(await status(id)).toMatchObject({ status: 'completed', counts: { done: 2 } });
    expect((await results(id)).items.map(({ attempts }) => attempts)).toEqual([2, 1]);
  });

  it('fails after the Worker of every attempt died', async () => {
    const id = await submit({ items: items(2), operation: 'validate' });
    await barline.sql.query(sql`
      update batch_items set status = 'running', attempts = 5, lease = gen_random_uuid(), leased_until = now()
      where batch_id = ${id}::uuid and position = 0`);
    await barline.call('/admin/resume', {});
    await barline.deliver();
    expect(await status(id)).toMatchObject({
      status: 'completed_with_errors',
      counts: { done: 1, failed: 1 },
    });
    expect((await results(id)).items[0]).toMatchObject({
      status: 'failed',
      error: { code: 'INTERNAL', message: 'Every attempt was interrupted before it finished.' },
    });
  });
});

describe('a batch item whose model', () => {
  const KEY = 'barline-local';
  let chat: Awaited<ReturnType<typeof startPart>>;
  beforeAll(async () => {
    chat = await startPart({ kind: 'chat' });
  });
  afterAll(() => chat.stop());

  const script = (...steps: object[]) =>
    fetch(chat.url.replace('/v1', '/__script'), { method: 'POST', body: JSON.stringify(steps) });
  const submitOne = (ending: string) =>
    submit({ items: [{ lyrics: `${VERSE}\n${ending}` }], analyzer: 'qwen' });

  it('answers Retry-After waits in a new message without using an attempt', async () => {
    barline = barline.withVars({ ...chat.vars, LLM_API_KEY: KEY });
    await script({ times: 0, status: 429, retry_after: 90 });
    const id = await submitOne('One more ending');
    expect(await barline.deliver()).toEqual({ acknowledged: 1, retried: [] });
    expect(await status(id)).toMatchObject({ status: 'queued', counts: { queued: 1 } });
    expect((await results(id)).items[0]).toMatchObject({
      status: 'queued',
      attempts: 0,
      error: { code: 'UPSTREAM_UNAVAILABLE' },
    });
    const { body, delaySeconds } = barline.queues.sent.at(-1) ?? {};
    expect(body).toEqual({ type: 'batch.item', batch_id: id, position: 0 });
    expect(delaySeconds).toBeGreaterThanOrEqual(90);
    expect(delaySeconds).toBeLessThanOrEqual(108);
    // A second message for the item, as the sweep may send, does not cause a third.
    const sent = barline.queues.sent.length;
    barline.queues.add('barline-analysis', { type: 'batch.item', batch_id: id, position: 0 });
    expect(await barline.deliver()).toEqual({ acknowledged: 1, retried: [] });
    expect(barline.queues.sent).toHaveLength(sent);
    await cancel(id);
  });

  it('rejects the request is analysed by the engine, marked as degraded', async () => {
    barline = barline.withVars({ ...chat.vars, LLM_API_KEY: 'wrong' });
    const id = await submitOne('Another ending');
    expect(await barline.deliver()).toEqual({ acknowledged: 1, retried: [] });
    const [item] = (await results(id)).items;
    expect(item).toMatchObject({ status: 'done', attempts: 1, error: { code: 'UPSTREAM_REJECTED' } });
    expect(item?.analysis?.provenance).toMatchObject({ analyzer: 'algorithmic', degraded: true });
    expect(await status(id)).toMatchObject({ status: 'completed', counts: { done: 1, degraded: 1 } });
  });
});
