import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Account } from './account.ts';
import { ApiFault } from './api-error.ts';
import { type ApiRequest, apiRoutes } from './routes.ts';

/** What becomes of a request instead of its answer. */
export type Interference = ApiFault | 'hang' | 'cut' | 'answer lost' | null;

export interface FakeApi {
  /** For CLOUDFLARE_API_BASE_URL. */
  url: string;
  /** Every request as `METHOD path`, without the account. */
  requests: string[];
  /** Asked before each request; null lets it through. `answer lost`: the request takes effect and the answer is cut. */
  interfere: (request: ApiRequest) => Interference;
  close(): Promise<void>;
}

const PREFIX = '/client/v4/accounts/';
export const API_TOKEN = 'token-of-the-tests';

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const envelope = (result: unknown, error: ApiFault | null): string =>
  JSON.stringify({
    success: error === null,
    errors: error === null ? [] : [{ code: error.code, message: error.message }],
    messages: [],
    result,
    ...(Array.isArray(result)
      ? {
          result_info: {
            page: 1,
            per_page: 100,
            total_pages: 1,
            count: result.length,
            total_count: result.length,
          },
        }
      : {}),
  });

/** Cloudflare's API over HTTP: the part that wrangler and a release ask, with their errors. */
export async function startFakeApi(account: Account, now: () => Date = () => new Date()): Promise<FakeApi> {
  const routes = apiRoutes(account, now);

  const answer = async (request: ApiRequest): Promise<unknown> => {
    for (const [method, pattern, handle] of routes) {
      const match = method === request.method ? pattern.exec(request.path) : null;
      if (match !== null) return await handle(request, ...match.slice(1).map(decodeURIComponent));
    }
    throw new ApiFault(404, 7003, `The fake has no ${request.method} ${request.path}.`);
  };

  const read = async (request: IncomingMessage): Promise<ApiRequest> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, ...parts] = url.pathname.slice(PREFIX.length).split('/');
    const body = await readBody(request);
    const type = request.headers['content-type'] ?? '';
    return {
      method: request.method ?? 'GET',
      path: `/${parts.join('/')}`,
      query: url.searchParams,
      json: () => JSON.parse(body.toString()),
      form: () => new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData(),
    };
  };

  const api: FakeApi = { url: '', requests: [], interfere: () => null, close: async () => {} };

  const respond = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = await read(incoming);
    api.requests.push(`${request.method} ${request.path}`);
    const send = (status: number, text: string, headers: Record<string, string> = {}) =>
      outgoing.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
    try {
      const authorization = incoming.headers.authorization ?? '';
      if (authorization !== `Bearer ${API_TOKEN}` && !authorization.startsWith('Bearer fake.'))
        throw new ApiFault(401, 10_000, 'Authentication error');
      const interference = api.interfere(request);
      if (interference instanceof ApiFault) throw interference;
      if (interference === 'hang') return;
      if (interference === 'cut') return void outgoing.destroy();
      const result = await answer(request);
      if (interference === 'answer lost') return void outgoing.destroy();
      send(200, envelope(result, null));
    } catch (error) {
      const fault = error instanceof ApiFault ? error : new ApiFault(500, 10_013, String(error));
      send(fault.status, envelope(null, fault), fault.headers);
    }
  };

  const server = createServer((incoming, outgoing) => void respond(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake has no port.');
  api.url = `http://127.0.0.1:${address.port}/client/v4`;
  api.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return api;
}
