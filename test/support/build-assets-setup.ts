import { buildLexiconAsset } from '../../scripts/build.ts';

/** Vitest global setup: compiles the lexicon when it is missing or older than what it is made from. */
export default async function buildAssets(): Promise<void> {
  await buildLexiconAsset();
}
