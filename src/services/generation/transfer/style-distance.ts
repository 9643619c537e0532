import type { Lexicon } from '../../../lyrics/phonetics/lexicon.ts';
import { meanOf } from '../../../ml/statistics.ts';
import { hearVerse } from '../measure-verse.ts';
import type { StyleProfile } from '../style-profile.ts';
import { countWords, linesOf } from '../text-lines.ts';

/** What is measured of a style, whether of an artist or of one text. */
export interface StyleMeasures {
  syllables: number;
  wordsPerLine: number;
  wordLength: number;
  /** Null where nothing was measured: the measure is then left out. */
  density: number | null;
  malmi: number | null;
  counts: ReadonlyMap<string, number>;
}

/** About one standard deviation between artists, so that no measure outweighs the others. */
const SCALE = { syllables: 2.5, wordsPerLine: 2, wordLength: 0.35, density: 0.1, malmi: 0.25 };
/** What the choice of words weighs: as much as a difference of two deviations in a measure. */
const WORDS_WEIGHT = 2;
/** Words that are added to an artist's, spread like those of both, before shares are compared. */
const SMOOTHING = 200;

const NUMBERS = ['syllables', 'wordsPerLine', 'wordLength', 'density', 'malmi'] as const;

export function measuresOfProfile(profile: StyleProfile): StyleMeasures {
  return {
    syllables: profile.syllables.mean,
    wordsPerLine: profile.wordsPerLine,
    wordLength: profile.wordLength,
    density: meanOf(profile.densities).mean,
    malmi: meanOf(profile.malmis).mean,
    counts: profile.counts,
  };
}

export function measuresOfText(lines: readonly string[], lexicon: Lexicon): StyleMeasures {
  const { rhyme, syllables } = hearVerse(lines, lexicon);
  const read = linesOf(lines.join('\n'));
  const words = read.flatMap((line) => line.words);
  const count = Math.max(1, read.length);
  return {
    syllables: syllables.reduce((sum, n) => sum + n, 0) / count,
    wordsPerLine: words.length / count,
    wordLength: words.reduce((sum, word) => sum + word.length, 0) / Math.max(1, words.length),
    density: rhyme.density,
    malmi: rhyme.malmi,
    counts: countWords(read),
  };
}

/** Places texts between two styles. */
export interface StyleAxis {
  /** Distance of a text to each, in deviations. */
  distances(text: StyleMeasures): { to_source: number; to_target: number };
  /**
   * How far along the way from source to target a text is: 0 at the source, 1 at the target; below and above are
   * possible (direction-corrected, Mir et al. 2019, https://aclanthology.org/N19-1049).
   */
  way(text: StyleMeasures): number;
}

type Counts = ReadonlyMap<string, number>;

const sumOf = (counts: Counts): number => [...counts.values()].reduce((sum, n) => sum + n, 0);

/** How much more a word speaks for the target than for the source: the log of the ratio of its smoothed shares. */
function wordLeaning(source: Counts, target: Counts): (word: string) => number {
  const [ofSource, ofTarget] = [sumOf(source), sumOf(target)];
  const all = ofSource + ofTarget;
  const share = (counts: Counts, size: number, word: string): number => {
    const common = ((source.get(word) ?? 0) + (target.get(word) ?? 0) + 1) / (all + 1);
    return ((counts.get(word) ?? 0) + SMOOTHING * common) / (size + SMOOTHING);
  };
  return (word) => Math.log(share(target, ofTarget, word) / share(source, ofSource, word));
}

function meanLeaning(counts: Counts, leaning: (word: string) => number): number {
  const sum = [...counts].reduce((total, [word, n]) => total + n * leaning(word), 0);
  return sum / Math.max(1, sumOf(counts));
}

/** The axis between two styles. A measure that one of them lacks is left out. */
export function styleAxis(source: StyleMeasures, target: StyleMeasures): StyleAxis {
  const leaning = wordLeaning(source.counts, target.counts);
  const [low, high] = [meanLeaning(source.counts, leaning), meanLeaning(target.counts, leaning)];
  const used = NUMBERS.filter((name) => source[name] !== null && target[name] !== null);
  const pointOf = (measures: StyleMeasures): number[] => {
    const word = high === low ? 0 : (meanLeaning(measures.counts, leaning) - low) / (high - low);
    const values = used.map((name) => (measures[name] ?? source[name] ?? 0) / SCALE[name]);
    return [word * WORDS_WEIGHT, ...values];
  };
  const [from, to] = [pointOf(source), pointOf(target)];
  const apart = minus(to, from);
  const length = dot(apart, apart);
  return {
    distances: (text) => {
      const point = pointOf(text);
      return { to_source: norm(minus(point, from)), to_target: norm(minus(point, to)) };
    },
    way: (text) => (length === 0 ? 0 : dot(minus(pointOf(text), from), apart) / length),
  };
}

const minus = (a: readonly number[], b: readonly number[]): number[] => a.map((x, at) => x - (b[at] ?? 0));
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0);
const norm = (a: readonly number[]): number => Math.sqrt(dot(a, a));
