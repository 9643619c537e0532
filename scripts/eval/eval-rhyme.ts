import { writeFile } from 'node:fs/promises';
import type { PronunciationSource } from '../../src/lyrics/phonetics/pronunciation-source.ts';
import { hearVerse } from '../../src/lyrics/rhyme/hear.ts';
import { speakVerse } from '../../src/lyrics/rhyme/verse.ts';
import { evalRhymeCrossValidation, evalSchemeCrossValidation } from './cross-validate.ts';
import { readAnnotatedSongs } from './rhyme-annotations.ts';
import { readGoldPoems } from './rhyme-schemes.ts';
import { predictSong, type RhymeScores, type SongPrediction, scoreSongs } from './score-rhyme.ts';
import { type SchemeScores, scoreSchemes } from './score-schemes.ts';

export interface EvalRhymeInput {
  /** Songs with gold rhyme letters, a JSON object a line. */
  readonly mcflow?: string;
  /** Poems with gold schemes; several files count as one set. */
  readonly chicago?: readonly string[];
  /** Where to write the predictions for the songs, one JSON object per line. */
  readonly out?: string;
  /** Train anew without each fold instead of using the committed models. */
  readonly crossValidate?: boolean;
}

export type EvalRhymeResult = Partial<RhymeScores & SchemeScores> & { songs?: number };

async function evalSongs(
  path: string,
  input: EvalRhymeInput,
  source: PronunciationSource,
): Promise<RhymeScores & { songs: number }> {
  const songs = await readAnnotatedSongs(path);
  let predictions: SongPrediction[];
  if (input.crossValidate) predictions = evalRhymeCrossValidation(songs, source).predictions;
  else {
    predictions = songs.map((song) => {
      const verse = speakVerse(song.sung, source);
      return predictSong(song, verse, hearVerse(verse));
    });
  }
  if (input.out) {
    const rows = predictions.map(({ song, rhymed, lineEnds }) => JSON.stringify({ song, rhymed, lineEnds }));
    await writeFile(input.out, `${rows.join('\n')}\n`);
  }
  return { ...scoreSongs(songs, predictions), songs: songs.length };
}

/** Scores the engine against gold annotations. Throws when a file cannot be read or is not in its format. */
export async function evalRhyme(
  input: EvalRhymeInput,
  source: PronunciationSource,
): Promise<EvalRhymeResult> {
  const songs = input.mcflow ? await evalSongs(input.mcflow, input, source) : {};
  if (!input.chicago || input.chicago.length === 0) return songs;
  const poems = (await Promise.all(input.chicago.map(readGoldPoems))).flat();
  const schemes = input.crossValidate
    ? evalSchemeCrossValidation(poems, source)
    : scoreSchemes(poems, source);
  return { ...songs, ...schemes };
}
