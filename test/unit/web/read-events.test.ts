import { afterEach, expect, it, vi } from 'vitest';
import { ApiError } from '../../../src/web/api/api-error.ts';
import { readEvents } from '../../../src/web/api/read-events.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const LINE = 'event: line\ndata: 1\n\n';
const DONE = 'event: done\ndata: 2\n\n';

/** Answers with a stream of `parts`; without an end it stays open until the request is aborted. */
function stream(parts: readonly string[], end: 'closes' | 'breaks' | 'stalls'): void {
  vi.stubGlobal('fetch', async (_path: string, { signal }: { signal: AbortSignal }) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
        if (end === 'closes') controller.close();
        if (end === 'breaks') setTimeout(() => controller.error(new Error('reset')), 5);
        signal.addEventListener('abort', () => controller.error(signal.reason));
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  });
}

async function read(options: { idleMs?: number; signal?: AbortSignal } = {}) {
  const events: unknown[] = [];
  try {
    for await (const { event } of readEvents('/generate', { body: {}, last: 'done', ...options }))
      events.push(event);
    return { events, title: null };
  } catch (error) {
    return { events, title: error instanceof ApiError ? error.title : String(error) };
  }
}

it('gives the events up to the last', async () => {
  stream([LINE, DONE, LINE], 'closes');
  expect(await read()).toEqual({ events: ['line', 'done'], title: null });
});

it.each(['closes', 'breaks'] as const)('a stream that %s before its last event was cut off', async (end) => {
  stream([LINE], end);
  expect(await read()).toEqual({ events: ['line'], title: 'The answer broke off' });
});

it('a stream that falls silent ends at the time limit', async () => {
  stream([LINE], 'stalls');
  expect(await read({ idleMs: 30 })).toEqual({ events: ['line'], title: 'The answer took too long' });
});

it('a refusal is told by its problem', async () => {
  const problem = { title: 'Too many requests', detail: 'Wait.' };
  vi.stubGlobal('fetch', async () =>
    Response.json(problem, { status: 429, headers: { 'content-type': 'application/problem+json' } }),
  );
  expect(await read()).toEqual({ events: [], title: 'Too many requests' });
});

it('a web page instead of a stream is told', async () => {
  vi.stubGlobal('fetch', async () => new Response('<html>', { headers: { 'content-type': 'text/html' } }));
  expect(await read()).toEqual({ events: [], title: 'Something else answered' });
});
