import type { Command } from 'commander';
import { benchDedupe } from '../bench/bench-dedupe.ts';
import { openOperatorContext } from '../operator-context.ts';

const DATA_DIR = '.barline/bench/dedupe';

export function registerBenchDedupe(parent: Command): void {
  parent
    .command('dedupe')
    .description('time the duplicate check through Redis and through Postgres on the songs of a data folder')
    .option(
      '--data <folder>',
      'a folder with songs, such as .barline; an empty one is filled with made-up songs',
      DATA_DIR,
    )
    .option('--lookups <n>', 'songs to look up', Number, 500)
    .option('--json', 'print one JSON object last')
    .action(async (options: { data: string; lookups: number; json?: boolean }) => {
      const operator = await openOperatorContext({ dataDir: options.data });
      try {
        const result = await benchDedupe(operator.ctx, options.lookups);
        const { redis, postgres_hash: hash, postgres_near: near } = result;
        if (options.json) console.log(JSON.stringify(result));
        else
          console.log(
            `${result.lookups} of ${result.tracks} songs, p50 and p95: Redis ${redis.p50_ms} and ${redis.p95_ms} ms, ` +
              `Postgres by hash ${hash.p50_ms} and ${hash.p95_ms} ms, with near repeats ${near.p50_ms} and ${near.p95_ms} ms`,
          );
      } finally {
        await operator.close();
      }
    });
}
