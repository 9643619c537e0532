import type { Command } from 'commander';
import type { IngestBench } from '../bench/bench-ingest.ts';
import type { FaultResult } from '../bench/fault-result.ts';
import { decimal, wholeNumber } from '../command-options.ts';
import { createProgress } from '../progress.ts';

interface IngestOptions {
  songs?: number;
  rate?: number;
  faults?: boolean;
  only?: string[];
  json?: boolean;
}

/** Without options: a polite scrape, and enough songs for every fault to strike in the middle. */
const DEFAULTS = { scrape: { songs: 100, rate: 1 }, faults: { songs: 1000, rate: 50 } } as const;

export function addBenchIngest(command: Command): void {
  command
    .option('--songs <n>', 'songs of each artist (100; with --faults 1000)', wholeNumber(1, 100_000))
    .option('--rate <n>', 'requests per second to a host (1; with --faults 50)', decimal(0.01, 10_000))
    .option('--faults', 'scrape and enrich with each fault of the sites and of Redis in turn')
    .option('--only <text...>', 'with --faults: only faults whose name contains one of these')
    .option('--json', 'print one JSON object last')
    .action(async (options: IngestOptions) => {
      if (options.faults) return await printFaults(options);
      if (options.only !== undefined) throw new Error('--only names faults: add --faults');
      await printScrape(options);
    });
}

async function printScrape({
  songs = DEFAULTS.scrape.songs,
  rate = DEFAULTS.scrape.rate,
  json,
}: IngestOptions): Promise<void> {
  const { benchIngest } = await import('../bench/bench-ingest.ts');
  const progress = createProgress('songs');
  const onProgress = (done: number) => progress.update(done, songs);
  const result = await benchIngest({ songs, requestsPerSecond: rate, onProgress });
  progress.stop();
  console.log(json ? JSON.stringify(result) : describe(result));
}

function describe(bench: IngestBench): string {
  return [
    `${bench.stored} of ${bench.songs} songs in ${bench.seconds} s: ${bench.songs_per_second} songs/s,`,
    `${(bench.share_of_ideal * 100).toFixed(1)} % of the ${bench.ideal_songs_per_second} that`,
    `${bench.requests_per_second_allowed} requests/s allow; ${bench.requests_per_song} requests a song;`,
    `a second scrape sent ${bench.second_scrape_requests}`,
  ].join(' ');
}

async function printFaults({
  songs = DEFAULTS.faults.songs,
  rate = DEFAULTS.faults.rate,
  only,
  json,
}: IngestOptions): Promise<void> {
  const { benchIngestFaults } = await import('../bench/ingest-faults.ts');
  const results = await benchIngestFaults({
    songs,
    requestsPerSecond: rate,
    only: only ?? null,
    onResult: (result) => console.error(formatRow(result)),
  });
  if (json) console.log(JSON.stringify({ requests_per_second_allowed: rate, faults: results }));
  else console.log(formatTable(results));
  if (results.some(({ lost, doubled }) => lost + doubled > 0)) process.exitCode = 1;
}

const formatRow = (row: FaultResult): string =>
  `| ${row.fault} | ${row.what_happened} | ${row.songs} | ${row.lost} | ${row.doubled} | ${row.unavailable} | ${row.requests} | ${row.requests_per_second} | ${row.longest_pause_s} |`;

function formatTable(rows: readonly FaultResult[]): string {
  return [
    '| fault | what happened | songs | lost | doubled | unavailable | requests | requests/s | longest pause, s |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map(formatRow),
  ].join('\n');
}
