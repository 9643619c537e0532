import { createMiddleware } from 'hono/factory';
import { AppError } from '../../lib/errors.ts';
import type { AppEnv } from '../app-env.ts';

const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const JSON_TYPE = 'application/json';
const PLAIN = /^(?:identity)?$/i;
const UTF_8 = /^charset="?utf-?8"?$/i;

/** RFC 9110, 5.6.6: parameters may be empty and may be surrounded by white space. UTF-8 is the only charset of JSON. */
function isJson(contentType: string): boolean {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim());
  const charsets = parameters.filter((parameter) => /^charset=/i.test(parameter));
  return type.toLowerCase() === JSON_TYPE && charsets.every((charset) => UTF_8.test(charset));
}

const GZIP = [0x1f, 0x8b];

/** Says that a body is compressed, where it would fail as text: by its header, or by how gzip begins. */
function requirePlain(encoding: string, bytes: ArrayBuffer): void {
  const start = new Uint8Array(bytes, 0, Math.min(GZIP.length, bytes.byteLength));
  const isGzip = start.length === GZIP.length && GZIP.every((byte, i) => byte === start[i]);
  if (isGzip || !PLAIN.test(encoding))
    throw new AppError(
      'UNSUPPORTED_MEDIA_TYPE',
      'The body is compressed: send it without a Content-Encoding.',
    );
}

function requireUtf8(bytes: ArrayBuffer): void {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new AppError('MALFORMED_JSON', 'The body is not valid UTF-8.');
  }
}

/** The request with this content type, or without one. The body is passed on. */
function withContentType(request: Request, type: string | null): Request {
  const headers = new Headers(request.headers);
  if (type === null) headers.delete('content-type');
  else headers.set('content-type', type);
  return new Request(request, { headers });
}

/**
 * Reads the body as UTF-8 JSON text before it is parsed: 415 if its content type is not JSON or it is compressed, 400 if it
 * is not UTF-8.
 * An empty body of another type counts as no body. The content type is passed on without parameters, because the
 * routes' own check knows only that form.
 */
export const requireJson = createMiddleware<AppEnv>(async function requireJson(c, next) {
  if (!METHODS_WITH_BODY.has(c.req.method)) return next();
  const sent = c.req.header('content-type') ?? '';
  const json = isJson(sent);
  const plain = json ? JSON_TYPE : null;
  if (sent !== (plain ?? '')) c.req.raw = withContentType(c.req.raw, plain);
  if (c.req.raw.body === null) return next();
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > 0 && !json) {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json, in UTF-8.');
  }
  requirePlain(c.req.header('content-encoding')?.trim() ?? '', bytes);
  requireUtf8(bytes);
  return next();
});
