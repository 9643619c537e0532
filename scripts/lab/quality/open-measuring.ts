import { openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { MODEL, openEmbeddingPool } from '../../local/openai/embedding-pool.ts';
import { createProgress } from '../../progress.ts';
import { readLexicon } from '../../read-lexicon.ts';
import { type LabelledFile, readLabelledSongs } from './labelled-songs.ts';
import { type Embedding, type Example, measureSongs } from './measure-songs.ts';

export interface MeasuredFile {
  file: Omit<LabelledFile, 'songs'>;
  examples: Example[];
}

export interface Measuring {
  /** Null: without vectors. */
  embeddingModel: string | null;
  /** Reads and measures a file; artists of `beside` that may be the same get one name. */
  measure(path: string, beside?: readonly Example[]): Promise<MeasuredFile>;
  close(): Promise<void>;
}

/** Measures labelled songs with the engine and, unless without vectors, with the local embedding model. */
export async function openMeasuring({ vectors }: { vectors: boolean }): Promise<Measuring> {
  const lexicon = openLexicon(await readLexicon());
  const pool = vectors ? openEmbeddingPool() : null;
  const embedding: Embedding | null = pool && {
    model: MODEL,
    embed: async (texts) => (await pool.embed([...texts])).map(({ vector }) => unit(vector)),
  };
  return {
    embeddingModel: embedding?.model ?? null,
    measure: async (path, beside = []) => {
      const known = beside.map(({ artist }) => artist);
      const { songs, ...file } = await readLabelledSongs(path, known);
      const progress = createProgress('songs');
      const examples = await measureSongs(songs, lexicon, { embedding, onProgress: progress.update });
      progress.stop();
      return { file, examples };
    },
    close: async () => pool?.close(),
  };
}

function unit(vector: Float32Array): number[] {
  const length = Math.hypot(...vector);
  return Array.from(vector, (value) => value / length);
}
