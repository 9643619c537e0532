import { type Command, InvalidArgumentError } from 'commander';
import { benchIngest, type IngestBench } from '../bench/bench-ingest.ts';
import { createProgress } from '../progress.ts';

function readPositive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('It is a number above 0.');
  return value;
}

export function registerBenchIngest(parent: Command): void {
  parent
    .command('ingest')
    .description('scrape a made-up artist from a loopback Genius and compare with what the rate allows')
    .option('--songs <n>', 'songs of the artist', readPositive, 100)
    .option('--rate <n>', 'requests a second to a host', readPositive, 1)
    .option('--json', 'print one JSON object last')
    .action(async (options: { songs: number; rate: number; json?: boolean }) => {
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
