import type { Command } from 'commander';
import { wholeNumber } from '../command-options.ts';
import { withOperator } from '../operator-context.ts';

const DATA_DIR = '.barline/bench/dedupe';

export function addBenchDedupe(command: Command): void {
  command
    .option(
      '--data <folder>',
      'a folder with songs, such as .barline; an empty one is filled with made-up songs',
      DATA_DIR,
    )
    .option('--lookups <n>', 'songs to look up', wholeNumber(1, 1_000_000), 500)
    .option('--json', 'print one JSON object last')
    .action((options: { data: string; lookups: number; json?: boolean }) =>
      withOperator(options, {}, async ({ ctx }) => {
        const { benchDedupe } = await import('../bench/bench-dedupe.ts');
        const result = await benchDedupe(ctx, options.lookups);
        const { redis, postgres_hash: hash, postgres_near: near } = result;
        if (options.json) console.log(JSON.stringify(result));
        else
          console.log(
            `${result.lookups} of ${result.tracks} songs, p50 and p95: Redis ${redis.p50_ms} and ${redis.p95_ms} ms, ` +
              `Postgres by hash ${hash.p50_ms} and ${hash.p95_ms} ms, with near repeats ${near.p50_ms} and ${near.p95_ms} ms`,
          );
      }),
    );
}
