import { expect, it } from 'vitest';
import { readConfig } from '../../../../src/config.ts';
import { createBreaker } from '../../../../src/lib/resilience/breaker.ts';
import { createLocalState } from '../../../../src/lib/resilience/local-state.ts';
import { createModelBudget } from '../../../../src/lib/resilience/model-budget.ts';
import type { ChatModel } from '../../../../src/llm/types.ts';
import { askModels, type WriteTask } from '../../../../src/services/generation/model/ask-models.ts';
import { planVerse } from '../../../../src/services/generation/plan-verse.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createFakeContext } from '../../../support/fake-context.ts';
import { lexicon } from '../../../support/lexicon.ts';

const ORDER = {
  prompt: 'walking home before sunrise',
  temperature: 0.8,
  maxLength: 200,
  lines: 2,
  scheme: null,
  syllables: null,
  rhyme: null,
  keep: [],
  seed: 1,
} as const;
const TASK: WriteTask = {
  order: planVerse(ORDER, null),
  material: { style: null, styleSongs: [], sources: [], sourceStyle: null, songs: 0, hits: 0 },
  about: ORDER.prompt,
  rewrite: null,
  withheld: null,
};

/** Asks a model in a request that began so long ago; returns what came of it and how often the model was called. */
async function askAfter(agoMs: number) {
  const clock = createFakeClock();
  const state = createLocalState(clock);
  const limits: number[] = [];
  const chat: ChatModel = {
    model: 'm',
    endpoint: 'e',
    complete: async ({ timeoutMs }) => {
      limits.push(timeoutMs);
      return { text: 'nothing that fits', model: 'm', tokens: null, truncated: false };
    },
  };
  const { ctx } = createFakeContext(() => [], {
    lexicon,
    config: readConfig({}),
    actor: { type: 'operator' },
    admitted: async () => undefined,
    chatModels: [
      { name: 'llm', chat, budget: createModelBudget('llm', { state, clock }), spend: null, price: null },
    ],
    breaker: (name) => createBreaker(name, { state, clock }),
    state,
    clock,
  });
  const how = { signal: new AbortController().signal, started: clock.now() - agoMs, onLine: () => undefined };
  return { drafted: await askModels(ctx, TASK, how), limits };
}

it('a model has what is left of the time of the request, not a time of its own', async () => {
  const { limits } = await askAfter(10_000);
  expect(limits[0]).toBe(7000);
});

it('a model is not called when the time of the request is over', async () => {
  const { drafted, limits } = await askAfter(17_000);
  expect(limits).toEqual([]);
  expect(drafted).toMatchObject({ draft: null, degraded: true, reason: 'timed_out' });
});
