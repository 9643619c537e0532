import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSocket, wireRequest } from '../../../scripts/bench/socket-client.ts';
import { type FaultProxy, type ProxyFault, startFaultProxy } from '../../../scripts/local/fault-proxy.ts';

const BODY = JSON.stringify({ words: 'a kettle hums '.repeat(40) });
let requests = 0;
const server = createServer((request, response) => {
  requests += 1;
  if (request.url === '/chunked') response.write('');
  else response.setHeader('content-length', Buffer.byteLength(BODY));
  if (request.url === '/chunked') response.flushHeaders();
  request.resume().on('end', () => response.end(BODY));
});
let proxy: FaultProxy;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await startFaultProxy((server.address() as AddressInfo).port);
});
afterEach(() => proxy.set(null));
afterAll(async () => {
  await proxy.close();
  server.closeAllConnections();
  server.close();
});

/** Every byte that one connection gets for one request, and how it ended. */
async function raw(path = '/length'): Promise<{ text: string; end: 'closed' | 'reset' | 'refused' }> {
  const socket = connect({ port: proxy.port, host: '127.0.0.1' });
  let text = '';
  socket.on('data', (piece) => {
    text += piece;
  });
  socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
  return await new Promise((resolve) => {
    socket.on('end', () => resolve({ text, end: 'closed' }));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ text, end: error.code === 'ECONNREFUSED' ? 'refused' : 'reset' }),
    );
  });
}

const ask = (timeoutMs = 5000, body = '') =>
  fetch(`${proxy.url}/length`, {
    method: 'POST',
    headers: { connection: 'close' },
    body,
    signal: AbortSignal.timeout(timeoutMs),
  });

describe('a proxy that was told', () => {
  it('nothing passes every byte on, both ways', async () => {
    expect((await raw()).text.endsWith(BODY)).toBe(true);
    const answer = await ask(5000, 'x'.repeat(3_000_000));
    expect(await answer.text()).toBe(BODY);
    expect(proxy.instead('http://localhost:1/v1/')).toBe(`${proxy.url}/v1/`);
    expect(proxy.instead('http://localhost:1/sql')).toBe(`${proxy.url}/sql`);
  });

  it('to refuse does so until told otherwise, on the same port', async () => {
    const open = connect({ port: proxy.port, host: '127.0.0.1' });
    await once(open, 'connect');
    const met = proxy.met();
    await proxy.set({ kind: 'refuse' });
    await once(open, 'error');
    expect((await raw()).end).toBe('refused');
    await proxy.set(null);
    expect((await raw()).end).toBe('closed');
    expect(proxy.met()).toBe(met);
  });

  it('to be silent takes the request and carries nothing out', async () => {
    await proxy.set({ kind: 'silent' });
    const before = requests;
    await expect(ask(100)).rejects.toThrow('timeout');
    expect(requests).toBe(before);
  });

  it('to delay answers later than that', async () => {
    await proxy.set({ kind: 'delay', ms: 120 });
    const started = performance.now();
    expect(await (await ask()).text()).toBe(BODY);
    expect(performance.now() - started).toBeGreaterThanOrEqual(115);
  });

  it('to reset does so before anything is carried out', async () => {
    await proxy.set({ kind: 'reset' });
    const before = requests;
    expect(await raw()).toEqual({ text: '', end: 'reset' });
    expect(requests).toBe(before);
  });

  it.each([0, 1, 300])(
    'to reset in the middle of an answer sends %d bytes and carries it out',
    async (bytes) => {
      await proxy.set({ kind: 'reset_after', bytes });
      const before = requests;
      const { text, end } = await raw();
      expect(end).toBe('reset');
      // A reset may overtake the bytes before it.
      expect(text.length).toBeLessThanOrEqual(bytes);
      expect(requests).toBe(before + 1);
    },
  );

  it.each([0, 1, 300])('to send half an answer closes after %d bytes', async (bytes) => {
    await proxy.set({ kind: 'half', bytes });
    const { text, end } = await raw();
    expect({ length: text.length, end }).toEqual({ length: bytes, end: 'closed' });
  });

  it('to drip sends all of it, piece by piece', async () => {
    await proxy.set({ kind: 'drip', bytes: 100, everyMs: 5 });
    const started = performance.now();
    expect((await raw()).text.endsWith(BODY)).toBe(true);
    expect(performance.now() - started).toBeGreaterThan(25);
  });

  it.each(['/length', '/chunked'])('to announce more than it sends keeps %s waiting', async (path) => {
    await proxy.set({ kind: 'wrong_length', by: 10 });
    const { text } = await raw(path);
    expect(text.endsWith(path === '/length' ? BODY : `${BODY}\r\n0\r\n\r\n`)).toBe(true);
    const signal = AbortSignal.timeout(150);
    const reading = fetch(proxy.url + path, { signal }).then((answer) => answer.text());
    await expect(reading).rejects.toThrow();
  });

  it('to announce less than it sends cuts the text', async () => {
    await proxy.set({ kind: 'wrong_length', by: -10 });
    const answer = await ask();
    expect(await answer.text()).toBe(BODY.slice(0, -10));
  });

  it.each<ProxyFault & { kind: 'status' }>([
    { kind: 'status', status: 429, headers: { 'retry-after': '7' }, body: '{}' },
    { kind: 'status', status: 403 },
  ])('to answer $status does so to a body of any length, and carries nothing out', async (fault) => {
    await proxy.set(fault);
    const before = requests;
    const answer = await ask(5000, 'x'.repeat(3_000_000));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([
      fault.status,
      fault.headers?.['retry-after'] ?? null,
    ]);
    expect(await answer.text()).toBe(fault.body ?? '');
    expect(requests).toBe(before);
  });

  it('otherwise spoils the next exchange of a connection that is open', async () => {
    const request = wireRequest(`${proxy.url}/length`, {});
    const client = await openSocket(request);
    expect((await client.send(request)).status).toBe(200);
    const met = proxy.met();
    await proxy.set({ kind: 'status', status: 429 });
    expect((await client.send(request)).status).toBe(429);
    expect(proxy.met()).toBe(met + 1);
    client.close();
  });

  it('anything resets its clients while the server is gone', async () => {
    const orphan = await startFaultProxy(1);
    const socket = connect({ port: orphan.port, host: '127.0.0.1' });
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNRESET');
    await orphan.close();
  });
});
