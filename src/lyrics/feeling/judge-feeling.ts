import type { Song } from '../text/song.ts';
import { DOMINANT_CLASSES, SENTIMENT_CLASSES, TONES } from './feeling-classes.ts';
import { feelingFeatures, type ReadLine, readLines } from './feeling-features.ts';
import { FEELING_MODEL } from './feeling-model.ts';
import { measureFeelings } from './measure-feelings.ts';
import { type FeltLine, readFeelings } from './read-feelings.ts';
import { committedVectors, VECTOR_SIZE, vectorOf, type WordVectors } from './word-vectors.ts';

/** Weights of multinomial logistic regressions in hundredths: a row per class, its bias last. */
export interface FeelingModel {
  sentiment: readonly (readonly number[])[];
  dominant: readonly (readonly number[])[];
  song_tone: readonly (readonly number[])[];
  verse_tone: readonly (readonly number[])[];
}

/** What training learns. */
export interface LearnedFeelings {
  model: FeelingModel;
  vectors: WordVectors;
}

export const HUNDREDTHS = 100;

type Shares<Class extends string> = Record<Class, number>;
type Mood = Shares<(typeof SENTIMENT_CLASSES)[number]>;
type Tones = Shares<(typeof TONES)[number]>;

/** What a listener would probably say of a song, each answer with its probability, and the words that tell it. */
export interface FeelingJudgement {
  felt: readonly FeltLine[];
  /** In how many parts the text was judged; 0 for a text whose words are not known. */
  parts: number;
  sentiment: Mood;
  dominant: Shares<(typeof DOMINANT_CLASSES)[number]>;
  tone: Tones;
  learned: LearnedFeelings;
}

/** A verse of the labelled kind: longer texts are judged in parts of about this many lines. */
const PART_LINES = 6;
const LONGEST_PART = 8;
/** Lines of a verse or two, whose tone is heard as that of the labelled verses. */
const LONGEST_VERSE = 16;
/** Mean share from which a part's playful or melancholic tone is that of an introspective song. */
const QUIET_FROM = 0.35;
/** How much of the smaller of two opposite moods each of them loses to mixed. */
const BALANCED = 0.75;
/** Share of known words or telling lines; verses know .70 and more of their words. */
const UNDERSTOOD_FROM = 0.5;
/** Shares of the labelled verses (tuning half) with these moods. */
const LEARNED_SHARE = { positive: 0.303, negative: 0.463 };
/** Valence per line. */
const CLEAR_VALENCE = 1.5;
/** Of the clear side, so much of the other does not count. */
const DENIED_BY = 0.15;

const committed = (): LearnedFeelings => ({ model: FEELING_MODEL, vectors: committedVectors() });

/**
 * Reads the feelings of an English text once, for mood, emotions and tone. Mood and dominant feeling were learned from
 * verses, so those of a song come from its parts; the tone of songs was learned from whole songs.
 */
export function judgeFeeling(song: Song, learned: LearnedFeelings = committed()): FeelingJudgement {
  const felt = readFeelings(song);
  const { numbers } = learned.vectors;
  const lines = !isUnderstood(felt, numbers)
    ? []
    : readLines(felt, (words) => vectorOf(words, learned.vectors)).filter(
        ({ felt: { told, plain } }) => told.length > 0 || plain.some((word) => numbers.has(word)),
      );
  const { model } = learned;
  const parts = partsOf(lines);
  const features = parts.map((part) => feelingFeatures(part, VECTOR_SIZE));
  const moods = features.map((row, at) =>
    withoutContradicted(shares(SENTIMENT_CLASSES, model.sentiment, row), parts[at] ?? []),
  );
  const feelings = features.map((row) => shares(DOMINANT_CLASSES, model.dominant, row));
  const tones = features.map((row) => shares(TONES, model.verse_tone, row));
  const isSong = lines.length > LONGEST_VERSE;
  return {
    felt,
    parts: parts.length,
    sentiment: moodOfParts(moods),
    dominant: meanShares(DOMINANT_CLASSES, feelings),
    tone: isSong
      ? toneOfSong(shares(TONES, model.song_tone, feelingFeatures(lines, VECTOR_SIZE)), tones)
      : meanShares(TONES, tones),
    learned,
  };
}

/**
 * Whether the words of a text, or what most of its lines tell, are known. Of names and gibberish only `the` and `and`
 * are, and a regression has a mood for them too.
 */
