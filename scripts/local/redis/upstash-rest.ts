import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import {
  BodyTooLargeError,
  type HttpHandler,
  header,
  readBytes,
  sendBytes,
  sendJson,
} from '../http-server.ts';
import { type Command, type Outcome, type RedisBackend, RedisCommandError, type Reply } from './backend.ts';
import { toResp } from './resp.ts';

export interface UpstashOptions {
  backend: RedisBackend;
  token: string;
}

export const MAX_BODY_BYTES = 10 * 1024 * 1024;

const ArgumentSchema = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]);
const CommandSchema = z
  .array(ArgumentSchema)
  .min(1)
  .transform(([name = '', ...args]): Command => ({ name: name.toUpperCase(), args }));
const CommandsSchema = z.array(CommandSchema).min(1);

const FORMATS: ReadonlySet<string> = new Set(['json', 'resp2']);
/** Paths of several commands, which only JSON answers here. */
const LISTS: ReadonlySet<string> = new Set(['/pipeline', '/multi-exec']);

type Answer = { status: number; body: unknown } | { status: number; resp: Buffer };

/**
 * Serves `POST /`, `/pipeline` and `/multi-exec` as Upstash's REST API does, and `/COMMAND/argument/…?OPTION=value`,
 * where the body is the value that stands between the arguments and the options. The header
 * `Upstash-Response-Format: resp2` of a single command is answered in bytes.
 */
export function upstashHandler({ backend, token }: UpstashOptions): HttpHandler {
  let version = 0;
  return async (request, response) => {
    const reply = await answer(request, backend, token);
    version += 1;
    const sync = { 'upstash-sync-token': String(version) };
    if ('resp' in reply) sendBytes(response, reply.status, reply.resp, sync);
    else sendJson(response, reply.status, reply.body, sync);
  };
}

async function answer(request: IncomingMessage, backend: RedisBackend, token: string): Promise<Answer> {
  if (!isAuthorised(request, token)) return failure(401, 'WRONGPASS invalid or missing auth token');
  if (request.method !== 'POST') return failure(405, 'ERR method not allowed');
  try {
    return await route(request, await readBytes(request, MAX_BODY_BYTES), backend);
  } catch (error) {
    if (error instanceof SyntaxError) return failure(400, 'ERR failed to parse the request body as JSON');
    if (error instanceof z.ZodError) return failure(400, 'ERR failed to parse command');
    if (error instanceof RedisCommandError) return failure(400, error.message);
    if (error instanceof BodyTooLargeError)
      return failure(413, `ERR max request size exceeded: ${error.message}`);
    return failure(503, `ERR Redis is unreachable: ${(error as Error).message}`);
  }
}

async function route(request: IncomingMessage, body: Buffer, backend: RedisBackend): Promise<Answer> {
  const format = header(request, 'upstash-response-format') ?? 'json';
  const encoding = header(request, 'upstash-encoding');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://redis');
  if (!FORMATS.has(format) || (format === 'resp2' && (encoding !== null || LISTS.has(pathname))))
    return failure(400, `ERR the response format ${format} is not available here`);
  const encode = encoding === 'base64' ? toBase64 : toPlain;
  const toWire = (outcome: Outcome) => ('error' in outcome ? outcome : { result: encode(outcome.result) });
  const json = (): unknown => JSON.parse(body.toString('utf8'));
  if (pathname === '/pipeline')
    return { status: 200, body: (await backend.pipeline(CommandsSchema.parse(json()))).map(toWire) };
  if (pathname === '/multi-exec')
    return { status: 200, body: (await backend.transaction(CommandsSchema.parse(json()))).map(toWire) };
  const command =
    pathname === '/' ? CommandSchema.parse(json()) : commandOfPath(pathname, body, searchParams);
  if (command === null) return failure(404, 'ERR not found: send commands to /, /pipeline or /multi-exec');
  const outcome = await backend.run(command);
  const status = 'error' in outcome ? 400 : 200;
  return format === 'resp2' ? { status, resp: toResp(outcome) } : { status, body: toWire(outcome) };
}

/** `/set/key?EX=60` with a body: SET key <body> EX 60. Null for a path that names no argument. */
function commandOfPath(path: string, body: Buffer, options: URLSearchParams): Command | null {
  const [name = '', ...args] = path.slice(1).split('/').map(decodeURIComponent);
  if (args.length === 0) return null;
  const value = body.length === 0 ? [] : [body];
  return { name: name.toUpperCase(), args: [...args, ...value, ...[...options].flat().filter(Boolean)] };
}

function isAuthorised(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(header(request, 'authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function failure(status: number, error: string): { status: number; body: { error: string } } {
  return { status, body: { error } };
}

/** A plain "OK" stays as it is; the client decodes every other string, and every string inside a list. */
function toBase64(reply: Reply): unknown {
  const isText = typeof reply === 'string' || Buffer.isBuffer(reply);
  return isText && String(reply) === 'OK' ? 'OK' : encodeStrings(reply);
}

function encodeStrings(reply: Reply): unknown {
  if (Array.isArray(reply)) return reply.map(encodeStrings);
  if (Buffer.isBuffer(reply)) return reply.toString('base64');
  return typeof reply === 'string' ? Buffer.from(reply).toString('base64') : toPlain(reply);
}

function toPlain(reply: Reply): unknown {
  if (Array.isArray(reply)) return reply.map(toPlain);
  if (Buffer.isBuffer(reply)) return reply.toString('utf8');
  return typeof reply === 'bigint' ? Number(reply) : reply;
}
