import type { Message, MessageBatch } from '@cloudflare/workers-types';
import { describe, expect, it } from 'vitest';
import { consume } from '../../../src/jobs/consume.ts';
import { AppError } from '../../../src/lib/errors.ts';
import { type Answer, createFakeContext } from '../../support/fake-context.ts';

interface Seen {
  body: unknown;
  outcome: 'acknowledged' | number | null;
}

const EMBED = { type: 'track.embed', track_id: 1 };
const nothing: Answer = () => [];
const failing =
  (error: unknown): Answer =>
  () => {
    throw error;
  };

/** Consumes the bodies as one batch and returns for each: acknowledged, or the seconds until its retry. */
async function run(
  bodies: readonly unknown[],
  answer: Answer,
  rest: { queue?: string; attempts?: number; overrides?: Parameters<typeof createFakeContext>[1] } = {},
) {
  const seen: Seen[] = [];
  const messages = bodies.map((body, i): Message<unknown> => {
    const one: Seen = { body, outcome: null };
    seen.push(one);
    return {
      id: `m${i}`,
      body,
      attempts: rest.attempts ?? 1,
      timestamp: new Date(0),
      ack: () => {
        one.outcome ??= 'acknowledged';
      },
      retry: (options) => {
        one.outcome ??= options?.delaySeconds ?? 0;
      },
    };
  });
  const fake = createFakeContext(answer, rest.overrides);
  const batch: Pick<MessageBatch<unknown>, 'queue' | 'messages'> = {
    queue: rest.queue ?? 'barline-analysis',
    messages,
  };
  await consume(batch as MessageBatch<unknown>, fake.ctx);
  await fake.background();
  const counted = fake.flushed.map(
    ({ field }) => /type=[\w.]+|outcome=\w+/g[Symbol.match](field)?.join() ?? '',
  );
  return { outcomes: seen.map((one) => one.outcome), counted, ...fake };
}

describe('a message', () => {
  it('whose work is done or whose row is deleted is acknowledged', async () => {
    const { outcomes, counted } = await run([EMBED], nothing, { overrides: { embedder: null } });
    expect(outcomes).toEqual(['acknowledged']);
    expect(counted).toContain('outcome=done,type=track.embed');
  });

  it('that fails temporarily is retried with growing delay', async () => {
    const down = failing(new AppError('DATABASE_UNAVAILABLE', 'gone'));
    const overrides = { embedder: null };
    expect((await run([EMBED], down, { overrides })).outcomes).toEqual([11]);
    expect((await run([EMBED], down, { overrides, attempts: 4 })).outcomes).toEqual([88]);
    expect((await run([EMBED], failing(new TypeError('bug')), { overrides })).outcomes).toEqual([11]);
  });

  it('is retried after the Retry-After of the upstream', async () => {
    const busy = failing(new AppError('UPSTREAM_UNAVAILABLE', 'busy', { retryAfterMs: 60_000 }));
    expect((await run([EMBED], busy, { overrides: { embedder: null } })).outcomes).toEqual([66]);
  });

  it('that waits for the rate budget is sent again without using an attempt', async () => {
    const spent = failing(new AppError('RATE_LIMITED', 'spent', { retryAfterMs: 30_000 }));
    const sent: unknown[] = [];
    const queue = { send: async (jobs: readonly unknown[], delay = 0) => void sent.push([jobs, delay]) };
    const overrides = { embedder: null, queues: { ingest: queue, analysis: queue } };
    const { outcomes, counted } = await run([EMBED], spent, { overrides, attempts: 5 });
    expect(outcomes).toEqual(['acknowledged']);
    expect(sent).toEqual([[[EMBED], 33]]);
    expect(counted).toContain('outcome=postponed,type=track.embed');
    const broken = { send: () => Promise.reject(new Error('queue gone')) };
    const lost = { ...overrides, queues: { ingest: broken, analysis: broken } };
    expect((await run([EMBED], spent, { overrides: lost })).outcomes).toEqual([33]);
  });

  it('that is rejected is stored as the failure of its job', async () => {
    let calls = 0;
    const refuseOnce: Answer = () => {
      calls += 1;
      if (calls === 1) throw new AppError('CONFIG_INVALID', 'no model');
      return [];
    };
    const { outcomes, statements, counted } = await run([EMBED], refuseOnce, {
      overrides: { embedder: null },
    });
    expect(outcomes).toEqual(['acknowledged']);
    const kinds = statements.map(
      ({ text }) => /into job_failures|update tracks|from job_failures/.exec(text)?.[0],
    );
    expect(kinds.slice(1)).toEqual(['into job_failures', 'update tracks', 'from job_failures']);
    expect(statements[2]?.text).toContain("embedding_status = 'failed'");
    expect(statements[2]?.params).toContain(1);
    expect(JSON.stringify(statements[2]?.params)).toContain('CONFIG_INVALID');
    expect(counted).toContain('outcome=failed,type=track.embed');
  });

  it('that is rejected is retried when the failure cannot be stored', async () => {
    const refused = failing(new AppError('CONFIG_INVALID', 'no model'));
    expect((await run([EMBED], refused, { overrides: { embedder: null } })).outcomes).toEqual([11]);
  });

  it.each([
    null,
    'text',
    7,
    [],
    {},
    { type: 'track.embed' },
    { type: 'track.embed', track_id: 0 },
    { ...EMBED, extra: 1 },
  ])('that is not a job (%j) is stored unchanged and not tried', async (body) => {
    const { outcomes, statements, counted } = await run([body], nothing);
    expect(outcomes).toEqual(['acknowledged']);
    expect(statements).toHaveLength(1);
    expect(statements[0]?.params).toContain(JSON.stringify(body));
    expect(counted).toContain('outcome=poison,type=unknown');
  });

  it('that is not a job is retried when it cannot be stored', async () => {
    expect((await run(['x'], failing(new Error('gone')))).outcomes).toEqual([11]);
  });
});

