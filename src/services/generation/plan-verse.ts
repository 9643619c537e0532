import { AppError } from '../../lib/errors.ts';
import { isStopWord } from '../../lib/stop-words.ts';
import type { ComposeOrder, RhymeDepth, SyllableRange, WeightedWord } from '../../ml/compose/types.ts';
import { readQuery } from '../search/read-query.ts';
import { rhymeKindOf, type StyleProfile } from './style-profile.ts';

export const NAMED_SCHEMES = ['AABB', 'ABAB', 'ABBA', 'AAAA', 'free'] as const;
export const MAX_LINES = 32;
export const DEFAULT_SYLLABLES: SyllableRange = { min: 8, max: 12 };
/** A line of ten syllables has about 40 characters with its line end, and up to 45. */
export const CHARACTERS_A_SYLLABLE = 4.5;
const MOST_DEFAULT_LINES = 16;
/** Of a line whose length the style decides. */
const MIN_SYLLABLES = 3;
const BLOCK = 4;
/** Of schemes, as many as a verse may need. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FREE = '-';
const RELATED_WEIGHT = 0.4;

/** What a caller orders; null where the style or a default decides. */
export interface VerseInput {
  prompt: string;
  temperature: number;
  maxLength: number;
  lines: number | null;
  scheme: string | null;
  syllables: SyllableRange | null;
  rhyme: RhymeDepth | null;
  keep: readonly { line: number; text: string }[];
  seed: number;
}

/** The letters of so many lines: a scheme is repeated with new letters. */
export function spellScheme(scheme: string, lines: number): string {
  if (scheme === 'free') return FREE.repeat(lines);
  const letters = new Map<string, string>();
  const spelt: string[] = [];
  for (let at = 0; at < lines; at++) {
    const letter = scheme[at % scheme.length] ?? FREE;
    const key = `${Math.floor(at / scheme.length)}${letter}`;
    if (letter !== FREE && !letters.has(key)) letters.set(key, LETTERS[letters.size] ?? FREE);
    spelt.push(letter === FREE ? FREE : (letters.get(key) ?? FREE));
  }
  return spelt.join('');
}

/** Syllables of a line that the caller left open and that has the room it needs. */
export const usualSyllables = (style: StyleProfile | null): SyllableRange =>
  style === null ? DEFAULT_SYLLABLES : rangeOf(style);

const isNamed = (scheme: string): boolean => NAMED_SCHEMES.some((name) => name === scheme);

/** As many lines as usually fit, in whole quatrains if there are several. */
function linesWithin(maxLength: number, { min, max }: SyllableRange): number {
  const fitting = Math.floor(maxLength / (((min + max) / 2) * CHARACTERS_A_SYLLABLE));
  const most = Math.max(1, Math.min(MOST_DEFAULT_LINES, fitting));
  return most > BLOCK ? most - (most % BLOCK) : most;
}

/** The words of a prompt that carry its meaning, in English too, and words that songs about it use. */
export function topicOf(prompt: string): WeightedWord[] {
  const { lexical, english } = readQuery(prompt.replaceAll('"', ' '), null);
  const words = [...lexical.words, ...english]
    .map((word) => word.toLowerCase())
    .filter((word) => !isStopWord(word));
  const related = lexical.related.filter((word) => !words.includes(word));
  return [
    ...[...new Set(words)].map((word) => ({ word, weight: 1 })),
    ...[...new Set(related)].map((word) => ({ word, weight: RELATED_WEIGHT })),
  ];
}

const fault = (path: string, message: string): AppError =>
  new AppError('VALIDATION_FAILED', message, { errors: [{ path, code: 'invalid_value', message }] });

function keptLines(keep: VerseInput['keep'], lines: number): (string | null)[] {
  const kept = new Array<string | null>(lines).fill(null);
  for (const [at, { line, text }] of keep.entries()) {
    const path = `keep.${at}.line`;
    if (line > lines) throw fault(path, `The verse has ${lines} lines, so line ${line} cannot be kept.`);
    if (kept[line - 1] !== null) throw fault(path, `Line ${line} is kept twice.`);
    kept[line - 1] = text;
  }
  if (kept.every((text) => text !== null))
    throw fault('keep', 'Every line is kept: nothing is left to write.');
  return kept;
}

/** The order for the composer and for the model. Throws VALIDATION_FAILED for parameters that contradict each other. */
export function planVerse(input: VerseInput, style: StyleProfile | null): ComposeOrder {
  const { scheme, keep } = input;
  const usual = usualSyllables(style);
  const own = scheme !== null && !isNamed(scheme) ? scheme.length : null;
  const lines =
    input.lines ?? own ?? Math.max(linesWithin(input.maxLength, input.syllables ?? usual), lastKept(keep));
  if (own !== null && own > lines) throw fault('scheme', `The scheme has ${own} letters for ${lines} lines.`);
  const syllables = input.syllables ?? shortened(usual, input.maxLength / lines);
  return {
    lines,
    scheme: spellScheme(scheme ?? 'AABB', lines),
    syllables: [syllables],
    maxCharacters: input.maxLength,
    rhyme: input.rhyme ?? (style === null ? 'single' : rhymeKindOf(style)),
    topic: topicOf(input.prompt),
    style: style === null ? null : style.typical,
    keep: keptLines(keep, lines),
    seed: input.seed,
    temperature: input.temperature,
  };
}

/**
 * The order as planned, then what may be asked instead if it cannot be met: lines of ordinary length and rhyme where only
 * the style asked for others, then fewer lines where only the length that is allowed asked for so many.
 */
export function* plansOf(input: VerseInput, style: StyleProfile | null): Generator<ComposeOrder> {
  const planned = planVerse(input, style);
  yield planned;
  const plain = {
    ...input,
    syllables: input.syllables ?? DEFAULT_SYLLABLES,
    rhyme: input.rhyme ?? 'single',
  } as const;
  if (style !== null && (input.syllables === null || input.rhyme === null))
    yield planVerse({ ...plain, lines: planned.lines }, style);
  if (hasFixedLines(input)) return;
  for (const lines of fewerThan(planned.lines)) yield planVerse({ ...plain, lines }, style);
}

/** Some smaller numbers of lines, because each costs an attempt at a verse. */
const fewerThan = (lines: number): number[] =>
  [...new Set([lines - 1, lines - 2, Math.floor(lines / 2), 1])].filter(
    (fewer) => fewer > 0 && fewer < lines,
  );

/** Whether the caller, and not the length that is allowed, decides how many lines there are. */
const hasFixedLines = ({ lines, scheme, keep }: Omit<VerseInput, 'seed'>): boolean =>
  lines !== null || keep.length > 0 || (scheme !== null && !isNamed(scheme));

const lastKept = (keep: VerseInput['keep']): number =>
  keep.reduce((most, { line }) => Math.max(most, line), 0);

/** A range with lines of at most so many characters. */
function shortened({ min, max }: SyllableRange, characters: number): SyllableRange {
  const most = Math.max(MIN_SYLLABLES + 2, Math.floor(characters / CHARACTERS_A_SYLLABLE));
  return most >= max ? { min, max } : { min: Math.min(min, most - 2), max: most };
}

/** The usual length of the style's lines, never a single number: few texts fit one. */
export function rangeOf({ syllables: { low, high } }: StyleProfile): SyllableRange {
  const min = Math.max(MIN_SYLLABLES, low);
  return { min, max: Math.max(min + 2, high) };
}
