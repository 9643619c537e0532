import { analyzeLyrics } from '../../src/lyrics/analyze.ts';
import type { AlgorithmicAnalysis } from '../../src/lyrics/contract.ts';
import { EMOTIONS } from '../../src/lyrics/emotion/emotion-names.ts';
import type { Lexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { type ClassScores, majorityOf, scoreClasses } from './class-scores.ts';
import { lexiconCount, type Reading, vaderAlone } from './feeling-baselines.ts';
import type { LabelledText, LabelledVerse } from './labelled-verses.ts';

export type Question = 'sentiment' | 'dominant' | 'tone';

export interface Answers {
  engine: ClassScores;
  vader: ClassScores;
  lexicon_count: ClassScores;
  majority: ClassScores;
}

export interface HalfFeeling {
  verses: number;
  sentiment: Answers;
  dominant: Answers;
  tone: Answers;
  /** Feelings shown (score above 0) without a line as evidence. */
  without_evidence: number;
  misses: { id: string; question: Question; right: string; predicted: string }[];
}

interface Read {
  verse: LabelledText;
  engine: Reading;
  vader: Reading;
  lexicon_count: Reading;
  withoutEvidence: number;
}

const NONE = 'none';

/**
 * What the engine and the baselines say of labelled verses: the tuning half together, the test halves of later sets
 * under names of their own (`test_2`), and of `others` by their groups. The majority is that of the tuning half.
 */
export function evalFeeling(
  verses: readonly LabelledVerse[],
  lexicon: Lexicon,
  others: readonly LabelledText[] = [],
): Readonly<Record<string, HalfFeeling>> {
  const grouped = verses
    .toSorted((a, b) => a.set - b.set)
    .map((verse): LabelledText => ({ ...verse, group: groupOf(verse) }));
  const read = [...grouped, ...others].map((verse) => readText(verse, lexicon));
  const groups = Map.groupBy(read, ({ verse }) => verse.group);
  return Object.fromEntries(
    Array.from(groups, ([name, rows]) => [name, scoreHalf(rows, groups.get('tune') ?? rows)]),
  );
}

function readText(verse: LabelledText, lexicon: Lexicon): Read {
  const text = verse.lines.join('\n');
  const analysis = analyzeLyrics(text, { lexicon });
  return {
    verse,
    engine: readingOf(analysis),
    vader: vaderAlone(text),
    lexicon_count: lexiconCount(text),
    withoutEvidence: unsupportedFeelings(analysis),
  };
}

const groupOf = ({ half, set }: LabelledVerse): string =>
  half === 'tune' || set === 1 ? half : `${half}_${set}`;

function scoreHalf(rows: readonly Read[], tuning: readonly Read[]): HalfFeeling {
  const answers = (question: Question): Answers => {
    const majority = majorityOf(tuning.map(({ verse }) => verse[question] ?? NONE));
    const score = (predict: (row: Read) => string | null) =>
      scoreClasses(
        rows.map((row) => ({ right: row.verse[question] ?? NONE, predicted: predict(row) ?? NONE })),
      );
    return {
      engine: score(({ engine }) => engine[question]),
      vader: score(({ vader }) => vader[question]),
      lexicon_count: score((row) => row.lexicon_count[question]),
      majority: score(() => majority),
    };
  };
  return {
    verses: rows.length,
    sentiment: answers('sentiment'),
    dominant: answers('dominant'),
    tone: answers('tone'),
    without_evidence: rows.reduce((sum, row) => sum + row.withoutEvidence, 0),
    misses: rows.flatMap((row) => missesOf(row)),
  };
}

function missesOf({ verse, engine }: Read): HalfFeeling['misses'] {
  return (['sentiment', 'dominant', 'tone'] as const)
    .map((question) => ({
      id: verse.id,
      question,
      right: verse[question] ?? NONE,
      predicted: engine[question] ?? NONE,
    }))
    .filter(({ right, predicted }) => right !== predicted);
}

function readingOf({ sentiment, emotional_profile, style }: AlgorithmicAnalysis): Reading {
  return { sentiment, dominant: emotional_profile.dominant, tone: style.tone };
}

function unsupportedFeelings({ emotional_profile: { scores, evidence } }: AlgorithmicAnalysis): number {
  return EMOTIONS.filter(
    (emotion) => (scores[emotion] ?? 0) > 0 && !evidence.some((one) => one.emotion === emotion),
  ).length;
}
