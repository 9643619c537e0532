import type { Command } from 'commander';
import type { EngineBench } from '../bench/bench-engine.ts';
import { wholeNumber } from '../command-options.ts';

const DEFAULT_SONGS = 100;

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

export function addBenchEngine(command: Command): void {
  command
    .option('--songs <n>', 'how many songs', wholeNumber(10, 10_000), DEFAULT_SONGS)
    .option('--json', 'print one JSON object')
    .action(async ({ songs, json }: { songs: number; json?: boolean }) => {
      const { benchEngine } = await import('../bench/bench-engine.ts');
      const { readLexicon } = await import('../read-lexicon.ts');
      const bench = await benchEngine(await readLexicon(), songs);
      console.log(json ? JSON.stringify(bench) : describe(bench));
    });
}
