import { buildEngineAssets } from '../../scripts/build.ts';

/** Vitest global setup: compiles the lexicon and computes the engine's version, if they are missing or older than their sources. */
export default async function buildAssets(): Promise<void> {
  await buildEngineAssets();
}