describe('a batch', () => {
  it('handles each message separately: a failure does not affect the others', async () => {
    const answer: Answer = ({ params }) => {
      if (params.includes(2)) throw new Error('only this one');
      return [];
    };
    const bodies = [EMBED, { ...EMBED, track_id: 2 }, 'poison', { ...EMBED, track_id: 3 }];
    const { outcomes } = await run(bodies, answer, { overrides: { embedder: null } });
    expect(outcomes).toEqual(['acknowledged', 11, 'acknowledged', 'acknowledged']);
  });

  it('succeeds when metrics cannot be flushed', async () => {
    const metricStore = {
      add: () => Promise.reject(new Error('redis gone')),
      read: async () => ({}),
      readLastHour: async () => ({}),
    };
    const { outcomes } = await run([EMBED], nothing, { overrides: { embedder: null, metricStore } });
    expect(outcomes).toEqual(['acknowledged']);
  });
});

describe('the dead-letter queue', () => {
  const queue = 'barline-staging-dead-letters';

  it('stores the message and marks its job as failed without trying it', async () => {
    const { outcomes, statements, counted } = await run([EMBED], nothing, { queue });
    expect(outcomes).toEqual(['acknowledged']);
    const kinds = /select cause|insert into dead_letters|update tracks|delete from job_failures/;
    expect(statements.map(({ text }) => kinds.exec(text)?.[0])).toEqual([
      'select cause',
      'insert into dead_letters',
      'update tracks',
      'delete from job_failures',
    ]);
    expect(counted).toContain('outcome=dead,type=track.embed');
  });

  it('stores a message that is not a job', async () => {
    const { outcomes, statements } = await run([{ any: 'thing' }], nothing, { queue });
    expect(outcomes).toEqual(['acknowledged']);
    expect(statements).toHaveLength(1);
  });

  it('retries the message while it cannot be stored', async () => {
    expect((await run([EMBED], failing(new Error('gone')), { queue })).outcomes).toEqual([11]);
  });
});
