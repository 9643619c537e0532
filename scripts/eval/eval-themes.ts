import { analyzeLyrics } from '../../src/lyrics/analyze.ts';
import type { Lexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { HALVES, type Half } from './labelled-verses.ts';
import { type JudgedSet, type SetReport, scoreSets } from './score-sets.ts';
import { commonTheme, countWords } from './theme-baselines.ts';
import type { ThemeVerse } from './theme-verses.ts';

export interface HalfThemes {
  verses: number;
  /** Verses about none of the themes, and how many of them the engine gives one. */
  without_theme: { verses: number; named: number };
  engine: SetReport;
  word_count: SetReport;
  most_frequent: SetReport;
  misses: { id: string; missing: string[]; wrong: string[] }[];
}

interface Read {
  verse: ThemeVerse;
  engine: readonly string[];
  wordCount: readonly string[];
}

/** The themes that the engine and the baselines name in labelled verses, by half; the most frequent theme is that of the tuning half. */
export function evalThemes(
  verses: readonly ThemeVerse[],
  lexicon: Lexicon,
): Partial<Record<Half, HalfThemes>> {
  const read = verses.map((verse): Read => {
    const text = verse.lines.join('\n');
    const { themes } = analyzeLyrics(text, { lexicon });
    return { verse, engine: themes.map(({ theme }) => theme), wordCount: countWords(text) };
  });
  const tuning = verses.filter(({ half }) => half === 'tune');
  const common = commonTheme(tuning.length > 0 ? tuning : verses);
  const halves = HALVES.map((half): [Half, Read[]] => [
    half,
    read.filter(({ verse }) => verse.half === half),
  ]);
  return Object.fromEntries(
    halves.filter(([, rows]) => rows.length > 0).map(([half, rows]) => [half, scoreHalf(rows, common)]),
  );
}

function scoreHalf(rows: readonly Read[], common: string): HalfThemes {
  const score = (predict: (row: Read) => readonly string[]): SetReport =>
    scoreSets(rows.map((row): JudgedSet => ({ right: row.verse.themes, predicted: predict(row) })));
  const bare = rows.filter(({ verse }) => verse.themes.length === 0);
  return {
    verses: rows.length,
    without_theme: { verses: bare.length, named: bare.filter(({ engine }) => engine.length > 0).length },
    engine: score(({ engine }) => engine),
    word_count: score(({ wordCount }) => wordCount),
    most_frequent: score(() => [common]),
    misses: rows.map(missesOf).filter(({ missing, wrong }) => missing.length + wrong.length > 0),
  };
}

function missesOf({ verse: { id, themes }, engine }: Read): HalfThemes['misses'][number] {
  return {
    id,
    missing: themes.filter((theme) => !engine.includes(theme)),
    wrong: engine.filter((theme) => !(themes as readonly string[]).includes(theme)),
  };
}
