import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { BodyTooLargeError, type HttpHandler, header, readBody, sendJson, sendText } from '../http-server.ts';
import {
  type PostgresEngine,
  PostgresError,
  type QueryOutcome,
  type QueryRequest,
  type TransactionOptions,
} from './engine.ts';
import { type Login, parseConnectionString } from './session.ts';

export interface NeonOptions {
  engine: PostgresEngine;
  /** Null: any password passes. */
  password: string | null;
}

/** Neon's own proxy stops at this size unless it is configured otherwise. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;

const ParamSchema = z.union([
  z.null(),
  z.string(),
  z.number().transform(String),
  z.boolean().transform(String),
  z.record(z.string(), z.unknown()).transform((value) => JSON.stringify(value)),
]);
const QuerySchema = z.object({
  query: z.string(),
  params: z.array(ParamSchema).default([]),
  arrayMode: z.boolean().optional(),
});
const BodySchema = z.union([z.object({ queries: z.array(QuerySchema) }), QuerySchema]);
type Body = z.infer<typeof BodySchema>;
type Query = z.infer<typeof QuerySchema>;

class BadRequestError extends Error {}

/** Serves `POST /sql` as Neon's proxy does. */
export function neonHandler(options: NeonOptions): HttpHandler {
  return async (request, response) => {
    if (request.url?.split('?')[0] !== '/sql') return sendText(response, 404, 'Not found');
    if (request.method !== 'POST') return sendText(response, 405, 'Method not allowed');
    try {
      await answer(request, response, options);
    } catch (error) {
      sendFailure(response, error);
    }
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: NeonOptions) {
  const text = await readBody(request, MAX_BODY_BYTES);
  const login = logIn(request, options.password);
  if (header(request, 'neon-raw-text-output') !== 'true') {
    throw new BadRequestError('This endpoint answers in raw text only: send Neon-Raw-Text-Output: true');
  }
  const body = parseBody(text);
  const gone = whenGone(response);
  const arrayMode = header(request, 'neon-array-mode') === 'true';
  if (!('queries' in body)) {
    const outcome = await options.engine.query(toRequest(body), login.settings, gone);
    return sendJson(response, 200, toWire(outcome, body.arrayMode ?? arrayMode));
  }
  const transaction = readTransactionOptions(request);
  const requests = body.queries.map(toRequest);
  const outcomes = await options.engine.batch(requests, transaction, login.settings, gone);
  const results = outcomes.map((outcome, i) => toWire(outcome, body.queries[i]?.arrayMode ?? arrayMode));
  sendJson(response, 200, { results }, batchHeaders(request));
}

/** Aborted when the client closes its connection before it has the answer. */
function whenGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

function logIn(request: IncomingMessage, password: string | null): Login {
  const value = header(request, 'neon-connection-string');
  if (value === null) throw new BadRequestError('missing connection string');
  const login = parseConnectionString(value);
  if (password === null || login.password === password) return login;
  throw new PostgresError(`password authentication failed for user '${login.user}'`, {
    severity: 'FATAL',
    code: '28P01',
  });
}

function parseBody(text: string): Body {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new BadRequestError(`could not parse the HTTP request body: ${(error as Error).message}`);
  }
  const parsed = BodySchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new BadRequestError('could not parse the HTTP request body: expected a query or queries');
}

function toRequest({ query, params }: Query): QueryRequest {
  return { text: query, params };
}

const ISOLATION_LEVELS = {
  ReadUncommitted: 'READ UNCOMMITTED',
  ReadCommitted: 'READ COMMITTED',
  RepeatableRead: 'REPEATABLE READ',
  Serializable: 'SERIALIZABLE',
} as const;
const BATCH_HEADERS = [
  'neon-batch-isolation-level',
  'neon-batch-read-only',
  'neon-batch-deferrable',
] as const;

function readTransactionOptions(request: IncomingMessage): TransactionOptions {
  const [level, readOnly, deferrable] = BATCH_HEADERS.map((name) => header(request, name));
  const options: TransactionOptions = {};
  if (level) {
    const known = Object.entries(ISOLATION_LEVELS).find(([name]) => name === level);
    if (!known) throw new BadRequestError('invalid isolation level');
    options.isolationLevel = known[1];
  }
  if (readOnly) options.readOnly = readOnly === 'true';
  if (deferrable) options.deferrable = deferrable === 'true';
  return options;
}

function batchHeaders(request: IncomingMessage): Record<string, string> {
  const pairs = BATCH_HEADERS.map((name) => [name, header(request, name)] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [(typeof pair)[0], string] => pair[1] !== null));
}

function toWire(outcome: QueryOutcome, arrayMode: boolean): Record<string, unknown> {
  const names = outcome.fields.map((field) => field.name);
  const toObject = (row: (string | null)[]) => Object.fromEntries(row.map((value, i) => [names[i], value]));
  return { ...outcome, rows: arrayMode ? outcome.rows : outcome.rows.map(toObject), rowAsArray: arrayMode };
}

function sendFailure(response: ServerResponse, error: unknown): void {
  if (error instanceof PostgresError) sendJson(response, 400, { message: error.message, ...error.fields });
  else if (error instanceof BadRequestError) sendJson(response, 400, { message: error.message, code: null });
  else if (error instanceof BodyTooLargeError) sendJson(response, 413, { message: error.message });
  else sendText(response, 500, error instanceof Error ? error.message : String(error));
}
