import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { chooseEntries } from './choose-entries.ts';
import { readSourceWords } from './dictionary-sources.ts';
import { learnRules } from './learn-rules.ts';
import { writeLexicon } from './write-lexicon.ts';

export interface LexiconSummary {
  readonly words: number;
  readonly spokenByLetter: number;
  readonly bytes: number;
}

/** Compiles CMUdict and the supplement into the binary lexicon at `outFile`. Deterministic; takes some ten seconds. */
export async function buildLexicon(outFile: string): Promise<LexiconSummary> {
  const words = await readSourceWords();
  const rules = learnRules(words);
  const { entries, byLetter } = chooseEntries(words, rules);
  const bytes = writeLexicon({ entries, byLetter, rules });
  await mkdir(dirname(outFile), { recursive: true });
  await writeFile(outFile, bytes);
  return { words: entries.length, spokenByLetter: byLetter.size, bytes: bytes.byteLength };
}
