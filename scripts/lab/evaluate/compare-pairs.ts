import type { Sample } from '../dataset/candidate.ts';
import { unitOfArtists } from '../quality/labelled-songs.ts';
import { pairedTest } from '../statistics/paired-test.ts';
import type { Asked } from './answer-file.ts';

/** Two analysers on the songs that both have scored. */
export interface AnalyzerPair {
  first: string;
  second: string;
  songs: number;
  /** Mean absolute error of the first minus that of the second: positive where the second is better. */
  difference: number;
  /** Of no difference, by a permutation test of whole artists. */
  p: number;
}

/** How alike the answers of one analyser are to the same question; null without a question that was answered twice. */
export interface Repeats {
  songs: number;
  /** Share of the songs whose answers all name the same sentiment, 0-1. */
  same_sentiment: number;
  /** Mean over songs of the largest minus the smallest score, 0-2. */
  score_range: number;
}

type Errors = ReadonlyMap<string, number>;

function errorsOf(samples: readonly Sample[], rows: readonly Asked[], analyzer: string): Errors {
  const targets = new Map(samples.map(({ id, targets }) => [id, targets.sentiment_score]));
  return new Map(
    rows.flatMap(({ id, analyzer: by, repeat, sentiment_score: score }): [string, number][] => {
      const target = targets.get(id) ?? null;
      if (by !== analyzer || repeat !== 1 || score === null || target === null) return [];
      return [[id, Math.abs(score - target)]];
    }),
  );
}

/** Every two analysers, in the order of their names; those without a song in common are left out. */
export function comparePairs(samples: readonly Sample[], rows: readonly Asked[]): AnalyzerPair[] {
  const names = [...new Set(rows.map(({ analyzer }) => analyzer))].sort();
  const unit = unitOfArtists(samples.map(({ artist }) => artist));
  const errors = new Map(names.map((name) => [name, errorsOf(samples, rows, name)]));
  return names.flatMap((first, at) =>
    names.slice(at + 1).flatMap((second) => {
      const differences = samples.flatMap(({ id, artist }) => {
        const [one, other] = [errors.get(first)?.get(id), errors.get(second)?.get(id)];
        return one === undefined || other === undefined
          ? []
          : [{ cluster: unit(artist), difference: one - other }];
      });
      if (differences.length === 0) return [];
      return [{ first, second, songs: differences.length, ...pairedTest(differences) }];
    }),
  );
}

/** How often the answer of an analyser holds when the same question is asked again. */
export function compareRepeats(rows: readonly Asked[]): Repeats | null {
  const answered = rows.filter(({ error }) => error === null);
  const songs = [...Map.groupBy(answered, ({ id }) => id).values()].filter(({ length }) => length > 1);
  if (songs.length === 0) return null;
  const ranges = songs.map((own) => {
    const scores = own.flatMap(({ sentiment_score }) => sentiment_score ?? []);
    return scores.length === 0 ? 0 : Math.max(...scores) - Math.min(...scores);
  });
  const held = songs.filter((own) => new Set(own.map(({ sentiment }) => sentiment)).size === 1);
  return {
    songs: songs.length,
    same_sentiment: held.length / songs.length,
    score_range: ranges.reduce((sum, range) => sum + range, 0) / ranges.length,
  };
}
