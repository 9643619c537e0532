import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { BodyTooLargeError, type HttpHandler, header, readBody, sendJson } from '../http-server.ts';
import { type Command, type Outcome, type RedisBackend, RedisCommandError, type Reply } from './backend.ts';

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

interface Answer {
  status: number;
  body: unknown;
}

/** Serves `POST /`, `/pipeline` and `/multi-exec` as Upstash's REST API does. */
export function upstashHandler({ backend, token }: UpstashOptions): HttpHandler {
  let version = 0;
  return async (request, response) => {
    const { status, body } = await answer(request, backend, token);
    version += 1;
    sendJson(response, status, body, { 'upstash-sync-token': String(version) });
  };
}

async function answer(request: IncomingMessage, backend: RedisBackend, token: string): Promise<Answer> {
  if (!isAuthorised(request, token)) return failure(401, 'WRONGPASS invalid or missing auth token');
  if (request.method !== 'POST') return failure(405, 'ERR method not allowed');
  const encode = header(request, 'upstash-encoding') === 'base64' ? toBase64 : toPlain;
  try {
    const json: unknown = JSON.parse(await readBody(request, MAX_BODY_BYTES));
    return await route(request.url ?? '/', json, backend, encode);
  } catch (error) {
    if (error instanceof SyntaxError) return failure(400, 'ERR failed to parse the request body as JSON');
    if (error instanceof z.ZodError) return failure(400, 'ERR failed to parse command');
    if (error instanceof RedisCommandError) return failure(400, error.message);
    if (error instanceof BodyTooLargeError)
      return failure(413, `ERR max request size exceeded: ${error.message}`);
    return failure(503, `ERR Redis is unreachable: ${(error as Error).message}`);
  }
}

async function route(url: string, json: unknown, backend: RedisBackend, encode: Encoder): Promise<Answer> {
  const toWire = (outcome: Outcome) => ('error' in outcome ? outcome : { result: encode(outcome.result) });
  switch (url.split('?')[0]) {
    case '/': {
      const outcome = await backend.run(CommandSchema.parse(json));
      return { status: 'error' in outcome ? 400 : 200, body: toWire(outcome) };
    }
    case '/pipeline':
      return { status: 200, body: (await backend.pipeline(CommandsSchema.parse(json))).map(toWire) };
    case '/multi-exec':
      return { status: 200, body: (await backend.transaction(CommandsSchema.parse(json))).map(toWire) };
    default:
      return failure(404, 'ERR not found: send commands to /, /pipeline or /multi-exec');
  }
}

function isAuthorised(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(header(request, 'authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function failure(status: number, error: string): Answer {
  return { status, body: { error } };
}

type Encoder = (reply: Reply) => unknown;

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
