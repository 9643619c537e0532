import { analyzeLyrics } from '../../../src/lyrics/analyze.ts';
import type { Lexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { splitPassages } from '../../../src/lyrics/text/passages.ts';
import { readSong } from '../../../src/lyrics/text/song.ts';
import { meanVector } from '../../../src/ml/mean-vector.ts';
import { measureFeatures } from '../../../src/ml/quality/features.ts';
import type { TextMeasures } from '../../../src/ml/quality/predict.ts';
import type { LabelledSong } from './labelled-songs.ts';

/** A labelled song as the model sees it. */
export interface Example extends TextMeasures {
  artist: string;
  label: number;
}

/** Unit vectors of texts, by the embedding model that the Worker would ask. */
export interface Embedding {
  model: string;
  embed: (texts: readonly string[]) => Promise<number[][]>;
}

/** What the engine measures, and the mean of the passages' vectors, as the catalogue stores it. */
export async function measureSongs(
  songs: readonly LabelledSong[],
  lexicon: Lexicon,
  { embedding, onProgress }: { embedding: Embedding | null; onProgress?: (done: number, of: number) => void },
): Promise<Example[]> {
  const examples: Example[] = [];
  for (const { artist, lyrics, label } of songs) {
    const song = readSong(lyrics);
    const values = measureFeatures({ song, analysis: analyzeLyrics(lyrics, { lexicon }) });
    const vector = embedding === null ? null : await vectorOf(lyrics, embedding);
    examples.push({ artist, label, values, words: song.words.length, vector });
    onProgress?.(examples.length, songs.length);
  }
  return examples;
}

async function vectorOf(lyrics: string, { embed }: Embedding): Promise<number[] | null> {
  const passages = splitPassages(lyrics);
  return passages.length === 0 ? null : meanVector(await embed(passages.map(({ text }) => text)));
}
