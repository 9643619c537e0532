import { glob, stat } from 'node:fs/promises';
import { buildLexicon } from '../../scripts/lexicon/build-lexicon.ts';

const LEXICON = 'dist/lexicon.bin';
const SOURCES = ['scripts/lexicon/*.ts', 'src/lyrics/phonetics/*.ts'];

const modified = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

/** Vitest global setup: compiles the lexicon when it is missing or older than what it is made from. */
export default async function buildAssets(): Promise<void> {
  const built = await modified(LEXICON);
  for await (const source of glob(SOURCES)) {
    if ((await modified(source)) > built) {
      await buildLexicon(LEXICON);
      return;
    }
  }
}
