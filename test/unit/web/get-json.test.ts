import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../../src/web/api/api-error.ts';
import { type GetOptions, getJson } from '../../../src/web/api/get-json.ts';
import { retryAfterSeconds } from '../../../src/web/api/refused.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

type Init = { signal: AbortSignal };

function answerWith(answer: (init: Init) => Response | Promise<Response>): void {
  vi.stubGlobal('fetch', async (_path: string, init: Init) => answer(init));
}

const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });

/** A body that sends a part and then stalls until the request is aborted or `fault` ends it. */
function partOf(text: string, init: Init, fault?: Error): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      if (fault) controller.error(fault);
      init.signal.addEventListener('abort', () => controller.error(init.signal.reason));
    },
  });
}

const until = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

async function failure(options: GetOptions = {}): Promise<ApiError> {
  const error: unknown = await getJson('/search?q=x', options).catch((thrown) => thrown);
  if (!(error instanceof ApiError)) throw new Error(`not an ApiError: ${String(error)}`);
  return error;
}

it('returns the value of a response', async () => {
  answerWith(() => json({ items: [] }));
  expect(await getJson('/search')).toEqual({ items: [] });
});

it('returns the body of an expected error status', async () => {
  answerWith(() => json({ status: 'error' }, { status: 503 }));
  expect(await getJson('/health', { accept: [503] })).toEqual({ status: 'error' });
});

describe('a missing response', () => {
  it('ends at the time limit when no header comes', async () => {
    answerWith(({ signal }) => until(signal));
    const error = await failure({ timeoutMs: 20 });
    expect(error).toMatchObject({ title: 'The answer took too long', isTransient: true });
  });

  it('ends at the time limit when the body stalls', async () => {
    answerWith((init) => new Response(partOf('{"items":[', init)));
    expect((await failure({ timeoutMs: 20 })).title).toBe('The answer took too long');
  });

  it('is distinguished from an offline device', async () => {
    answerWith(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await failure()).title).toBe('No answer');
    vi.stubGlobal('navigator', { onLine: false });
    expect(await failure()).toMatchObject({ title: 'You are offline', isTransient: true });
  });

  it('ends with the reason of the caller when the caller aborts', async () => {
    answerWith(({ signal }) => until(signal));
    const controller = new AbortController();
    const asked = getJson('/search', { signal: controller.signal });
    controller.abort(new Error('a newer question'));
    await expect(asked).rejects.toThrow('a newer question');
  });
});

describe('a malformed response is reported', () => {
  const asJson = { headers: { 'content-type': 'application/json' } };

  it('when the connection breaks', async () => {
    answerWith((init) => new Response(partOf('{"items":[', init, new TypeError('network error')), asJson));
    expect(await failure()).toMatchObject({ title: 'The answer broke off', isTransient: true });
  });

  it.each(['{"items":[', '', 'null', '12'])('for the text %j', async (text) => {
    answerWith(() => new Response(text, asJson));
    expect((await failure()).title).toBe('The answer cannot be read');
  });

  it('for another content type', async () => {
    answerWith(() => new Response('<html>Log in</html>', { headers: { 'content-type': 'text/html' } }));
    expect((await failure()).title).toBe('Something else answered');
  });
});

describe('an error response', () => {
  const problem = { title: 'The database does not answer', detail: 'Wait.', code: 'DATABASE_UNAVAILABLE' };
  const refuse = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    answerWith(() =>
      json(body, { status, headers: { 'content-type': 'application/problem+json', ...headers } }),
    );

  it('is shown with the message of the API, its code and request id', async () => {
    refuse(503, { ...problem, requestId: 'req_12345678' });
    expect(await failure()).toMatchObject({
      ...problem,
      requestId: 'req_12345678',
      isTransient: true,
      advice: 'Try again in a moment.',
    });
  });

  it('says how long to wait', async () => {
    refuse(429, {}, { 'retry-after': '12' });
    expect(await failure()).toMatchObject({
      title: 'Too many requests',
      advice: 'Try again in 12 seconds.',
      isTransient: true,
    });
    refuse(503, problem, { 'retry-after': '900' });
    expect((await failure()).advice).toBe('Try again in 15 minutes.');
  });

  it.each([400, 401, 403, 404, 405, 409, 413, 422])('with %i does not offer a retry', async (status) => {
    refuse(status, { title: 'No' });
    const error = await failure();
    expect(error.isTransient).toBe(false);
    expect(error.advice).not.toBe('');
  });

  it('of a service that is not configured does not offer a retry', async () => {
    refuse(503, { code: 'CONFIG_INVALID' });
    expect((await failure()).isTransient).toBe(false);
  });

  it.each(['<html>Bad gateway</html>', '{"title":', ''])(
    'with a body that is not a problem document: %j',
    async (body) => {
      answerWith(() => new Response(body, { status: 502, headers: { 'x-request-id': 'req_87654321' } }));
      expect(await failure()).toMatchObject({
        title: 'The server is not reached',
        requestId: 'req_87654321',
        isTransient: true,
      });
    },
  );

  it('names the invalid fields', async () => {
    refuse(422, { errors: [{ path: 'query.q', message: 'is missing' }] });
    expect((await failure()).faults).toEqual([{ path: 'query.q', message: 'is missing' }]);
  });
});

it('reads Retry-After as seconds or a date', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(retryAfterSeconds('7', now)).toBe(7);
  expect(retryAfterSeconds('Thu, 01 Jan 2026 00:00:30 GMT', now)).toBe(30);
  expect(retryAfterSeconds('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0);
  expect(retryAfterSeconds('soon', now)).toBeNull();
  expect(retryAfterSeconds(null, now)).toBeNull();
});
