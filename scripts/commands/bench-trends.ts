import type { Command } from 'commander';
import type { TrendBench } from '../bench/trends/bench-trends.ts';
import { wholeNumber } from '../command-options.ts';
import { showStep } from '../progress.ts';

const MAX_COUNT = 1_000_000;
/** Analyses a song in the catalogue that the goals are set for: 269,646 of 57,718 songs. */
const ANALYSES_A_SONG = 269_646 / 57_718;

interface Options {
  tracks: number;
  seed: string;
  queries: number;
  rounds: number;
  json?: boolean;
}

export function addBenchTrends(command: Command): void {
  command
    .option('--tracks <n>', 'songs', wholeNumber(100, MAX_COUNT), 57_718)
    .option('--seed <text>', 'seed of the songs', '1')
    .option('--queries <n>', 'different requests of each kind', wholeNumber(1, MAX_COUNT), 60)
    .option(
      '--rounds <n>',
      'how often each is timed; the least disturbed round counts',
      wholeNumber(1, 100),
      3,
    )
    .option('--json', 'print one JSON object last')
    .action(async ({ tracks, seed, queries, rounds, json }: Options) => {
      const { benchTrends } = await import('../bench/trends/bench-trends.ts');
      const analyses = Math.round(tracks * ANALYSES_A_SONG);
      const bench = await benchTrends({ tracks, analyses, seed, queries, rounds, onStep: showStep() });
      console.log(json ? JSON.stringify(bench) : describe(bench));
    });
}

function describe(bench: TrendBench): string {
  const { tracks, requests, counting, series, build, storing, word_tables_mb, load_average } = bench;
  const rows = Object.entries(requests).map(
    ([name, one]) =>
      `| ${name} | ${one.p50_ms} | ${one.p95_ms} | ${one.max_ms} | ${one.bytes} | ${one.holds ?? ''} |`,
  );
  return [
    `${tracks} songs; load average ${load_average}`,
    '| request | p50, ms | p95 | most | bytes | below its goal |',
    '|---|---|---|---|---|---|',
    ...rows,
    `words: ${counting === null ? 'counted before' : `${counting.ms_per_song} ms a song`}, ${word_tables_mb} MB of tables`,
    `series: ${series.answers} answers in ${series.seconds} s`,
    `trends build: ${build.clusters} clusters in ${build.seconds} s and ${build.peak_memory_mb} MB; map ${build.map_bytes} bytes`,
    `storing a song: ${storing.before_ms} ms before, ${storing.after_ms} ms now (${(storing.share * 100).toFixed(1)} % more), and ${bench.counting_new_ms_per_song} ms later to count its words`,
  ].join('\n');
}
