import type { Word } from '../text/tokenize.ts';
import { FORMAL_WORDS } from './formal-words.ts';

/** A row as it is written, and its words. */
export interface WrittenRow {
  text: string;
  words: readonly Pick<Word, 'norm'>[];
}

const PERSONAL: ReadonlySet<string> = new Set(
  "i i'm i'ma imma i'll i've i'd me my mine myself you you're u ya y'all ain't gotta gonna wanna em 'em tryna yo".split(
    ' ',
  ),
);
const FORMAL_ENDING =
  /(?:tions?|sions?|ments?|[ae]nce|it(?:y|ies)|i[sz]ed|ally|[ai]ble|at(?:ed|ing)|ively|ically)$/;
const MIN_FORMAL_LENGTH = 7;
const UNITS: ReadonlySet<string> = new Set(
  'g kg ml cl l cup cups tablespoon tablespoons teaspoon teaspoons tbsp tsp minutes degrees percent litre litres slice slices handful pinch per'.split(
    ' ',
  ),
);
const STOP_AT_END = /[.!?]["”')]{0,2}$/;
const INNER_SENTENCE = /[.!?]["”')]{0,2} \p{Lu}/gu;
const BEGINS_SMALL = /^\P{L}{0,3}\p{Ll}/u;
/** Of a text whose rows begin with capitals more often than not, a small letter goes on with the sentence before. */
const MIN_CAPITALS = 0.15;

interface Sign {
  /** In a hundred words or as a share of the rows; letters a word. */
  most: number;
  weight: number;
}

/**
 * A logistic regression of 1,600 verses and windows of songs against prose in rows of a verse's length (reports, recipes,
 * product texts, terms, manuals, licences), ends rhymed or not, with a ridge penalty; the weights are rounded. Verses with a
 * full stop after every line stood among both, so that stops weigh little. Each sign counts up to `most`.
 */
const SIGNS = {
  letters: { most: 5.2, weight: 1.9 },
  personal: { most: 6, weight: -0.44 },
  formal: { most: 14, weight: 0.36 },
  numbers: { most: 10, weight: 0.48 },
  stops: { most: 1, weight: 1.6 },
  continued: { most: 1, weight: 7.8 },
  inner: { most: 0.5, weight: 7.6 },
} as const satisfies Record<string, Sign>;
const OFFSET = -9.7;

/**
 * How far the words and marks of a text are those of written prose and not of verse, whether it rhymes or not: above 0 is
 * prose. Of real songs cut to eight lines 1.4 % are above.
 */
export function formalityOf(rows: readonly WrittenRow[]): number {
  const norms = rows.flatMap(({ words }) => words.map(({ norm }) => norm));
  if (norms.length === 0) return 0;
  const inHundred = (is: (norm: string) => boolean): number => (norms.filter(is).length * 100) / norms.length;
  const ofRows = (is: (text: string, at: number) => boolean): number =>
    rows.filter(({ text }, at) => is(text, at)).length / rows.length;
  const capitals = ofRows((text) => !BEGINS_SMALL.test(text));
  const found: Record<keyof typeof SIGNS, number> = {
    letters: norms.reduce((sum, norm) => sum + norm.replaceAll("'", '').length, 0) / norms.length,
    personal: inHundred(isPersonal),
    formal: inHundred(isFormal),
    numbers: inHundred((norm) => /\d/.test(norm) || UNITS.has(norm)),
    stops: ofRows((text) => STOP_AT_END.test(text)),
    continued: capitals < MIN_CAPITALS ? 0 : ofRows((text, at) => goesOn(text, rows[at - 1]?.text)),
    inner: rows.reduce((sum, { text }) => sum + (text.match(INNER_SENTENCE)?.length ?? 0), 0) / rows.length,
  };
  return Object.entries(SIGNS).reduce(
    (sum, [name, { most, weight }]) => sum + weight * Math.min(most, found[name as keyof typeof SIGNS]),
    OFFSET,
  );
}

/** Of who speaks and is spoken to, or shortened as in speech. */
const isPersonal = (norm: string): boolean =>
  PERSONAL.has(norm) || norm.endsWith("in'") || (norm.includes("'") && !norm.endsWith("'s"));

const isFormal = (norm: string): boolean =>
  FORMAL_WORDS.has(norm) || (norm.length >= MIN_FORMAL_LENGTH && FORMAL_ENDING.test(norm));

const goesOn = (text: string, before: string | undefined): boolean =>
  before !== undefined && /^\p{Ll}/u.test(text) && !STOP_AT_END.test(before);
