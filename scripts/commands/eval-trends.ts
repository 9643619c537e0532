import type { Command } from 'commander';
import { wholeNumber } from '../command-options.ts';
import type { ClusterScores } from '../eval/eval-clusters.ts';
import type { ForecastScores } from '../eval/eval-forecasts.ts';
import type { Detected } from '../eval/eval-trends.ts';

interface Options {
  runs: number;
  json?: true;
}

const RUNS = 500;

/** `eval trends`: power and false positives of the trend tests, errors of forecasts, and planted clusters found. */
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
      const clusters = await evalClusters();
      console.log(describeClusters(clusters));
      if (json)
        console.log(
          JSON.stringify({ ...testsOf(detected), ...forecastsOf(planted, walks), ...clustersOf(clusters) }),
        );
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

async function evalClusters(): Promise<ClusterScores> {
  const { embedDemo, scoreClusters } = await import('../eval/eval-clusters.ts');
  const { createProgress } = await import('../progress.ts');
  const progress = createProgress('embedding the demo');
  const songs = await embedDemo((done, total) => progress.update(done, total));
  progress.stop();
  return scoreClusters(songs, SEED);
}

const describeClusters = ({ clusters, found, planted, seeds }: ClusterScores): string =>
  `${clusters} clusters as far apart as the demo's artists: found ${found.join(', ')}, adjusted Rand ${planted.toFixed(3)}, between seeds ${seeds.toFixed(3)}`;

function testsOf(detected: Readonly<Record<string, Detected>>) {
  const shares = (kinds: readonly string[]) =>
    Object.fromEntries(kinds.map((kind) => [kind, rounded(detected[kind]?.both)]));
  return {
    power: shares(['small', 'medium', 'large']),
    false_positive_rate: shares(['shuffled', 'ar1', 'one_artist']),
  };
}

const forecastsOf = (planted: ForecastScores, walks: ForecastScores) => ({
  forecast: {
    ratio_to_naive_planted: rounded(planted.ratio_to_naive),
    ratio_to_naive_random_walk: rounded(walks.ratio_to_naive),
    coverage_80: rounded((planted.coverage + walks.coverage) / 2),
  },
});

const clustersOf = ({ planted, seeds }: ClusterScores) => ({
  clusters: { adjusted_rand_planted: rounded(planted), adjusted_rand_seeds: rounded(seeds) },
});

const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : Number(value.toFixed(4));
