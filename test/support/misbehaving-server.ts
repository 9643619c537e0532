import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demo } from './demo.ts';

/** Faults of a server or of the network in one answer. */
export type Misdeed = 'refuses' | 'hangs' | 'stalls' | 'cuts' | 'sends a page' | 'sends half' | Refusal;

export interface Refusal {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

export interface MisbehavingServer extends AsyncDisposable {
  url: string;
  /** Misbehaves for matching paths and queries until the next call; null: passes everything on. */
  misbehave(path: RegExp | null, misdeed?: Misdeed): void;
}

async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const accept = request.headers.accept ?? '*/*';
  const answer = await fetch(demo.url + request.url, { headers: { accept } });
  const headers = Object.fromEntries(answer.headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) delete headers[name];
  response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
}

const JSON_TYPE = { 'content-type': 'application/json' };

function doWrong(misdeed: Misdeed, response: ServerResponse): void {
  if (typeof misdeed === 'object') {
    const headers = { 'content-type': 'application/problem+json', ...misdeed.headers };
    response.writeHead(misdeed.status, headers).end(JSON.stringify(misdeed.body));
    return;
  }
  switch (misdeed) {
    case 'refuses':
      response.destroy();
      return;
    case 'hangs':
      return;
    case 'stalls':
      response.writeHead(200, JSON_TYPE).write('{"items":[');
      return;
    case 'cuts':
      response.writeHead(200, { ...JSON_TYPE, 'content-length': '5000' });
      response.write('{"items":[', () => response.destroy());
      return;
    case 'sends a page':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in to the network</h1>');
      return;
    case 'sends half':
      response.writeHead(200, JSON_TYPE).end('{"items":[');
  }
}

/** A server in front of the running stack that applies faults of networks and servers to chosen answers. */
export async function startMisbehavingServer(): Promise<MisbehavingServer> {
  let chosen: RegExp | null = null;
  let chosenMisdeed: Misdeed = 'refuses';
  const server = createServer((request, response) => {
    if (chosen?.test(request.url ?? '')) doWrong(chosenMisdeed, response);
    else passOn(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    misbehave: (path, misdeed = 'refuses') => {
      chosen = path;
      chosenMisdeed = misdeed;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
