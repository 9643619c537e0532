/** Bytes in which a page must declare its charset (HTML standard: 1,024; pages with long heads need more). */
const META_WINDOW_BYTES = 4096;

export interface DecodedBody {
  text: string;
  /** Canonical name of the encoding used. */
  charset: string;
  /** True if bytes were invalid in the encoding and were replaced by U+FFFD. */
  lossy: boolean;
}

const BYTE_ORDER_MARKS: readonly { bytes: readonly number[]; charset: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], charset: 'utf-8' },
  { bytes: [0xff, 0xfe], charset: 'utf-16le' },
  { bytes: [0xfe, 0xff], charset: 'utf-16be' },
];

function fromMark(body: Uint8Array): string | undefined {
  return BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, i) => body[i] === byte))?.charset;
}

function fromContentType(contentType: string | null): string | undefined {
  return /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? '')?.[1];
}

function fromMeta(body: Uint8Array): string | undefined {
  let head = '';
  for (const byte of body.subarray(0, META_WINDOW_BYTES)) head += String.fromCharCode(byte);
  const tags = head.match(/<meta\b[^>]{0,400}/gi) ?? [];
  const declared = tags.map((tag) => /charset\s*=[\s"']*([\w:.-]+)/i.exec(tag)?.[1]).find(Boolean);
  // A page whose ASCII was readable cannot be UTF-16, even if it declares so (HTML standard).
  return declared && /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

function decoderFor(label: string | undefined): TextDecoder | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

/** Decodes a body by its byte order mark, then Content-Type, then `<meta charset>`, otherwise as UTF-8. */
export function decodeBody(body: Uint8Array, contentType: string | null): DecodedBody {
  const decoder =
    decoderFor(fromMark(body)) ??
    decoderFor(fromContentType(contentType)) ??
    decoderFor(fromMeta(body)) ??
    new TextDecoder();
  const text = decoder.decode(body);
  return { text, charset: decoder.encoding, lossy: text.includes('\uFFFD') };
}
