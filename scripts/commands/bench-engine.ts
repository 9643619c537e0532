import { type Command, InvalidArgumentError } from 'commander';
import { benchEngine, type EngineBench } from '../bench/bench-engine.ts';
import { readLexicon } from '../read-lexicon.ts';

const DEFAULT_SONGS = 100;

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 10 || count > 10_000) {
    throw new InvalidArgumentError('expected a whole number from 10 to 10000');
  }
  return count;
}

const describe = (bench: EngineBench): string =>
  [
    `${bench.songs} songs, median ${bench.median_words} words, in workerd`,
    `a song: median ${bench.median_ms} ms, p95 ${bench.p95_ms} ms, worst ${bench.worst_ms} ms`,
    `VADER alone: median ${bench.vader_only_median_ms} ms`,
    `${Math.round(bench.songs_per_second)} songs a second; time grows with length to the ${bench.length_exponent}`,
    `bad input: ${Object.entries(bench.worst_input_ms)
      .map(([name, ms]) => `${name} ${ms} ms`)
      .join(', ')}`,
    `lexicon: ${bench.lexicon.bytes} bytes, ${bench.lexicon.gzip_bytes} gzipped, first look-up ${bench.lexicon.first_lookup_ms} ms`,
  ].join('\n');

export function registerBenchEngine(parent: Command): void {
  parent
    .command('engine')
    .description('time the lyric engine in workerd over songs of real lengths')
    .option('--songs <n>', 'how many songs', readCount, DEFAULT_SONGS)
    .option('--json', 'print one JSON object')
    .action(async ({ songs, json }: { songs: number; json?: boolean }) => {
      const bench = await benchEngine(await readLexicon(), songs);
      console.log(json ? JSON.stringify(bench) : describe(bench));
    });
}
