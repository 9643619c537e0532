import type { Song } from '../text/song.ts';
import { DOMINANT_CLASSES, SENTIMENT_CLASSES, TONES } from './feeling-classes.ts';
import { feelingFeatures } from './feeling-features.ts';
import { FEELING_MODEL } from './feeling-model.ts';
import { type FeelingMeasures, measureFeelings } from './measure-feelings.ts';
import { type FeltLine, readFeelings } from './read-feelings.ts';

/** Weights of multinomial logistic regressions in hundredths: a row per class, its bias last. */
export interface FeelingModel {
  sentiment: readonly (readonly number[])[];
  dominant: readonly (readonly number[])[];
  song_tone: readonly (readonly number[])[];
  verse_tone: readonly (readonly number[])[];
}

export const HUNDREDTHS = 100;

type Shares<Class extends string> = Record<Class, number>;

/** What a listener would probably say of a song, each answer with its probability, and the words that tell it. */
export interface FeelingJudgement {
  felt: readonly FeltLine[];
  /** In how many parts the text was judged. */
  parts: number;
  sentiment: Shares<(typeof SENTIMENT_CLASSES)[number]>;
  dominant: Shares<(typeof DOMINANT_CLASSES)[number]>;
  tone: Shares<(typeof TONES)[number]>;
}

/** A verse of the labelled kind: longer texts are judged in parts of about this many lines. */
const PART_LINES = 6;
const LONGEST_PART = 8;
/** Lines of a verse or two, whose tone is heard as that of the labelled verses. */
const LONGEST_VERSE = 16;
/** Valence per line. */
const CLEAR_VALENCE = 1.5;

/**
 * Reads the feelings of an English text once, for mood, emotions and tone. Mood and dominant feeling were learned from
 * verses, so those of a song are the means over its parts; the tone of songs was learned from whole songs.
 */
export function judgeFeeling(song: Song): FeelingJudgement {
  const felt = readFeelings(song);
  const parts = partsOf(felt);
  const features = parts.map((part) => feelingFeatures(part));
  const moods = features.map((row, at) =>
    withoutContradicted(
      shares(SENTIMENT_CLASSES, FEELING_MODEL.sentiment, row),
      measureFeelings(parts[at] ?? []),
    ),
  );
  const feelings = features.map((row) => shares(DOMINANT_CLASSES, FEELING_MODEL.dominant, row));
  return {
    felt,
    parts: parts.length,
    sentiment: meanShares(SENTIMENT_CLASSES, moods),
    dominant: meanShares(DOMINANT_CLASSES, feelings),
    tone: shares(TONES, toneRows(felt), feelingFeatures(felt)),
  };
}

function toneRows(felt: readonly FeltLine[]): FeelingModel['song_tone'] {
  const isSong = felt.filter(({ line }) => !line.repeated).length > LONGEST_VERSE;
  return isSong ? FEELING_MODEL.song_tone : FEELING_MODEL.verse_tone;
}

/** The lines of a text, repeats left out, in parts of similar size. */
function partsOf(felt: readonly FeltLine[]): FeltLine[][] {
  const fresh = felt.filter(({ line }) => !line.repeated);
  const count = fresh.length <= LONGEST_PART ? 1 : Math.round(fresh.length / PART_LINES);
  return Array.from({ length: count }, (_, part) =>
    fresh.slice((part * fresh.length) / count, ((part + 1) * fresh.length) / count),
  );
}

/**
 * Words that speak clearly for one side rule out the labels that deny it: a neutral text, or the opposite one. The
 * regressions know verses; this holds for a line or two.
 */
function withoutContradicted(
  mood: FeelingJudgement['sentiment'],
  { good, bad }: FeelingMeasures,
): FeelingJudgement['sentiment'] {
  const left = {
    ...mood,
    neutral: Math.abs(good - bad) >= CLEAR_VALENCE ? 0 : mood.neutral,
    negative: bad === 0 && good >= CLEAR_VALENCE ? 0 : mood.negative,
    positive: good === 0 && bad >= CLEAR_VALENCE ? 0 : mood.positive,
  };
  const total = left.positive + left.neutral + left.mixed + left.negative;
  return {
    positive: left.positive / total,
    neutral: left.neutral / total,
    mixed: left.mixed / total,
    negative: left.negative / total,
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
  features: readonly number[],
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
