import { isHeaderLine } from './header-grammar.ts';
import { codeAt, isRomanised } from './language/languages.ts';
import { type SharedOut, shareOut } from './language/share-out.ts';
import { readStretches, type Stretch } from './language/stretches.ts';

export interface DetectedLanguage {
  /** ISO 639-1; ISO 639-3 where it has no code. */
  code: string;
  /** Share of the letters in this language, times how clearly it shows, 0-1. */
  confidence: number;
  /** `Latn` if the text is romanised: in Latin letters although the language has a script of its own. */
  script?: 'Latn';
}

export interface LanguageShare {
  code: string;
  /** Share of the letters, 0-1. */
  share: number;
}

/** The languages of lines. */
export interface HeardLanguages {
  /** The one with most letters; null if there is too little evidence for any. */
  main: DetectedLanguage | null;
  /** Languages of some of the lines, by their share; a line counts as often as it is given. Empty if nothing is known. */
  among: (lines: Iterable<string>) => LanguageShare[];
}

const MAX_LINES = 400;
const SAMPLED_LINES = 24;
const MIN_LETTERS = 3;
/** Evidence a word, in nats, and evidence over the next language: a text needs enough of one and a little of the other. */
const SUPPORT = { least: 0.4, enough: 1.25 };
/** What one or two everyday words tell. */
const FEW_WORDS = 4;
const MARGIN = { least: 0.3, few: 1, enough: 2.3 };
/** A margin, in nats, at which three of four are right. */
const HALF_SURE = 0.5;
const SURE_UNIT = 1.2;

/** Language of a text: null if there is too little evidence, as of vocables, numbers and gibberish. */
export function detectLanguage(text: string): DetectedLanguage | null {
  const lines = new Set(text.split('\n', MAX_LINES).map((line) => line.trim()));
  return languageOfLines([...lines].filter((line) => line !== '' && !isHeaderLine(line)));
}

/**
 * The same for sung lines that are already separated: no headers, no repeats. Of many lines some are read, spread evenly,
 * so that a hook in another language does not decide.
 */
export function languageOfLines(lines: readonly string[]): DetectedLanguage | null {
  const step = Math.max(1, Math.floor(lines.length / SAMPLED_LINES));
  return hearLanguages(step === 1 ? lines : lines.filter((_, at) => at % step === 0)).main;
}

/** The language of lines and of their parts. Lines after the first 1,500 words are not read. */
export function hearLanguages(lines: readonly string[]): HeardLanguages {
  const stretches = readStretches(lines);
  const letters = stretches.reduce((sum, stretch) => sum + stretch.letters, 0);
  const shared = shareOut(stretches);
  if (shared === null || letters < MIN_LETTERS || !isShown(shared)) return { main: null, among: () => [] };
  const byLine = lettersByLine(lines, stretches, shared);
  return {
    main: mainLanguage(stretches, shared, letters),
    among: (some) => sharesOf(Array.from(some, (line) => byLine.get(line) ?? []).flat()),
  };
}

function isShown({ support, margin, words, related }: SharedOut): boolean {
  const few = support * words < FEW_WORDS;
  return support >= SUPPORT.enough
    ? margin >= (few ? MARGIN.few : MARGIN.least) || (related && !few)
    : support >= SUPPORT.least && margin >= MARGIN.enough;
}

type Letters = readonly [code: string, letters: number];

function lettersByLine(
  lines: readonly string[],
  stretches: readonly Stretch[],
  { languages }: SharedOut,
): ReadonlyMap<string, Letters[]> {
  const byLine = new Map<string, Letters[]>();
  stretches.forEach(({ line, letters }, at) => {
    const text = lines[line] ?? '';
    const found = byLine.get(text) ?? [];
    found.push([codeAt(languages[at] ?? 0), letters]);
    byLine.set(text, found);
  });
  return byLine;
}

function mainLanguage(stretches: readonly Stretch[], shared: SharedOut, letters: number): DetectedLanguage {
  const own = stretches.reduce(
    (sum, stretch, at) => (shared.languages[at] === shared.main ? sum + stretch.letters : sum),
    0,
  );
  const clear = 1 / (1 + Math.exp(-(shared.margin - HALF_SURE) / SURE_UNIT));
  const detected = { code: codeAt(shared.main), confidence: (own / letters) * clear };
  return isRomanised(shared.main) ? { ...detected, script: 'Latn' } : detected;
}

function sharesOf(parts: readonly Letters[]): LanguageShare[] {
  const sums = new Map<string, number>();
  for (const [code, letters] of parts) sums.set(code, (sums.get(code) ?? 0) + letters);
  const all = parts.reduce((sum, [, letters]) => sum + letters, 0);
  return [...sums].map(([code, own]) => ({ code, share: own / all })).sort((a, b) => b.share - a.share);
}
