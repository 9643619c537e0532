import { openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { createProgress } from '../../progress.ts';
import { readLexicon } from '../../read-lexicon.ts';
import { type LabelledFile, readLabelledSongs } from './labelled-songs.ts';
import { type Example, measureSongs } from './measure-songs.ts';

export interface MeasuredFile {
  file: Omit<LabelledFile, 'songs'>;
  examples: Example[];
}

/** Reads and measures a file of labelled songs; artists of `beside` that may be the same get one name. */
export async function measureFile(path: string, beside: readonly Example[] = []): Promise<MeasuredFile> {
  const lexicon = openLexicon(await readLexicon());
  const known = beside.map(({ artist }) => artist);
  const { songs, ...file } = await readLabelledSongs(path, known);
  const progress = createProgress('songs');
  const examples = measureSongs(songs, lexicon, progress.update);
  progress.stop();
  return { file, examples };
}
