import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../http-server.ts';
import type { Fault, FaultBoard, FaultKind } from './faults.ts';
import { renderChallengePage } from './genius-page.ts';
import type { RequestLog } from './request-log.ts';

const DRIP_MS = 50;

export function findFault(faults: readonly Fault[], kind: FaultKind): Fault | undefined {
  return faults.find((fault) => fault.kind === kind);
}

export function sendHtml(
  response: ServerResponse,
  status: number,
  body: Buffer | string,
  headers: Record<string, string> = {},
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(bytes.length),
    ...headers,
  });
  response.end(bytes);
}

/** A page that sends small chunks without end until the client disconnects. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.write('<!doctype html><html><body>');
  const timer = setInterval(() => response.write('<p>and on</p>'), DRIP_MS);
  response.once('close', () => clearInterval(timer));
}

function redirect(response: ServerResponse, location: string): true {
  response.writeHead(302, { location, 'content-length': '0' });
  response.end();
  return true;
}

/** Answers instead of the site when a fault says so; true when it did. Latency is waited for first. */
export async function answerWithFault(
  faults: readonly Fault[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  for (const fault of faults) {
    const amount = fault.amount;
    if (fault.kind === 'latency') await new Promise((resolve) => setTimeout(resolve, amount ?? 250));
    else if (fault.kind === 'rate_limited') {
      sendJson(
        response,
        429,
        { error: { status: 429, message: 'slow down' } },
        { 'retry-after': String(amount ?? 1) },
      );
      return true;
    } else if (fault.kind === 'quota_exceeded') {
      sendJson(response, 429, {
        error: { status: 429, reason: 'QUOTA_EXCEEDED', message: 'quota exceeded' },
      });
      return true;
    } else if (fault.kind === 'challenge') {
      sendHtml(response, 403, renderChallengePage(), { 'cf-mitigated': 'challenge' });
      return true;
    } else if (fault.kind === 'server_error') {
      sendHtml(response, amount ?? 500, '<html><body>Something went wrong</body></html>');
      return true;
    } else if (fault.kind === 'html_reply') {
      sendHtml(response, 200, '<!doctype html><html><body><p>Something else entirely</p></body></html>');
      return true;
    } else if (fault.kind === 'endless') {
      drip(response);
      return true;
    } else if (fault.kind === 'redirect_host') {
      return redirect(response, `${fault.location ?? 'http://elsewhere.invalid'}${request.url ?? '/'}`);
    } else if (fault.kind === 'redirect_loop') {
      return redirect(response, request.url ?? '/');
    }
  }
  return false;
}

/** The two control paths that both sites share; true when the request was for one of them. */
export async function answerControl(
  request: IncomingMessage,
  response: ServerResponse,
  site: { faults: FaultBoard; log: RequestLog; command(body: unknown): void },
): Promise<boolean> {
  const { pathname } = new URL(request.url ?? '/', 'http://site.invalid');
  if (pathname === '/__requests') {
    sendJson(response, 200, site.log.summary());
    if (request.method === 'DELETE') site.log.clear();
    return true;
  }
  if (pathname !== '/__faults') return false;
  try {
    if (request.method === 'DELETE') site.faults.clear();
    if (request.method === 'POST') site.command(JSON.parse(await readBody(request, 1_000_000)));
    sendJson(response, 200, { faults: site.faults.list() });
  } catch (error) {
    sendJson(response, 400, { error: error instanceof Error ? error.message : 'not understood' });
  }
  return true;
}
