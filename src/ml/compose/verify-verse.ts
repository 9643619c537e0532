import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { listen, rhymeReport } from '../../lyrics/rhyme/analyze-rhyme.ts';
import type { RhymeReport } from '../../lyrics/rhyme/contract.ts';
import type { ComposedLine, SyllableRange } from './types.ts';

/** Lines between which the engine still hears a rhyme of two ends: those further apart are not compared. */
export const REACH = 4;

export interface VerseReading {
  /** The engine's letter of each line; "-" for none. */
  readonly letters: readonly string[];
  readonly syllables: readonly number[];
  readonly report: RhymeReport;
}

/** Reads a verse as the engine reads songs. */
export function readVerse(lines: readonly { readonly text: string }[], lexicon: Lexicon): VerseReading {
  const text = lines.map((line) => line.text).join('\n');
  const voices = listen(text, [], lexicon);
  const report = rhymeReport(text, voices);
  const letters = lines.map(() => '-');
  for (const { scheme, lines: rows } of report.schemes)
    for (const [at, row] of rows.entries()) letters[row] = scheme[at] ?? '-';
  const syllables = lines.map(() => 0);
  const { main } = voices;
  for (const { number, firstWord, lastWord } of main.text.lines)
    syllables[number] = (main.firstSyllable[lastWord] ?? 0) - (main.firstSyllable[firstWord] ?? 0);
  return { letters, syllables, report };
}

/** The written lines whose end the engine does not hear as the scheme has it. */
export function linesOffScheme(
  lines: readonly Pick<ComposedLine, 'kept'>[],
  scheme: string,
  { letters }: Pick<VerseReading, 'letters'>,
): number[] {
  return lines.flatMap(({ kept }, line) => (kept || isOnScheme(line, scheme, letters) ? [] : [line]));
}

function isOnScheme(line: number, scheme: string, letters: readonly string[]): boolean {
  const [letter, heard] = [scheme[line] ?? '-', letters[line] ?? '-'];
  for (let other = 0; other < scheme.length; other++) {
    if (other === line || Math.abs(other - line) > REACH) continue;
    const isWanted = letter !== '-' && scheme[other] === letter;
    const isHeard = heard !== '-' && letters[other] === heard;
    if (isWanted !== isHeard) return false;
  }
  return true;
}

/** The written lines that the engine counts with other syllables than ordered. */
export function linesOffSyllables(
  lines: readonly Pick<ComposedLine, 'kept'>[],
  rangeOf: (line: number) => SyllableRange,
  { syllables }: Pick<VerseReading, 'syllables'>,
): number[] {
  return lines.flatMap(({ kept }, line) => {
    const [count, { min, max }] = [syllables[line] ?? 0, rangeOf(line)];
    return kept || (count >= min && count <= max) ? [] : [line];
  });
}
