import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { analyzeLyrics } from '../../src/lyrics/analyze.ts';
import type { AlgorithmicAnalysis } from '../../src/lyrics/contract.ts';
import type { Lexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { CommandError } from '../explain.ts';
import { type ClassScores, majorityOf, scoreClasses } from './class-scores.ts';
import { HALVES, type Half } from './labelled-verses.ts';

/** A text, and whether it is a verse in English, whose craft can be compared with rap songs. */
const ScoreText = z.object({
  id: z.string(),
  kind: z.string(),
  half: z.enum(HALVES),
  in_domain: z.boolean(),
  lines: z.array(z.string()).min(1),
});

export type ScoreText = z.infer<typeof ScoreText>;

const OWN_TEXTS = new URL('./data/score-texts.json', import.meta.url);

/** Labelled texts of a file, or those written for this project. */
export async function readScoreTexts(file: string | URL = OWN_TEXTS): Promise<ScoreText[]> {
  try {
    return z.array(ScoreText).parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : `it is not JSON (${String(error)})`;
    throw new CommandError(`${String(file)} is not a list of labelled texts:\n${why}`, { cause: error });
  }
}

export interface HalfScores {
  texts: number;
  /** Whether a text gets a quality at all: the engine, whether it is in English, and the most frequent answer. */
  rated: { engine: ClassScores; english: ClassScores; majority: ClassScores };
  /** Share of the verses that get a quality, and of the other texts that get none. */
  verses_rated: number;
  others_unrated: number;
  /** Quality of the verses that get one. */
  quality: { lowest: number | null; median: number | null; highest: number | null };
  misses: { id: string; quality: number | null; reason: string | null }[];
}

interface Read {
  text: ScoreText;
  analysis: AlgorithmicAnalysis;
}

const RATED = 'rated';
const UNRATED = 'unrated';
const named = (isRated: boolean): string => (isRated ? RATED : UNRATED);

/** Which texts get a quality, by half; the most frequent answer is that of the tuning half. */
export function evalScores(texts: readonly ScoreText[], lexicon: Lexicon): Partial<Record<Half, HalfScores>> {
  const read = texts.map(
    (text): Read => ({
      text,
      analysis: analyzeLyrics(text.lines.join('\n'), { lexicon }),
    }),
  );
  const tuning = read.filter(({ text }) => text.half === 'tune');
  const majority = majorityOf((tuning.length > 0 ? tuning : read).map(({ text }) => named(text.in_domain)));
  return Object.fromEntries(
    HALVES.map((half) => [half, read.filter(({ text }) => text.half === half)] as const)
      .filter(([, rows]) => rows.length > 0)
      .map(([half, rows]) => [half, scoreHalf(rows, majority)]),
  );
}

function scoreHalf(rows: readonly Read[], majority: string): HalfScores {
  const score = (predict: (row: Read) => string): ClassScores =>
    scoreClasses(rows.map((row) => ({ right: named(row.text.in_domain), predicted: predict(row) })));
  const isRated = ({ analysis }: Read) => analysis.quality_score !== null;
  const verses = rows.filter(({ text }) => text.in_domain);
  const others = rows.filter(({ text }) => !text.in_domain);
  return {
    texts: rows.length,
    rated: {
      engine: score((row) => named(isRated(row))),
      english: score(({ analysis }) => named(analysis.language?.code === 'en')),
      majority: score(() => majority),
    },
    verses_rated: shareOf(verses, isRated),
    others_unrated: shareOf(others, (row) => !isRated(row)),
    quality: spreadOf(verses.flatMap(({ analysis }) => analysis.quality_score ?? [])),
    misses: rows
      .filter((row) => isRated(row) !== row.text.in_domain)
      .map(({ text, analysis }) => ({
        id: text.id,
        quality: analysis.quality_score,
        reason: analysis.quality_reason ?? null,
      })),
  };
}

const rounded = (value: number): number => Number(value.toFixed(3));

const shareOf = (rows: readonly Read[], is: (row: Read) => boolean): number =>
  rounded(rows.filter(is).length / Math.max(1, rows.length));

function spreadOf(values: readonly number[]): HalfScores['quality'] {
  const sorted = values.toSorted((a, b) => a - b).map(rounded);
  return {
    lowest: sorted[0] ?? null,
    median: sorted[Math.floor(sorted.length / 2)] ?? null,
    highest: sorted.at(-1) ?? null,
  };
}
