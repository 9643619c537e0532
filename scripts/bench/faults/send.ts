import type { TrafficKind, TrafficRequest } from './traffic.ts';

/**
 * What became of a request. `refused`: there was no Worker to take it or to end its answer, as during a restart; `limited`: 429; `broken`:
 * anything that is no documented answer.
 */
export type Outcome = 'good' | 'degraded' | 'unavailable' | 'limited' | 'refused' | 'broken';

export interface Sent {
  kind: TrafficKind;
  /** Milliseconds since the start of the traffic at which it was due. */
  atMs: number;
  ms: number;
  outcome: Outcome;
  /** Why it is not good: the code of a problem, the reason of a degraded answer, or what broke. */
  why: string | null;
  /** The body of an accepted write, parsed. */
  accepted: unknown;
}

/** Longer than any documented answer takes: a person's call of the model has 20 s. */
const CLIENT_TIMEOUT_MS = 45_000;
const GONE: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE']);

export interface Target {
  url: string;
  token: string;
}

/** Sends a request and reads its answer to the end. Never throws. */
export async function send(target: Target, request: TrafficRequest, atMs: number): Promise<Sent> {
  const started = performance.now();
  const judged = await ask(target, request).catch((error: unknown) => judgeError(error));
  return { kind: request.kind, atMs, ms: performance.now() - started, accepted: null, ...judged };
}

type Judged = Pick<Sent, 'outcome' | 'why'> & Partial<Pick<Sent, 'accepted'>>;

async function ask({ url, token }: Target, request: TrafficRequest): Promise<Judged> {
  const { method, path, body, idempotencyKey } = request;
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(CLIENT_TIMEOUT_MS),
  });
  const text = await response.text().catch(() => null);
  if (text === null) return judgeCut(request.kind);
  if (!response.ok) return judgeProblem(response.status, text);
  if (request.kind === 'export') return { outcome: 'good', why: null };
  const value: unknown = JSON.parse(text);
  const reason = degradedReason(value);
  return { outcome: reason === null ? 'good' : 'degraded', why: reason, accepted: value };
}

/** Why an answer is not good whose connection broke before its end. */
export const CUT_OFF = 'cut off';

/** A stream that cannot go on is cut off, so that a part is not mistaken for the whole; another answer is not. */
const judgeCut = (kind: TrafficKind): Judged => ({
  outcome: kind === 'export' ? 'unavailable' : 'broken',
  why: CUT_OFF,
});

/** A 502 or 503 with a code is documented for every route that may give it; another 5xx is a fault of ours. */
function judgeProblem(status: number, text: string): Judged {
  const code = codeOf(text);
  if (status === 429) return { outcome: 'limited', why: code };
  const isDocumented = (status === 503 || status === 502) && code !== null;
  return { outcome: isDocumented ? 'unavailable' : 'broken', why: `${status} ${code ?? text.slice(0, 60)}` };
}

function codeOf(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && typeof value.code === 'string' ? value.code : null;
  } catch {
    return null;
  }
}

function judgeError(error: unknown): Judged {
  const cause = error instanceof Error && isObject(error.cause) ? error.cause.code : undefined;
  if (typeof cause === 'string' && GONE.has(cause)) return { outcome: 'refused', why: cause };
  return {
    outcome: 'broken',
    why: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The reason of a degraded analysis or search; null if it is neither. */
function degradedReason(value: unknown): string | null {
  if (!isObject(value)) return null;
  const { analysis } = value;
  const said = isObject(analysis) && isObject(analysis.provenance) ? analysis.provenance : value;
  return said.degraded === true ? String(said.reason) : null;
}
