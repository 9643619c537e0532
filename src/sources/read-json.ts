import type { z } from 'zod';
import { SourceError } from '../lib/source-error.ts';
import { decodeBody } from './decode-body.ts';
import type { FetchedPage } from './fetcher.ts';

/**
 * Parses a reply as JSON regardless of its Content-Type, because APIs often set a wrong one, and validates it. Throws
 * `SourceError` `too_large` or `bad_reply`.
 */
export function readJson<Schema extends z.ZodType>(page: FetchedPage, schema: Schema): z.output<Schema> {
  const { host } = new URL(page.url);
  const facts = { host, status: page.status };
  if (page.truncated) throw new SourceError('too_large', 'the reply is larger than allowed', facts);
  // JSON is UTF-8 (RFC 8259, 8.1); the charset in the header is used only for pages.
  const { text } = decodeBody(page.body, 'application/json; charset=utf-8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SourceError('bad_reply', 'the reply is not JSON', { ...facts, cause });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new SourceError('bad_reply', 'the reply has another shape than documented', {
      ...facts,
      cause: parsed.error,
    });
  }
  return parsed.data;
}
