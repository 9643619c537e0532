import type { Lexicon } from '../phonetics/lexicon.ts';
import { listen } from '../rhyme/analyze-rhyme.ts';
import type { Verse } from '../rhyme/verse.ts';
import type { SungLine } from '../rhyme/words.ts';
import type { Section } from '../text/sections.ts';
import type { FlowLine, FlowReport, Spread } from './contract.ts';

/** Upper bounds, in syllables, of all classes of length_profile except the last. */
const PROFILE_BOUNDS = [4, 8, 12, 16];
const PAUSE = /[,.;:!?…—–]/;

/** The flow of a text: syllables, stresses, pauses, repetition. Finite for any input. */
export const analyzeFlow = (text: string, sections: readonly Section[], lexicon: Lexicon): FlowReport =>
  flowReport(text, listen(text, sections, lexicon));

/** The report for a parsed verse; `text` is the text it was read from. */
export function flowReport(text: string, verse: Verse): FlowReport {
  const lines = verse.text.lines.map((line) => flowLine(verse, line));
  const syllables = lines.map((line) => line.syllables);
  return {
    is_partial: verse.text.isPartial,
    lines,
    syllables_per_line: spreadOf(syllables),
    stresses_per_line: spreadOf(lines.map(({ stresses }) => stresses)),
    regularity: regularityOf(verse, syllables),
    stress_regularity: stressRegularity(lines),
    length_profile: lengthProfile(syllables),
    breath: spreadOf(breathLengths(text, verse)),
    repeated_lines: repeatedShare(verse.lineId),
    repeated_trigrams: repeatedShare(trigrams(verse)),
  };
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
  return { line: line.number, words, syllables: pattern.length, stresses, pattern };
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

function regularityOf(verse: Verse, syllables: readonly number[]): number | null {
  let [change, steps, total] = [0, 0, 0];
  for (let line = 1; line < syllables.length; line++) {
    if (verse.text.lines[line]?.section !== verse.text.lines[line - 1]?.section) continue;
    const [before, here] = [syllables[line - 1] ?? 0, syllables[line] ?? 0];
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

function breathLengths(text: string, verse: Verse): number[] {
  const lengths: number[] = [];
  let running = 0;
  for (const [word, { end, line }] of verse.text.words.entries()) {
    running += (verse.firstSyllable[word + 1] ?? 0) - (verse.firstSyllable[word] ?? 0);
    const next = verse.text.words[word + 1];
    const between = next?.line === line ? text.slice(end, next.start) : '';
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
