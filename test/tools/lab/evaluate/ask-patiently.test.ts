import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnalysisRequest } from '../../../../scripts/lab/evaluate/ask-analyzers.ts';
import { askPatiently } from '../../../../scripts/lab/evaluate/ask-patiently.ts';
import { createWorkerApi } from '../../../../scripts/worker-api.ts';

const REQUEST: AnalysisRequest = { lyrics: 'x', analyzer: 'qwen', on_limit: 'error', use_cache: true };

/** Status and Retry-After of the next answers; 200 when none is left. */
let answers: [number, string | null][] = [];
const server = createServer((_, response) => {
  const [status, after] = answers.shift() ?? [200, null];
  response.writeHead(status, { 'content-type': 'application/json', ...(after && { 'retry-after': after }) });
  response.end(JSON.stringify({ detail: 'said' }));
});
let url = '';

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(() => server.close());

async function askAfter(given: [number, string | null][]) {
  answers = given;
  const waits: number[] = [];
  const api = createWorkerApi(url, undefined);
  const ask = askPatiently(
    (body) => api.post('/analyze', body),
    async (ms) => waits.push(ms),
  );
  const outcome = await ask(REQUEST).catch((error: Error) => error.message);
  return { outcome, waits };
}

it('waits as long as a full rate limit says, and asks again', async () => {
  const { outcome, waits } = await askAfter([
    [429, '3'],
    [429, '12'],
  ]);
  expect(outcome).toEqual({ detail: 'said' });
  expect(waits).toEqual([3000, 12_000]);
});

it.each<[string, [number, string | null]]>([
  ['a budget of money that is spent until tomorrow', [429, '40000']],
  ['a model that is down', [503, '30']],
  ['a limit without a time', [429, null]],
])('does not wait for %s', async (_, answer) => {
  const { outcome, waits } = await askAfter([answer]);
  expect(outcome).toContain(`answered ${answer[0]}: said`);
  expect(waits).toEqual([]);
});

it('ends after twenty full limits in a row', async () => {
  const { outcome, waits } = await askAfter(Array.from({ length: 30 }, () => [429, '1']));
  expect(outcome).toContain('answered 429');
  expect(waits).toHaveLength(20);
});
