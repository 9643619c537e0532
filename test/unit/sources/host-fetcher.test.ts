import { describe, expect, it } from 'vitest';
import { createHostFetcher, type HostFetcherOptions } from '../../../src/sources/host-fetcher.ts';

type Handler = (url: string, init: RequestInit) => Response | Promise<Response>;

function fetcherWith(handler: Handler, options: Partial<HostFetcherOptions> = {}) {
  const calls: { url: string; init: RequestInit }[] = [];
  const fetcher = createHostFetcher({
    allowedOrigins: ['https://songs.test', 'https://other.test:8443'],
    userAgent: 'barline/1 (+mailto:ops@example.test)',
    fetch: async (input, init = {}) => {
      calls.push({ url: String(input), init: init as RequestInit });
      return handler(String(input), init as RequestInit);
    },
    ...options,
  });
  return { fetcher, calls };
}

const redirectTo = (location: string, status = 302): Response =>
  new Response(null, { status, headers: { location } });

function endlessBody(chunk: string | null): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: (controller) =>
      chunk === null ? new Promise(() => undefined) : controller.enqueue(new TextEncoder().encode(chunk)),
  });
}

describe('the host fetcher', () => {
  it('identifies itself and returns status, headers and bytes', async () => {
    const { fetcher, calls } = fetcherWith(
      () => new Response('hello', { status: 201, headers: { 'x-a': 'b' } }),
    );
    const page = await fetcher.fetch({ url: 'https://songs.test/x', headers: { accept: 'text/html' } });
    expect(page).toMatchObject({ status: 201, url: 'https://songs.test/x', truncated: false });
    expect(new TextDecoder().decode(page.body)).toBe('hello');
    expect(page.headers.get('x-a')).toBe('b');
    const headers = new Headers(calls[0]?.init.headers);
    expect(headers.get('user-agent')).toBe('barline/1 (+mailto:ops@example.test)');
    expect(calls[0]?.init.redirect).toBe('manual');
  });

  it.each([
    'https://elsewhere.test/',
    'http://songs.test/',
    'https://songs.test:444/',
    'https://user:secret@songs.test/',
    'file:///etc/passwd',
    'not an address',
  ])('never sends a request to %s', async (url) => {
    const { fetcher, calls } = fetcherWith(() => new Response('x'));
    await expect(fetcher.fetch({ url })).rejects.toMatchObject({
      kind: 'redirect_refused',
      retryable: false,
    });
    expect(calls).toHaveLength(0);
  });

  it('follows redirects between allowed hosts without credentials', async () => {
    const { fetcher, calls } = fetcherWith((url) =>
      url === 'https://songs.test/a'
        ? redirectTo('/b')
        : url.endsWith('/b')
          ? redirectTo('https://other.test:8443/c')
          : new Response('end'),
    );
    const page = await fetcher.fetch({ url: 'https://songs.test/a', headers: { authorization: 'Bearer t' } });
    expect(page.url).toBe('https://other.test:8443/c');
    expect(calls.map(({ init }) => new Headers(init.headers).get('authorization'))).toEqual([
      'Bearer t',
      'Bearer t',
      null,
    ]);
  });

  it('rejects a redirect to a host that is not on the list', async () => {
    const { fetcher, calls } = fetcherWith(() => redirectTo('https://elsewhere.test/'));
    await expect(fetcher.fetch({ url: 'https://songs.test/a' })).rejects.toMatchObject({
      kind: 'redirect_refused',
    });
    expect(calls).toHaveLength(1);
  });

  it('stops at the second visit of a URL', async () => {
    const { fetcher, calls } = fetcherWith((url) => redirectTo(url.endsWith('/a') ? '/b' : '/a'));
    await expect(fetcher.fetch({ url: 'https://songs.test/a' })).rejects.toMatchObject({
      kind: 'redirect_loop',
    });
    expect(calls).toHaveLength(2);
  });

  it('stops after five redirects', async () => {
    let hop = 0;
    const { fetcher, calls } = fetcherWith(() => {
      hop += 1;
      return redirectTo(`/${hop}`);
    });
    await expect(fetcher.fetch({ url: 'https://songs.test/a' })).rejects.toMatchObject({
      kind: 'redirect_loop',
    });
    expect(calls).toHaveLength(6);
  });

  it.each([
    [303, 'GET', null],
    [302, 'GET', null],
    [307, 'POST', 'form'],
  ])('after %i repeats a POST as %s', async (status, method, body) => {
    const { fetcher, calls } = fetcherWith((url) =>
      url.endsWith('/a') ? redirectTo('/b', status) : new Response('ok'),
    );
    await fetcher.fetch({ url: 'https://songs.test/a', method: 'POST', body: 'form' });
    expect(calls[1]?.init).toMatchObject({ method, body });
  });

  it('reports a redirect without Location', async () => {
    const { fetcher } = fetcherWith(() => new Response(null, { status: 302 }));
    await expect(fetcher.fetch({ url: 'https://songs.test/a' })).rejects.toMatchObject({ kind: 'bad_reply' });
  });

  it('truncates a body at the size limit and reports it', async () => {
    const { fetcher } = fetcherWith(() => new Response(endlessBody('0123456789')));
    const page = await fetcher.fetch({ url: 'https://songs.test/a', maxBytes: 25 });
    expect(page.truncated).toBe(true);
    expect(new TextDecoder().decode(page.body)).toBe('0123456789012345678901234');
  });

  it('does not report a body as truncated that ends exactly at the limit', async () => {
    const { fetcher } = fetcherWith(() => new Response('0123456789'));
    expect(await fetcher.fetch({ url: 'https://songs.test/a', maxBytes: 10 })).toMatchObject({
      truncated: false,
    });
  });

  it('times out on a body that never ends', async () => {
    const { fetcher } = fetcherWith(() => new Response(endlessBody(null)));
    const request = fetcher.fetch({ url: 'https://songs.test/a', timeoutMs: 10 });
    await expect(request).rejects.toMatchObject({ kind: 'timeout', host: 'songs.test', retryable: true });
  });

  it('times out on a host that never answers', async () => {
    const hang: Handler = (_, init) =>
      new Promise((_resolve, reject) =>
        init.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    const { fetcher } = fetcherWith(hang, { timeoutMs: 10 });
    await expect(fetcher.fetch({ url: 'https://songs.test/a' })).rejects.toMatchObject({ kind: 'timeout' });
  });

  it('reports a broken connection as such', async () => {
    const { fetcher } = fetcherWith(() => Promise.reject(new TypeError('connection reset')));
    const request = fetcher.fetch({ url: 'https://songs.test/a' });
    await expect(request).rejects.toMatchObject({ kind: 'network', host: 'songs.test', retryable: true });
  });
});
