import { describe, expect, it } from 'vitest';
import type { ChatUpstream } from '../../../../src/context.ts';
import { AppError } from '../../../../src/lib/errors.ts';
import { createLocalState } from '../../../../src/lib/resilience/local-state.ts';
import { createModelBudget } from '../../../../src/lib/resilience/model-budget.ts';
import { createSpendBudget } from '../../../../src/lib/resilience/spend-budget.ts';
import type { ChatReply } from '../../../../src/llm/types.ts';
import { noTimeLeft } from '../../../../src/services/models/model-not-asked.ts';
import { withinSpend } from '../../../../src/services/models/reserve-spend.ts';
import { countMetrics } from '../../../support/counted-metrics.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

/** Dollars a million tokens, so that a token costs a dollar. */
const PRICE = { prompt: 1e6, completion: 1e6 };
const QUESTION = { system: 'Über', user: 'Ask.', maxTokens: 10 };
/** Bytes, what a server may put around two turns and an empty schema, and the longest answer. */
const MOST = 5 + 4 + 2 + 3 * 16 + 10;

const reply = (tokens: ChatReply['tokens']): ChatReply => ({
  text: '',
  model: 'm',
  truncated: false,
  tokens,
});

function open(capUsd: number) {
  const clock = createFakeClock(Date.parse('2026-03-01T18:00:00Z'));
  const state = createLocalState(clock);
  const { metrics, counted } = countMetrics();
  const spend = createSpendBudget(capUsd, { state, clock });
  const upstream: ChatUpstream = {
    name: 'llm',
    chat: { model: 'm', endpoint: 'e', complete: () => Promise.reject(new Error('not used')) },
    budget: createModelBudget('llm', { state, clock }),
    spend,
    price: PRICE,
  };
  const ctx = { clock, metrics };
  const ask = (call: () => Promise<ChatReply>) => withinSpend(ctx, upstream, { question: QUESTION, call });
  return { ask, counted, spent: async () => (await spend.read()).spentUsd };
}

describe('a call to a model within the daily budget', () => {
  it('has cost what its tokens cost', async () => {
    const { ask, spent } = open(1000);
    await ask(async () => reply({ prompt: 5, completion: 2 }));
    expect(await spent()).toBe(7);
  });

  it('whose tokens nobody counted has cost the most it can', async () => {
    const { ask, spent } = open(1000);
    await ask(async () => reply(null));
    expect(await spent()).toBe(MOST);
  });

  it.each([
    ['that was not made', noTimeLeft(), 0],
    ['that the server answered with an error', failure(503), 0],
    ['that was cut off', failure(null), MOST],
    ['whose client went away', new AppError('CLIENT_GONE', 'gone'), MOST],
    ['that failed for a reason of ours', new TypeError('broken'), MOST],
  ])('%s costs what may be charged of it', async (_, error, cost) => {
    const { ask, spent } = open(1000);
    await expect(ask(() => Promise.reject(error))).rejects.toBe(error);
    expect(await spent()).toBe(cost);
  });

  it('that might exceed it is not made, until midnight UTC', async () => {
    const { ask, spent, counted } = open(MOST - 1);
    let calls = 0;
    const asked = ask(async () => {
      calls += 1;
      return reply(null);
    });
    await expect(asked).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      reason: 'budget_spent',
      retryAfterMs: 6 * 3_600_000,
    });
    expect([calls, await spent()]).toEqual([0, 0]);
    expect([...counted]).toEqual([['barline_model_budget_refusals_total|upstream=llm|', 1]]);
  });
});

function failure(status: number | null): AppError {
  const cause = status === null ? new Error('no answer') : Object.assign(new Error('answered'), { status });
  return new AppError('UPSTREAM_UNAVAILABLE', 'failed', { cause });
}
