import type { Command } from 'commander';
import type { IngestBench } from '../bench/bench-ingest.ts';
import { decimal, wholeNumber } from '../command-options.ts';
import { createProgress } from '../progress.ts';

export function addBenchIngest(command: Command): void {
  command
    .option('--songs <n>', 'songs of the artist', wholeNumber(1, 100_000), 100)
    .option('--rate <n>', 'requests per second to a host', decimal(0.01, 10_000), 1)
    .option('--json', 'print one JSON object last')
    .action(async (options: { songs: number; rate: number; json?: boolean }) => {
      const { benchIngest } = await import('../bench/bench-ingest.ts');
      const progress = createProgress('songs');
      const result = await benchIngest({
        songs: options.songs,
        requestsPerSecond: options.rate,
        onProgress: (done) => progress.update(done, options.songs),
      });
      progress.stop();
      console.log(options.json ? JSON.stringify(result) : describe(result));
    });
}

function describe(bench: IngestBench): string {
  return [
    `${bench.stored} of ${bench.songs} songs in ${bench.seconds} s: ${bench.songs_per_second} songs/s,`,
    `${(bench.share_of_ideal * 100).toFixed(1)} % of the ${bench.ideal_songs_per_second} that`,
    `${bench.requests_per_second_allowed} requests/s allow; ${bench.requests_per_song} requests a song;`,
    `a second scrape sent ${bench.second_scrape_requests}`,
  ].join(' ');
}
