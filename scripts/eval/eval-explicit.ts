import { cuss } from 'cuss';
import { rateExplicit } from '../../src/lyrics/explicit/rate-explicit.ts';
import { readSong } from '../../src/lyrics/text/song.ts';
import type { LabelledPhrase } from './labelled-phrases.ts';
import { HALVES, type Half } from './labelled-verses.ts';

/** How well a method finds the explicit phrases; null where it finds none or there are none. */
export interface ExplicitScores {
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

/** Of the phrases of a class with one right rating, how many the engine rates as explicit. */
export interface ClassCount {
  class: LabelledPhrase['class'];
  right: LabelledPhrase['rating'];
  phrases: number;
  rated_explicit: number;
}

export interface HalfExplicit {
  phrases: number;
  engine: ExplicitScores;
  /** A phrase with a word that the list `cuss` calls certainly, or at least likely, profane. */
  cuss_certain: ExplicitScores;
  cuss_likely: ExplicitScores;
  always_clean: ExplicitScores;
  always_explicit: ExplicitScores;
  classes: ClassCount[];
  misses: { text: string; class: string; right: string; rated: string }[];
}

interface Read {
  phrase: LabelledPhrase;
  rated: string;
}

const CERTAIN = 2;
const LIKELY = 1;

/** What the engine and plain baselines find explicit among labelled phrases, by half. */
export function evalExplicit(phrases: readonly LabelledPhrase[]): Partial<Record<Half, HalfExplicit>> {
  const read = phrases.map((phrase) => ({ phrase, rated: rateExplicit(readSong(phrase.text), 'en').rating }));
  return Object.fromEntries(
    HALVES.map((half) => [half, read.filter(({ phrase }) => phrase.half === half)] as const)
      .filter(([, rows]) => rows.length > 0)
      .map(([half, rows]) => [half, scoreHalf(rows)]),
  );
}

function scoreHalf(rows: readonly Read[]): HalfExplicit {
  const score = (isFound: (row: Read) => boolean) =>
    scoreFound(rows.map((row) => ({ right: row.phrase.rating === 'explicit', found: isFound(row) })));
  return {
    phrases: rows.length,
    engine: score(({ rated }) => rated === 'explicit'),
    cuss_certain: score(({ phrase }) => isListed(phrase.text, CERTAIN)),
    cuss_likely: score(({ phrase }) => isListed(phrase.text, LIKELY)),
    always_clean: score(() => false),
    always_explicit: score(() => true),
    classes: countClasses(rows),
    misses: rows
      .filter(({ phrase, rated }) => (phrase.rating === 'explicit') !== (rated === 'explicit'))
      .map(({ phrase, rated }) => ({ text: phrase.text, class: phrase.class, right: phrase.rating, rated })),
  };
}

/** Precision, recall and F1 of what was found. */
export function scoreFound(rows: readonly { right: boolean; found: boolean }[]): ExplicitScores {
  const hits = rows.filter(({ right, found }) => right && found).length;
  const found = rows.filter((row) => row.found).length;
  const right = rows.filter((row) => row.right).length;
  return {
    precision: share(hits, found),
    recall: share(hits, right),
    f1: share(2 * hits, found + right),
  };
}

function countClasses(rows: readonly Read[]): ClassCount[] {
  const counts = new Map<string, ClassCount>();
  for (const { phrase, rated } of rows) {
    const key = `${phrase.class} ${phrase.rating}`;
    const count = counts.get(key) ?? {
      class: phrase.class,
      right: phrase.rating,
      phrases: 0,
      rated_explicit: 0,
    };
    count.phrases += 1;
    if (rated === 'explicit') count.rated_explicit += 1;
    counts.set(key, count);
  }
  return [...counts.values()];
}

const isListed = (text: string, sureness: number): boolean =>
  readSong(text).words.some(({ norm }) => Object.hasOwn(cuss, norm) && (cuss[norm] ?? 0) >= sureness);

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Number((part / whole).toFixed(3));
