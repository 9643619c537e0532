import { AppError } from '../../lib/errors.ts';
import type { ReaderOptions } from './reader/open-reader.ts';
import type { RowFormat } from './reader/row-formats.ts';

/** Bytes of a body as sent; Cloudflare takes no more in most plans. */
export const MAX_UPLOAD_BYTES = 100_000_000;
/** Bytes of its text, unpacked. */
const MAX_TEXT_BYTES = 500_000_000;

const FORMAT_OF: Readonly<Record<string, RowFormat>> = {
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
};
const ENCODINGS: ReadonlySet<string> = new Set(['', 'identity', 'gzip', 'x-gzip']);

/** The body of a request with the headers that describe it. */
export interface Upload {
  body: ReadableStream<Uint8Array> | null;
  contentType: string;
  contentEncoding: string;
  /** Empty if it is not stated. */
  contentLength: string;
}

/** The bytes of an upload and how to read them. Throws UNSUPPORTED_MEDIA_TYPE, and PAYLOAD_TOO_LARGE while it is read. */
export function readUpload({ body, contentType, contentEncoding, contentLength }: Upload): {
  chunks: AsyncGenerator<Uint8Array>;
  options: ReaderOptions;
} {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim());
  const format = FORMAT_OF[type.toLowerCase()];
  if (format === undefined) {
    throw new AppError(
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the songs as application/json, application/x-ndjson, text/csv or text/tab-separated-values.',
    );
  }
  if (!ENCODINGS.has(contentEncoding.trim().toLowerCase())) {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'The only Content-Encoding that is read is gzip.');
  }
  if (Number(contentLength) > MAX_UPLOAD_BYTES) throw tooLarge();
  const charset = parameters.find((parameter) => /^charset=/i.test(parameter))?.slice('charset='.length);
  const encoding = charset?.replace(/^"|"$/g, '');
  // UTF-8 is what clients send unasked; a file in another encoding is found by its content.
  const isStated = encoding !== undefined && !/^utf-?8$/i.test(encoding);
  return {
    chunks: readCapped(body),
    options: { format, maxTextBytes: MAX_TEXT_BYTES, ...(isStated ? { encoding } : {}) },
  };
}

const tooLarge = (): AppError =>
  new AppError('PAYLOAD_TOO_LARGE', `The body is larger than ${MAX_UPLOAD_BYTES} bytes.`);

async function* readCapped(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > MAX_UPLOAD_BYTES) throw tooLarge();
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
