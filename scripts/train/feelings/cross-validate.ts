import { DOMINANT_CLASSES, SENTIMENT_CLASSES, TONES } from '../../../src/lyrics/feeling/feeling-classes.ts';
import { unpackVectors } from '../../../src/lyrics/feeling/word-vectors.ts';
import { type ClassScores, type Judged, scoreClasses } from '../../eval/class-scores.ts';
import { learnVectors, packWords, type World } from './learn-vectors.ts';
import { argmax, probabilities } from './logistic.ts';
import { featuresUnder, trainQuestions } from './questions.ts';

const FOLDS = 10;

export interface CrossValidation {
  /** Verses that were not in view when the lexicon was written. */
  verses: number;
  sentiment: ClassScores;
  dominant: ClassScores;
  tone: ClassScores;
  songs: number;
  /** By artist: no artist is in both parts. */
  song_tone: ClassScores;
}

/** Learns vectors and weights again without each fold and judges the fold: verses in turn, songs by artist. */
export async function crossValidate(world: World): Promise<CrossValidation> {
  const verses: Record<'sentiment' | 'dominant' | 'tone', Judged[]> = {
    sentiment: [],
    dominant: [],
    tone: [],
  };
  const songTone: Judged[] = [];
  const foldOf = foldsByArtist(world.songs.map(({ artist }) => artist));
  for (let fold = 0; fold < FOLDS; fold++) {
    const train = world.verses.filter((_, at) => at % FOLDS !== fold);
    const songs = world.songs.filter(({ artist }) => foldOf.get(artist) !== fold);
    const vectors = unpackVectors(packWords(await learnVectors(world, train)));
    const model = trainQuestions({ verses: train, songs }, vectors);
    for (const { label, song, isSeen } of world.verses.filter((_, at) => at % FOLDS === fold)) {
      if (isSeen) continue;
      const features = featuresUnder(song, vectors);
      const predict = (question: keyof typeof model, classes: readonly string[]): string =>
        classes[argmax(probabilities(model[question], features))] ?? '';
      verses.sentiment.push({ right: label.sentiment, predicted: predict('sentiment', SENTIMENT_CLASSES) });
      verses.dominant.push({
        right: label.dominant ?? 'none',
        predicted: predict('dominant', DOMINANT_CLASSES),
      });
      if (label.tone !== null)
        verses.tone.push({ right: label.tone, predicted: predict('verse_tone', TONES) });
    }
    for (const { artist, tone, song } of world.songs)
      if (foldOf.get(artist) === fold)
        songTone.push({
          right: tone,
          predicted: TONES[argmax(probabilities(model.song_tone, featuresUnder(song, vectors)))] ?? '',
        });
  }
  return {
    verses: verses.sentiment.length,
    sentiment: scoreClasses(verses.sentiment),
    dominant: scoreClasses(verses.dominant),
    tone: scoreClasses(verses.tone),
    songs: songTone.length,
    song_tone: scoreClasses(songTone),
  };
}

/** Artists in folds of similar size, the largest first. */
function foldsByArtist(artists: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const artist of artists) counts.set(artist, (counts.get(artist) ?? 0) + 1);
  const sizes = new Array<number>(FOLDS).fill(0);
  const folds = new Map<string, number>();
  for (const [artist, count] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const fold = sizes.indexOf(Math.min(...sizes));
    folds.set(artist, fold);
    sizes[fold] = (sizes[fold] ?? 0) + count;
  }
  return folds;
}
