import { Buffer } from 'node:buffer';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ANALYSIS_DICTIONARY } from './analysis-dictionary-data.ts';
import { pack, unpack } from './packed-json.ts';

/** Identifies the format and the dictionary: a value with another mark cannot be read. */
const MARK = 'z2:';

const dictionary = Buffer.from(ANALYSIS_DICTIONARY);

/**
 * A value as text much shorter than its JSON: packed, deflated with a dictionary of typical analyses
 * (CompressionStream does not support dictionaries, so this uses Node's zlib), and base64-encoded, because the Redis
 * protocol here is JSON.
 */
export function toPackedText(value: unknown): string {
  const bytes = deflateRawSync(JSON.stringify(pack(value)), { dictionary });
  return MARK + bytes.toString('base64');
}

/** Restores the value; throws for input that `toPackedText` did not produce. */
export function fromPackedText(text: string): unknown {
  if (!text.startsWith(MARK)) throw new TypeError('not a packed value');
  const bytes = Buffer.from(text.slice(MARK.length), 'base64');
  return unpack(JSON.parse(inflateRawSync(bytes, { dictionary }).toString()));
}
