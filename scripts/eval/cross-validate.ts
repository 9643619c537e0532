import type { PronunciationSource } from '../../src/lyrics/phonetics/pronunciation-source.ts';
import { hearVerse } from '../../src/lyrics/rhyme/hear.ts';
import { plantEndWords, trainEndWords } from '../train/train-end-words.ts';
import { plantModels, prepareSong, trainModels } from '../train/train-models.ts';
import type { AnnotatedSong } from './rhyme-annotations.ts';
import type { GoldStanza } from './rhyme-schemes.ts';
import { predictSong, type RhymeScores, type SongPrediction, scoreSongs } from './score-rhyme.ts';
import { type SchemeScores, scoreSchemes } from './score-schemes.ts';

/** Every song predicted by models trained on the songs of the other folds; nothing of it is seen in training. */
export function evalRhymeCrossValidation(
  songs: readonly AnnotatedSong[],
  source: PronunciationSource,
  folds = 6,
): { scores: RhymeScores; predictions: SongPrediction[] } {
  const prepared = songs.map((song) => prepareSong(song, source));
  const predictions: SongPrediction[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const models = plantModels(trainModels(prepared.filter((_song, index) => index % folds !== fold)));
    for (const [index, { song, verse }] of prepared.entries()) {
      if (index % folds === fold) predictions[index] = predictSong(song, verse, hearVerse(verse, models));
    }
  }
  return { scores: scoreSongs(songs, predictions), predictions };
}

/** The same for poems: each fold's poems are scored by models trained on the others. */
export function evalSchemeCrossValidation(
  poems: readonly (readonly GoldStanza[])[],
  source: PronunciationSource,
  folds = 4,
): SchemeScores {
  const models = Array.from({ length: folds }, (_, fold) =>
    plantEndWords(
      trainEndWords(
        poems.filter((_poem, index) => index % folds !== fold),
        source,
      ),
    ),
  );
  return scoreSchemes(poems, source, (poem) => models[poem % folds]);
}