function isUnderstood(felt: readonly FeltLine[], known: ReadonlyMap<string, number>): boolean {
  const words = felt.flatMap(({ plain }) => plain);
  const knownWords = words.filter((word) => known.has(word)).length;
  const tellingLines = felt.filter(({ told }) => told.length > 0).length;
  return knownWords >= words.length * UNDERSTOOD_FROM || tellingLines >= felt.length * UNDERSTOOD_FROM;
}

/**
 * Few songs with a known tone are playful or melancholic, and the regression on songs calls them introspective: there
 * the parts decide, as verses.
 */
function toneOfSong(song: Tones, parts: readonly Tones[]): Tones {
  if (likeliest(song).name !== 'introspective') return song;
  const verses = meanShares(TONES, parts);
  const quiet = verses.playful > verses.melancholic ? 'playful' : 'melancholic';
  if (verses[quiet] < QUIET_FROM) return song;
  return { ...song, introspective: song[quiet], [quiet]: song.introspective };
}

/** The lines of a text in parts of similar size. */
function partsOf(lines: readonly ReadLine[]): ReadLine[][] {
  const count =
    lines.length <= LONGEST_PART ? Math.min(1, lines.length) : Math.round(lines.length / PART_LINES);
  return Array.from({ length: count }, (_, part) =>
    lines.slice((part * lines.length) / count, ((part + 1) * lines.length) / count),
  );
}

/**
 * Words that speak clearly for one side rule out the labels that deny it: a neutral text, or the opposite one. The
 * regressions know verses; this holds for a line or two.
 */
function withoutContradicted(mood: Mood, lines: readonly ReadLine[]): Mood {
  const { good, bad } = measureFeelings(lines.map(({ felt }) => felt));
  const isBright = good >= CLEAR_VALENCE && bad <= good * DENIED_BY;
  const isDark = bad >= CLEAR_VALENCE && good <= bad * DENIED_BY;
  return normalised({
    positive: isDark ? 0 : mood.positive,
    neutral: Math.abs(good - bad) >= CLEAR_VALENCE ? 0 : mood.neutral,
    mixed: isBright || isDark ? 0 : mood.mixed,
    negative: isBright ? 0 : mood.negative,
  });
}

/**
 * A song whose parts are of opposite moods is mixed, as far as they balance. Of the verses that the regression knows more
 * are negative than positive; in a song of many parts of which few say anything, that must not be counted once a part.
 */
function moodOfParts(moods: readonly Mood[]): Mood {
  if (moods.length <= 1) return meanShares(SENTIMENT_CLASSES, moods);
  const mean = meanShares(SENTIMENT_CLASSES, moods.map(withoutPrior));
  const both = BALANCED * Math.min(mean.positive, mean.negative);
  return {
    positive: mean.positive - both,
    neutral: mean.neutral,
    mixed: mean.mixed + 2 * both,
    negative: mean.negative - both,
  };
}

/** The shares as they would be had as many positive as negative verses been labelled. */
function withoutPrior(mood: Mood): Mood {
  const even = (LEARNED_SHARE.positive + LEARNED_SHARE.negative) / 2;
  return normalised({
    ...mood,
    positive: (mood.positive * even) / LEARNED_SHARE.positive,
    negative: (mood.negative * even) / LEARNED_SHARE.negative,
  });
}

function normalised({ positive, neutral, mixed, negative }: Mood): Mood {
  const total = positive + neutral + mixed + negative;
  return {
    positive: positive / total,
    neutral: neutral / total,
    mixed: mixed / total,
    negative: negative / total,
  };
}

function meanShares<Class extends string>(
  classes: readonly Class[],
  judged: readonly Shares<Class>[],
): Shares<Class> {
  const mean = (name: Class): number =>
    judged.reduce((sum, one) => sum + one[name], 0) / Math.max(1, judged.length);
  return Object.fromEntries(classes.map((name) => [name, mean(name)])) as Shares<Class>;
}

function shares<Class extends string>(
  classes: readonly Class[],
  rows: FeelingModel['sentiment'],
  features: Float64Array,
): Shares<Class> {
  const exps = classes.map((_, k) => {
    const row = rows[k] ?? [];
    let sum = row[features.length] ?? 0;
    for (let i = 0; i < features.length; i++) sum += (row[i] ?? 0) * (features[i] ?? 0);
    return Math.exp(sum / HUNDREDTHS);
  });
  const total = exps.reduce((sum, value) => sum + value, 0);
  return Object.fromEntries(classes.map((name, k) => [name, (exps[k] ?? 0) / total])) as Shares<Class>;
}

/** The class with the largest share. */
export function likeliest<Class extends string>(judged: Shares<Class>): { name: Class; share: number } {
  const entries = Object.entries(judged) as [Class, number][];
  const [name, share] = entries.reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  return { name, share };
}
