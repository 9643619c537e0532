import { type DeflatedJson, inflateJson, tagOf } from '../lib/deflated-json.ts';
import { gzipAround } from '../lib/gzip-around.ts';
import { acceptsGzip } from './accepts-gzip.ts';
import { isKnownTag } from './entity-tags.ts';

/** A JSON text that may exist in deflated form, and the tag that identifies it. */
export interface SentJson {
  tag: string;
  text: () => Uint8Array;
  /** Null: the text is sent as it is, and compressed by the edge if at all. */
  deflated: () => DeflatedJson | null;
}

/** A text of the cache. */
export const keptJson = (json: DeflatedJson): SentJson => ({
  tag: json.tag,
  text: () => inflateJson(json),
  deflated: () => json,
});

/** A text that was just made. */
export const plainJson = async (text: string): Promise<SentJson> => ({
  tag: await tagOf(text),
  text: () => new TextEncoder().encode(text),
  deflated: () => null,
});

interface Around {
  before: string;
  after: string;
}

/** Stands for a JSON text in the object around it; occurs in no value that is told beside it. */
const HOLE = '\u0000';

/** The JSON text before and after a value, cut from the object that holds the hole in its place. */
export function textAround(object: (hole: string) => object): Around {
  const [before = '', after = ''] = JSON.stringify(object(HOLE)).split(JSON.stringify(HOLE));
  return { before, after };
}

interface Sending extends Around {
  /** Whether a client that names the tag in If-None-Match gets 304. */
  mayBeKnown: boolean;
  /** Request headers beside Accept-Encoding that the answer depends on. */
  vary: readonly string[];
}

/** A text with nothing around it, which every client that has it need not get again. */
export const WHOLE: Sending = { before: '', after: '', mayBeKnown: true, vary: [] };

/**
 * Answers a JSON text with what is told around it: as a gzip stream if the client accepts one and the text is deflated.
 * The tag is weak, because it names the text and neither its encoding nor what is told around it.
 */
export function sendJson(request: Request, json: SentJson, sending: Sending): Response {
  const { before, after, mayBeKnown, vary } = sending;
  const headers = { etag: `W/"${json.tag}"`, vary: [...vary, 'accept-encoding'].join(', ') };
  if (mayBeKnown && isKnownTag(request.headers.get('if-none-match'), json.tag))
    return new Response(null, { status: 304, headers });
  const typed = { ...headers, 'content-type': 'application/json' };
  const deflated = acceptsGzip(request) ? json.deflated() : null;
  if (deflated === null) return new Response(joined(before, json.text(), after), { headers: typed });
  // Without this the runtime would compress the stream once more.
  const encoded = { headers: { ...typed, 'content-encoding': 'gzip' }, encodeBody: 'manual' as const };
  return new Response(gzipAround(before, deflated, after), encoded);
}

function joined(before: string, text: Uint8Array, after: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const [head, tail] = [encoder.encode(before), encoder.encode(after)];
  const bytes = new Uint8Array(head.length + text.length + tail.length);
  bytes.set(head);
  bytes.set(text, head.length);
  bytes.set(tail, head.length + text.length);
  return bytes;
}
