import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isHeaderLine } from '../../src/lyrics/text/sections.ts';
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

/** Compiles the composer's general model from the demo catalogue and the words of words.json. */
export async function buildComposeModel(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  // Renamed when complete, because a running Worker may read it at the same time.
  const draft = `${file}.${process.pid}`;
  const words: unknown = JSON.parse(await readFile(new URL('./words.json', import.meta.url), 'utf8'));
  const phrases = await readFile(new URL('./phrases.txt', import.meta.url), 'utf8');
  await writeFile(draft, JSON.stringify({ songs: songLines(), phrases, words }));
  await rename(draft, file);
}
