import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EndpointReport, testEndpoint } from '../../../../scripts/lab/test-api/test-endpoint.ts';
import { type LocalChat, startChatSimulator } from '../../../../scripts/local/openai/chat-simulator.ts';

let chat: LocalChat;

beforeAll(async () => {
  chat = await startChatSimulator();
});

beforeEach(() => chat.reset());

afterAll(() => chat.close());

const redact = (text: string): string => text;

const run = (change: { apiKey?: string; model?: string; baseUrl?: string } = {}): Promise<EndpointReport> => {
  const { baseUrl, apiKey, model } = { ...chat, ...change };
  const llm = {
    baseUrl,
    apiKey,
    model,
    fallback: null,
    requestsPerMinute: 45,
    burst: 5,
    dailyBudgetUsd: null,
    prices: { [model]: { prompt: 1, completion: 2 } },
  };
  return testEndpoint({ llm, embeddings: null, redact }, { calls: 2 });
};

const verdicts = ({ capabilities }: EndpointReport): Record<string, string> =>
  Object.fromEntries(capabilities.map(({ capability, verdict }) => [capability, verdict]));

describe('the test of a model endpoint', () => {
  it('finds what the simulator can do, and that no embedding model is configured', async () => {
    chat.script({ content: 'Nation, with a long vowel.', chunk_delay_ms: 10, times: 0 });
    const report = await run();
    expect(verdicts(report)).toMatchObject({
      'models list': 'yes',
      'one call': 'yes',
      streaming: 'yes',
      'thinking switched off': 'yes',
      latency: 'yes',
      price: 'yes',
      embeddings: 'not configured',
    });
    expect(JSON.stringify(report)).not.toContain(chat.apiKey);
  });

  it('says which model is missing from the list', async () => {
    const { capabilities } = await run({ model: 'another-model' });
    expect(capabilities[0]).toEqual({
      capability: 'models list',
      verdict: 'no',
      detail: `another-model is not among 1 models: ${chat.model}`,
    });
  });

  it('goes on after a capability that fails', async () => {
    const report = await run({ apiKey: 'wrong' });
    expect(verdicts(report)).toMatchObject({ 'one call': 'failed', price: 'failed' });
    expect(report.capabilities).toHaveLength(9);
  });

  it('sees a thought that was not asked for', async () => {
    chat.script({ content: '<think>What rhymes?</think>Nation.', times: 50 });
    expect(verdicts(await run())['thinking switched off']).toBe('no');
  });
});
