import type { Evidence } from './evidence.ts';
import type { AnyAnalysis } from './findings/any-analysis.ts';

/** A tenth of a song that words of feeling stand in; of a shorter song a line. */
export interface Tenth {
  /** Its place among the tenths, from 0. */
  place: number;
  /** -1 to 1: the mean of its lines. */
  score: number;
  /** Its first and last line, counted from 0. */
  from: number;
  to: number;
  /** The words that show a feeling; where only the mood of a line is known, the line. */
  evidence: Evidence[];
}

type Feelings = Pick<AnyAnalysis, 'sentiment_detail' | 'emotional_profile'>;

/** The lines of a text as evidence. */
function wholeLines(text: string, lines: readonly number[]): Evidence[] {
  const wanted = new Set(lines);
  let start = 0;
  return text.split('\n').flatMap((words, line) => {
    const stretch = { line, start, end: start + words.length };
    start += words.length + 1;
    return wanted.has(line) ? [stretch] : [];
  });
}

/**
 * The tenths of a song with their mood. One without a word of feeling has no score to show, so it is left out. `text`
 * is null where the words may not be shown.
 */
export function tenthsOf(
  { sentiment_detail: detail, emotional_profile }: Feelings,
  text: string | null,
): Tenth[] {
  const { arc, lines } = detail;
  return arc.flatMap((score, place) => {
    const first = Math.floor((place * lines.length) / arc.length);
    const end = Math.max(first + 1, Math.floor(((place + 1) * lines.length) / arc.length));
    const own = lines.slice(first, end);
    const told = own.filter((line) => line.score !== 0).map(({ line }) => line);
    if (told.length === 0) return [];
    const [from, to] = [own[0]?.line ?? 0, own.at(-1)?.line ?? 0];
    const words = emotional_profile.evidence.filter(({ line }) => line >= from && line <= to);
    const evidence = words.length > 0 || text === null ? words : wholeLines(text, told);
    return [{ place, score, from, to, evidence }];
  });
}

/** The score that a bar of full length stands for; small moods are not drawn large. */
const LEAST_REACH = 0.2;

export const reachOf = (tenths: readonly Tenth[]): number =>
  Math.max(LEAST_REACH, ...tenths.map(({ score }) => Math.abs(score)));
