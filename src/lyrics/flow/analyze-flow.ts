import type { Lexicon } from '../phonetics/lexicon.ts';
import { listen } from '../rhyme/analyze-rhyme.ts';
import { tongueOfLine, unheardOf, type Verse } from '../rhyme/verse.ts';
import type { SungLine, Voices } from '../rhyme/words.ts';
import type { Section } from '../text/sections.ts';
import { mainPart, stretchesOf } from '../text/voices.ts';
import type { FlowLine, FlowReport, Spread } from './contract.ts';

/** Upper bounds, in syllables, of all classes of length_profile except the last. */
const PROFILE_BOUNDS = [4, 8, 12, 16];
const PAUSE = /[,.;:!?…—–]/;

/** The flow of a text: syllables, stresses, pauses, repetition. Finite for any input. */
export const analyzeFlow = (text: string, sections: readonly Section[], lexicon: Lexicon): FlowReport =>
  flowReport(text, listen(text, sections, lexicon));

/**
 * The report for a parsed text; `text` is the text it was read from. Flow is measured on the main voice as if there were
 * no asides; their syllables are told row by row.
 */
export function flowReport(text: string, { main, asides }: Voices<Verse>): FlowReport {
  const mainLines = main.text.lines.map((line) => flowLine(main, line));
  const heard = mainLines.filter((_, line) => tongueOfLine(main, line) !== 'unheard');
  const syllables = heard.map((line) => line.syllables);
  return {
    is_partial: main.text.isPartial || asides.text.isPartial,
    lines: withAsides(mainLines, asides),
    syllables_per_line: spreadOf(syllables),
    stresses_per_line: spreadOf(heard.map(({ stresses }) => stresses)),
    regularity: regularityOf(main, mainLines),
    stress_regularity: stressRegularity(heard),
    length_profile: lengthProfile(syllables),
    breath: spreadOf(breathLengths(text, main)),
    repeated_lines: repeatedShare(main.lineId),
    repeated_trigrams: repeatedShare(trigrams(main)),
    unheard: unheardOf(main),
  };
}

const SILENT_LINE = { words: 0, syllables: 0, aside_syllables: 0, stresses: 0, pattern: '' };

/** The lines with the syllables of their asides, and the rows that hold nothing else. */
function withAsides(lines: readonly FlowLine[], { text, firstSyllable }: Verse): FlowLine[] {
  if (text.lines.length === 0) return [...lines];
  const byRow = new Map(lines.map((line) => [line.line, line]));
  for (const { number, firstWord, lastWord } of text.lines) {
    const syllables = (firstSyllable[lastWord] ?? 0) - (firstSyllable[firstWord] ?? 0);
    byRow.set(number, {
      ...(byRow.get(number) ?? { ...SILENT_LINE, line: number }),
      aside_syllables: syllables,
    });
  }
  return [...byRow.values()].sort((a, b) => a.line - b.line);
}

function flowLine(verse: Verse, line: SungLine): FlowLine {
  const last = verse.firstSyllable[line.lastWord] ?? 0;
  let pattern = '';
  let stresses = 0;
  for (let syllable = verse.firstSyllable[line.firstWord] ?? 0; syllable < last; syllable++) {
    const isStressed = verse.stress[syllable] === 1 && verse.weak[syllable] === 0;
    pattern += isStressed ? '/' : 'x';
    if (isStressed) stresses++;
  }
  const words = line.lastWord - line.firstWord;
  return { line: line.number, words, syllables: pattern.length, aside_syllables: 0, stresses, pattern };
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  return {
    mean: round(mean),
    sd: round(Math.sqrt(variance)),
    median,
    min: sorted[0] ?? 0,
    max: sorted.at(-1) ?? 0,
  };
}

function regularityOf(verse: Verse, lines: readonly FlowLine[]): number | null {
  let [change, steps, total] = [0, 0, 0];
  for (let line = 1; line < lines.length; line++) {
    if (verse.text.lines[line]?.section !== verse.text.lines[line - 1]?.section) continue;
    if (tongueOfLine(verse, line) === 'unheard') continue;
    const [before, here] = [lines[line - 1]?.syllables ?? 0, lines[line]?.syllables ?? 0];
    change += Math.abs(here - before);
    total += (here + before) / 2;
    steps++;
  }
  return steps === 0 || total === 0 ? null : round(Math.max(0, 1 - change / total));
}

function stressRegularity(lines: readonly FlowLine[]): number | null {
  const gaps: number[] = [];
  for (const { pattern } of lines) {
    let before = pattern.indexOf('/');
    for (let at = pattern.indexOf('/', before + 1); before >= 0 && at >= 0; ) {
      gaps.push(at - before);
      before = at;
      at = pattern.indexOf('/', at + 1);
    }
  }
  const spread = gaps.length < 2 ? null : spreadOf(gaps);
  return spread && round(1 / (1 + spread.sd ** 2 / spread.mean));
}

function lengthProfile(syllables: readonly number[]): number[] {
  const counts = new Array<number>(PROFILE_BOUNDS.length + 1).fill(0);
  for (const count of syllables) {
    const found = PROFILE_BOUNDS.findIndex((bound) => count <= bound);
    const index = found < 0 ? PROFILE_BOUNDS.length : found;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((count) => (syllables.length === 0 ? 0 : round(count / syllables.length)));
}

// An aside between two words is no place to breathe for the voice that it answers.
function mainBetween(text: string, from: number, to: number): string {
  const between = text.slice(from, to);
  return between === ' ' ? between : mainPart(between, stretchesOf(between));
}

function breathLengths(text: string, verse: Verse): number[] {
  const lengths: number[] = [];
  let running = 0;
  for (const [word, { end, line }] of verse.text.words.entries()) {
    running += (verse.firstSyllable[word + 1] ?? 0) - (verse.firstSyllable[word] ?? 0);
    const next = verse.text.words[word + 1];
    const between = next?.line === line ? mainBetween(text, end, next.start) : '';
    const isPause = between !== ' ' && (between === '' || PAUSE.test(between));
    if (!isPause) continue;
    if (running > 0) lengths.push(running);
    running = 0;
  }
  return lengths;
}

/** Every three words in a row of a line as one number. */
function trigrams({ text, spellingId }: Verse): number[] {
  const found: number[] = [];
  const base = text.spellings.length;
  for (const { firstWord, lastWord } of text.lines) {
    for (let word = firstWord; word + 3 <= lastWord; word++) {
      const [a, b, c] = [spellingId[word] ?? 0, spellingId[word + 1] ?? 0, spellingId[word + 2] ?? 0];
      found.push((a * base + b) * base + c);
    }
  }
  return found;
}

function repeatedShare(keys: ArrayLike<number> & Iterable<number>): number | null {
  return keys.length === 0 ? null : round(1 - new Set(keys).size / keys.length);
}
