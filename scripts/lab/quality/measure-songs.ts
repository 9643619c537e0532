import { analyzeLyrics } from '../../../src/lyrics/analyze.ts';
import type { Lexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { readSong } from '../../../src/lyrics/text/song.ts';
import { measureFeatures } from '../../../src/ml/quality/features.ts';
import type { TextMeasures } from '../../../src/ml/quality/predict.ts';
import type { LabelledSong } from './labelled-songs.ts';

/** A labelled song as the model sees it. */
export interface Example extends TextMeasures {
  artist: string;
  label: number;
}

/** What the engine measures of each song. */
export function measureSongs(
  songs: readonly LabelledSong[],
  lexicon: Lexicon,
  onProgress: (done: number, of: number) => void,
): Example[] {
  return songs.map(({ artist, lyrics, label }, at) => {
    const song = readSong(lyrics);
    const values = measureFeatures({ song, analysis: analyzeLyrics(lyrics, { lexicon }) });
    onProgress(at + 1, songs.length);
    return { artist, label, values, words: song.words.length };
  });
}
