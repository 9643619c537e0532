import type { Command } from 'commander';
import type { SearchBench } from '../bench/search/bench-search.ts';
import { filledText, wholeNumber, wholeNumbers } from '../command-options.ts';
import { showStep } from '../progress.ts';

const MAX_COUNT = 1_000_000;
const MAX_ANALYSES = 5_000_000;

/** Analyses a song in the catalogue that the goals are set for: 269,646 of 57,718 songs. */
const ANALYSES_A_SONG = 269_646 / 57_718;
const GROWTH = [1000, 10_000, 57_718, 200_000];

interface Options {
  tracks: number;
  analyses?: number;
  seed: string;
  queries: number;
  rounds: number;
  checked: number;
  only?: string;
  growth?: boolean;
  sizes: number[];
  json?: boolean;
}

export function addBenchSearch(command: Command): void {
  command
    .option('--tracks <n>', 'songs', wholeNumber(1, MAX_COUNT), 57_718)
    .option(
      '--analyses <n>',
      'rows of analyses; as many a song as in 269,646 of 57,718 if absent',
      wholeNumber(0, MAX_ANALYSES),
    )
    .option('--seed <text>', 'seed of songs and queries', '1')
    .option('--queries <n>', 'different requests of each kind', wholeNumber(1, MAX_COUNT), 200)
    .option(
      '--rounds <n>',
      'how often each is timed; the least disturbed round counts',
      wholeNumber(1, MAX_COUNT),
      3,
    )
    .option(
      '--checked <n>',
      'requests of each kind compared with an exact scan',
      wholeNumber(1, MAX_COUNT),
      50,
    )
    .option('--only <names>', 'only these kinds, separated by commas', filledText(300))
    .option('--growth', 'measure songs without analyses in several sizes, and the growth of time')
    .option(
      '--sizes <list>',
      'the sizes of --growth, separated by commas',
      wholeNumbers(1, MAX_COUNT),
      GROWTH,
    )
    .option('--json', 'print one JSON object last')
    .action(async (options: Options) => {
      if (options.growth === true) await runGrowth(options);
      else await runOnce(options);
    });
}

const settings = ({ seed, queries, rounds, checked, only }: Options) => ({
  seed,
  queries,
  rounds,
  checked,
  only: only?.split(',') ?? null,
  onStep: showStep(),
});

async function runOnce(options: Options): Promise<void> {
  const { tracks } = options;
  const analyses = options.analyses ?? Math.round(tracks * ANALYSES_A_SONG);
  const { benchSearch } = await import('../bench/search/bench-search.ts');
  const { modes, ...facts } = await benchSearch({ ...settings(options), tracks, analyses });
  console.log(options.json ? JSON.stringify({ ...facts, ...modes }) : describe({ modes, ...facts }));
}

async function runGrowth(options: Options): Promise<void> {
  const { benchSearch } = await import('../bench/search/bench-search.ts');
  const { growthOf } = await import('../bench/search/growth.ts');
  const benches: SearchBench[] = [];
  for (const tracks of options.sizes) {
    benches.push(await benchSearch({ ...settings(options), tracks, analyses: 0 }));
  }
  const growth = growthOf(benches);
  if (options.json) console.log(JSON.stringify({ sizes: benches, growth }));
  else {
    for (const bench of benches) console.log(describe(bench));
    for (const [name, { p50_exponent, p95_exponent }] of Object.entries(growth))
      console.log(`${name}: time grows with songs to the ${p50_exponent} (median), ${p95_exponent} (p95)`);
  }
}

function describe(bench: SearchBench): string {
  const rows = Object.entries(bench.modes).map(
    ([name, m]) =>
      `| ${name} | ${m.p50_ms} | ${m.p95_ms} | ${m.p99_ms} | ${m.bare_sql_p95_ms} | ${m.above_bare_sql_median_ms} | ${m.recall_at_10} |`,
  );
  return [
    `${bench.tracks} songs, ${bench.rows.analysis_results ?? 0} analyses, loaded in ${bench.load_seconds} s, ` +
      `${bench.memory.database_mb} MB; process ${bench.memory.process_mb} MB; load average ${bench.load_average}`,
    '| request | p50, ms | p95 | p99 | bare SQL p95 | above it, median | recall@10 |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
