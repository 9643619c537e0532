import type { Command } from 'commander';
import { benchSearch, type SearchBench } from '../bench/search/bench-search.ts';
import { growthOf } from '../bench/search/growth.ts';
import { readCount } from './lab.ts';

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
  sizes?: string;
  json?: boolean;
}

export function registerBenchSearch(parent: Command): void {
  parent
    .command('search')
    .description('time searches of made-up songs through the Worker, and the bare SQL beside them')
    .option('--tracks <n>', 'songs', readCount, 57_718)
    .option('--analyses <n>', 'rows of analyses; as many a song as in 269,646 of 57,718 if absent', Number)
    .option('--seed <text>', 'of songs and questions', '1')
    .option('--queries <n>', 'different requests of each kind', readCount, 200)
    .option('--rounds <n>', 'how often each is timed; the least disturbed round counts', readCount, 3)
    .option('--checked <n>', 'requests of each kind compared with an exact scan', readCount, 50)
    .option('--only <names>', 'only these kinds, with commas')
    .option('--growth', 'songs alone in several sizes, and how time grows with them')
    .option('--sizes <list>', 'the sizes of --growth', GROWTH.join(','))
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

/** A line for every step, and one now and then for what counts up. */
export function showStep(): (step: string) => void {
  let shownAt = 0;
  return (step) => {
    if (/\d\/\d/.test(step) && performance.now() - shownAt < 5000) return;
    shownAt = performance.now();
    process.stderr.write(`${step}\n`);
  };
}

async function runOnce(options: Options): Promise<void> {
  const { tracks } = options;
  const analyses = options.analyses ?? Math.round(tracks * ANALYSES_A_SONG);
  const { modes, ...facts } = await benchSearch({ ...settings(options), tracks, analyses });
  console.log(options.json ? JSON.stringify({ ...facts, ...modes }) : describe({ modes, ...facts }));
}

async function runGrowth(options: Options): Promise<void> {
  const benches: SearchBench[] = [];
  for (const tracks of (options.sizes ?? '').split(',').map(Number)) {
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
