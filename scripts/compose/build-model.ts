import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { isHeaderLine } from '../../src/lyrics/text/sections.ts';
import { plainWords, runCodes } from '../../src/ml/compose/copy-limit.ts';
import { findPhrases } from '../../src/ml/compose/phrases/find-phrases.ts';
import { writePhrases } from '../../src/ml/compose/phrases/phrase.ts';
import { readWords } from '../../src/ml/compose/read-words.ts';
import { unpackWords } from '../../src/ml/compose/word-table.ts';
import { catalogue } from '../local/catalogue/catalogue.ts';

/** The English songs of the demo catalogue, each line once. */
function songLines(): string[][] {
  const seen = new Set<string>();
  const isNew = (line: string): boolean => {
    if (line.trim() === '' || isHeaderLine(line) || seen.has(line)) return false;
    seen.add(line);
    return true;
  };
  return catalogue
    .flatMap(({ songs }) => songs)
    .filter(({ language }) => language === 'en')
    .map(({ lyrics }) => lyrics.split('\n').filter(isNew))
    .filter((lines) => lines.length > 0);
}

const WordsSchema = z.object({ vector_size: z.int(), words: z.string(), vectors: z.string() });

function numbersToBase64(numbers: readonly number[]): string {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [at, number] of numbers.entries()) bytes.writeUInt32LE(number, 4 * at);
  return bytes.toString('base64');
}

/** Compiles the composer's general model from the demo catalogue and the words of words.json. */
export async function buildComposeModel(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  // Renamed when complete, because a running Worker may read it at the same time.
  const draft = `${file}.${process.pid}`;
  const words = WordsSchema.parse(
    JSON.parse(await readFile(new URL('./words.json', import.meta.url), 'utf8')),
  );
  const phrases = await readFile(new URL('./phrases.txt', import.meta.url), 'utf8');
  const songs = songLines();
  const table = unpackWords(words);
  const found = songs.flat().flatMap((text) => findPhrases(readWords(text), { weight: 1 }, table));
  const runs = numbersToBase64(songs.flat().flatMap((text) => runCodes(plainWords(text))));
  await writeFile(draft, JSON.stringify({ songs, phrases, found: writePhrases(found), runs, words }));
  await rename(draft, file);
}
