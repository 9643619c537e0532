import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readVoices, type SungText } from '../../src/lyrics/rhyme/words.ts';
import { FileFormatError } from '../../src/services/import/reader/piece.ts';

const SongSchema = z.object({
  song: z.string(),
  gold_density: z.number(),
  lines: z.array(z.array(z.object({ w: z.string(), rhyme: z.array(z.string()), syllables: z.number() }))),
});

/** One song whose words carry gold rhyme letters. */
export interface AnnotatedSong {
  readonly song: string;
  readonly density: number;
  readonly text: string;
  readonly sung: SungText;
  /** Gold letters of every word, in the order of sung.words. */
  readonly letters: readonly (readonly string[])[];
}

function readSong(line: string): AnnotatedSong {
  const { song, gold_density: density, lines } = SongSchema.parse(JSON.parse(line));
  const text = lines.map((words) => words.map(({ w }) => w).join(' ')).join('\n');
  const { main: sung } = readVoices(text, []);
  const letters = lines.flatMap((words) => words.map(({ rhyme }) => rhyme));
  if (letters.length !== sung.words.length || lines.length !== sung.lines.length) {
    throw new Error(
      `${song}: the engine reads ${sung.words.length} words where the file has ${letters.length}`,
    );
  }
  return { song, density, text, sung, letters };
}

/** Reads a file of annotated songs, one JSON object a line. Throws at a song whose words are read differently. */
export async function readAnnotatedSongs(path: string): Promise<AnnotatedSong[]> {
  const content = await readFile(path, 'utf8');
  const songs = content
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [readNamed(line, `line ${i + 1} of ${path}`)]));
  if (songs.length === 0) throw new FileFormatError(`${path} holds no songs.`);
  return songs;
}

function readNamed(line: string, where: string): AnnotatedSong {
  try {
    return readSong(line);
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new FileFormatError(`${where} is not an annotated song: ${why}`, { cause: error });
  }
}

export const shareLetter = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((letter) => b.includes(letter));

/** Harmonic mean of precision and recall from counts; zeros where undefined. */
export interface Counts {
  hits: number;
  predicted: number;
  gold: number;
}

export function scoreCounts({ hits, predicted, gold }: Counts): { p: number; r: number; f1: number } {
  const p = predicted === 0 ? 0 : hits / predicted;
  const r = gold === 0 ? 0 : hits / gold;
  return { p, r, f1: hits === 0 ? 0 : (2 * p * r) / (p + r) };
}
