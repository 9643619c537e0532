import { profileEmotions } from '../../../src/lyrics/emotion/profile-emotions.ts';
import { judgeFeeling, type LearnedFeelings } from '../../../src/lyrics/feeling/judge-feeling.ts';
import { nameTone } from '../../../src/lyrics/feeling/name-tone.ts';
import { measureSentiment } from '../../../src/lyrics/sentiment/measure-sentiment.ts';
import type { Song } from '../../../src/lyrics/text/song.ts';
import { type ClassScores, type Judged, scoreClasses } from '../../eval/class-scores.ts';
import { learnFeelings, unpacked } from './merge-model.ts';
import type { World } from './training-texts.ts';

const FOLDS = 10;
const NONE = 'none';

export interface CrossValidation {
  /** Verses that were not in view when the lexicon was written. */
  verses: number;
  sentiment: ClassScores;
  dominant: ClassScores;
  /** Of verses with a tone. */
  tone: ClassScores;
  songs: number;
  /** By artist: no artist is in both parts. */
  song_tone: ClassScores;
}

/** Learns everything again without each fold and judges it as the engine does: verses in turn, songs by artist. */
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
    const learned = unpacked(await learnFeelings(world, { verses: train, songs }));
    for (const { label, song, isSeen } of world.verses.filter((_, at) => at % FOLDS === fold)) {
      if (isSeen) continue;
      const named = judge(song, learned);
      verses.sentiment.push({ right: label.sentiment, predicted: named.sentiment });
      verses.dominant.push({ right: label.dominant ?? NONE, predicted: named.dominant });
      if (label.tone !== null) verses.tone.push({ right: label.tone, predicted: named.tone });
    }
    for (const { artist, tone, song } of world.songs)
      if (foldOf.get(artist) === fold) songTone.push({ right: tone, predicted: judge(song, learned).tone });
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

/** The engine's answers under other weights. */
function judge(song: Song, learned: LearnedFeelings): Record<'sentiment' | 'dominant' | 'tone', string> {
  const judgement = judgeFeeling(song, learned);
  return {
    sentiment: measureSentiment(judgement).label,
    dominant: profileEmotions(judgement).dominant ?? NONE,
    tone: nameTone(judgement).tone ?? NONE,
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
