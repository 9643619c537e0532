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
  /** Languages of the lines from a line up to another, by their share; empty if nothing is known. */
  between: (from: number, to: number) => LanguageShare[];
}

const MAX_LINES = 400;
const SAMPLED_LINES = 24;
const MIN_LETTERS = 3;
const MIN_SUPPORT = 0.8;
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
  const shared = shareOut(stretches);
  if (shared === null) return { main: null, between: () => [] };
  const letters = stretches.reduce((sum, stretch) => sum + stretch.letters, 0);
  if (letters < MIN_LETTERS || shared.support < MIN_SUPPORT) return { main: null, between: () => [] };
  return {
    main: mainLanguage(stretches, shared, letters),
    between: (from, to) => sharesOf(stretches, shared.languages, { from, to }),
  };
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

function sharesOf(
  stretches: readonly Stretch[],
  languages: readonly number[],
  { from, to }: { from: number; to: number },
): LanguageShare[] {
  const letters = new Map<string, number>();
  let all = 0;
  stretches.forEach((stretch, at) => {
    if (stretch.line < from || stretch.line >= to) return;
    const code = codeAt(languages[at] ?? 0);
    letters.set(code, (letters.get(code) ?? 0) + stretch.letters);
    all += stretch.letters;
  });
  return [...letters].map(([code, own]) => ({ code, share: own / all })).sort((a, b) => b.share - a.share);
}
