import lexiconUrl from '../../../dist/lexicon.bin.gz?url';
import { type Lexicon, openLexicon } from '../../lyrics/phonetics/lexicon.ts';

const TIMEOUT_MS = 60_000;
const GZIP_MAGIC = [0x1f, 0x8b];

/**
 * Fetches the pronouncing dictionary: an asset, packed because servers do not compress files of this kind. Some, as Vite's,
 * tell that a file of this name is packed, and the browser has then unpacked it.
 */
export async function loadLexicon(): Promise<Lexicon> {
  const response = await fetch(lexiconUrl, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`the lexicon answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  const start = new Uint8Array(bytes, 0, GZIP_MAGIC.length);
  if (!GZIP_MAGIC.every((byte, at) => start[at] === byte)) return openLexicon(bytes);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return openLexicon(await new Response(unpacked).arrayBuffer());
}
