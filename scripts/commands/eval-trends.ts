import type { Command } from 'commander';
import { wholeNumber } from '../command-options.ts';
import type { ForecastScores } from '../eval/eval-forecasts.ts';
import type { Detected } from '../eval/eval-trends.ts';

interface Options {
  runs: number;
  json?: true;
}

const RUNS = 1000;

/** `eval trends`: power and false positives of the trend tests, and errors of the forecasts, on made-up catalogues. */
export function addEvalTrends(command: Command): void {
  command
    .option('--runs <n>', 'catalogues and series of each kind', wholeNumber(10, 100_000), RUNS)
    .option('--json', 'print one JSON object as the last line')
    .action(async ({ runs, json }: Options) => {
      const { CATALOGUES, detect } = await import('../eval/eval-trends.ts');
      const { plantedTrend, scoreForecasts, walk } = await import('../eval/eval-forecasts.ts');
      const detected: Record<string, Detected> = {};
      for (const [kind, draw] of Object.entries(CATALOGUES)) {
        detected[kind] = detect(draw, runs, SEED);
        console.log(describeDetected(kind, detected[kind]));
      }
      const planted = scoreForecasts(plantedTrend, runs, SEED);
      const walks = scoreForecasts(walk, runs, SEED);
      console.log(describeForecasts('planted trends', planted));
      console.log(describeForecasts('random walks', walks));
      if (json) console.log(JSON.stringify(reportOf(detected, planted, walks)));
    });
}

const SEED = 20_000;

const describeDetected = (kind: string, detected: Detected): string =>
  [
    `${kind}: a trend is seen in ${percent(detected.both)} of the catalogues`,
    ...Object.entries(detected)
      .slice(1)
      .map(([test, share]) => `  ${test.padEnd(24)} ${percent(share)}`),
  ].join('\n');

const describeForecasts = (kind: string, scores: ForecastScores): string =>
  `${kind}: ${scores.ratio_to_naive.toFixed(3)} of the naive forecast's error, 80 % intervals hold ${percent(scores.coverage)}, methods ${JSON.stringify(scores.methods)}`;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function reportOf(
  detected: Readonly<Record<string, Detected>>,
  planted: ForecastScores,
  walks: ForecastScores,
): unknown {
  const shares = (kinds: readonly string[]): unknown =>
    Object.fromEntries(kinds.map((kind) => [kind, detected[kind]?.both]));
  return {
    power: shares(['small', 'medium', 'large']),
    false_positive_rate: shares(['shuffled', 'ar1', 'one_artist']),
    forecast: {
      ratio_to_naive_planted: planted.ratio_to_naive,
      ratio_to_naive_random_walk: walks.ratio_to_naive,
      coverage_80: (planted.coverage + walks.coverage) / 2,
    },
  };
}
