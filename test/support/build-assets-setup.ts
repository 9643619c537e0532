import { buildLexiconAsset } from '../../scripts/build.ts';

/** Vitest global setup: compiles the lexicon if it is missing or older than its sources. */
export default async function buildAssets(): Promise<void> {
  await buildLexiconAsset();
}
