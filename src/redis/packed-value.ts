import { Buffer } from 'node:buffer';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ANALYSIS_DICTIONARY } from './analysis-dictionary-data.ts';
import { pack, unpack } from './packed-json.ts';

/** Names the dictionary too: another dictionary is another mark, and what bears an old one is a miss. */
const MARK = 'z1:';

const dictionary = Buffer.from(ANALYSIS_DICTIONARY);

/**
 * A value as text of a fraction of its JSON's length: packed, deflated against a dictionary of what analyses look like
 * (CompressionStream knows no dictionaries, hence Node's zlib), in base64, since Redis is spoken to in JSON.
 */
export function toPackedText(value: unknown): string {
  const bytes = deflateRawSync(JSON.stringify(pack(value)), { dictionary });
  return MARK + bytes.toString('base64');
}

/** The value again; throws on what `toPackedText` did not make. */
export function fromPackedText(text: string): unknown {
  if (!text.startsWith(MARK)) throw new TypeError('not a packed value');
  const bytes = Buffer.from(text.slice(MARK.length), 'base64');
  return unpack(JSON.parse(inflateRawSync(bytes, { dictionary }).toString()));
}
