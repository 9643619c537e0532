import { ComeBackLater, CommandError } from './explain.ts';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** A client of the Worker API for commands. Every failure is a CommandError that names the address. */
export interface WorkerApi {
  readonly url: string;
  get<T>(path: string, query?: Query): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
  remove<T>(path: string): Promise<T>;
  /** The body as text, piece by piece. */
  stream(path: string, query?: Query): AsyncGenerator<string>;
  /** The body as it comes, piece by piece. */
  bytes(path: string): AsyncGenerator<Uint8Array>;
}

export interface FileApi extends WorkerApi {
  /** The bytes of a file or of a range of it, and the size of the whole file. */
  read(
    path: string,
    range?: { offset: number; length: number },
  ): Promise<{ bytes: Uint8Array; size: number }>;
}

interface Problem {
  detail?: string;
  errors?: { path: string; message: string }[];
  errors_total?: number;
}

const SHOWN_FAULTS = 20;
/** Until the first byte of an answer. */
const TIMEOUT_MS = 60_000;

/** `token` may be absent, because most of the API needs none. */
export function createWorkerApi(url: string, token: string | undefined): FileApi {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await answerOf(url, path, init);
    if (response.ok) return response;
    const problem = describeProblem(url, response.status, await response.text());
    const waitSeconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    throw response.status === 429 && waitSeconds > 0
      ? new ComeBackLater(problem, waitSeconds * 1000)
      : new CommandError(problem);
  };
  const json = async <T>(response: Response): Promise<T> => {
    const text = await response.text();
    const answer = parseObject<T>(text);
    if (answer === null) throw new CommandError(`${url} answered something that is not JSON.`);
    return answer;
  };
  return {
    url,
    get: async (path, query = {}) => json(await send(withQuery(path, query), { headers })),
    post: async (path, body) =>
      json(
        await send(path, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
    remove: async (path) => json(await send(path, { method: 'DELETE', headers })),
    read: async (path, range) => {
      const asked =
        range === undefined ? {} : { range: `bytes=${range.offset}-${range.offset + range.length - 1}` };
      const response = await send(path, { headers: { ...headers, ...asked } });
      const bytes = new Uint8Array(await bodyOf(url, response));
      const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
      if (total !== undefined || range === undefined) return { bytes, size: Number(total ?? bytes.length) };
      // The range lies behind the end, or was not understood.
      return { bytes: bytes.subarray(range.offset, range.offset + range.length), size: bytes.length };
    },
    stream: async function* (path, query = {}) {
      const response = await send(withQuery(path, query), { headers });
      if (response.body === null) return;
      for await (const text of response.body.pipeThrough(new TextDecoderStream())) yield text;
    },
    bytes: async function* (path) {
      const response = await send(path, { headers });
      if (response.body !== null) yield* response.body;
    },
  };
}

async function answerOf(url: string, path: string, init: RequestInit): Promise<Response> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
  try {
    return await fetch(`${url}${path}`, { ...init, signal: timeout.signal });
  } catch (error) {
    const why = timeout.signal.aborted ? `within ${TIMEOUT_MS / 1000} s` : `(${reasonOf(error)})`;
    throw new CommandError(`${url} does not answer ${why}.`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

async function bodyOf(url: string, response: Response): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer();
  } catch (error) {
    throw new CommandError(`${url} broke off in its answer (${reasonOf(error)}).`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause ? String(cause.code) : cause.message;
}

function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value));
  return params.size === 0 ? path : `${path}?${params}`;
}

function parseObject<T>(text: string): T | null {
  try {
    const value: T | null = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function describeProblem(url: string, status: number, text: string): string {
  const problem = parseObject<Problem>(text) ?? {};
  const faults = problem.errors ?? [];
  const shown = faults.slice(0, SHOWN_FAULTS).map((fault) => `  ${fault.path}: ${fault.message}`);
  const more = (problem.errors_total ?? faults.length) - shown.length;
  if (more > 0) shown.push(`  and ${more} more`);
  const said =
    problem.detail === undefined
      ? `${url} answered ${status}.`
      : `${url} answered ${status}: ${problem.detail}`;
  return [said, ...shown].join('\n');
}
