import lexiconUrl from '../../../dist/lexicon.bin.gz?url';
import { type Lexicon, openLexicon } from '../../lyrics/phonetics/lexicon.ts';

const TIMEOUT_MS = 60_000;

/** Fetches the pronouncing dictionary: an asset, packed because servers do not compress files of this kind. */
export async function loadLexicon(): Promise<Lexicon> {
  const response = await fetch(lexiconUrl, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok || response.body === null) throw new Error(`the lexicon answered ${response.status}`);
  const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
  return openLexicon(await new Response(unpacked).arrayBuffer());
}
