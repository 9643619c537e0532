import { type Command, InvalidArgumentError, Option } from 'commander';
import { listNearPairs } from '../../src/services/search/list-near-pairs.ts';
import { openOperatorContext } from '../operator-context.ts';

interface PairOptions {
  by: 'lyrics' | 'audio';
  maxDistance: number;
  neighbours: number;
}

function readDistance(text: string): number {
  const distance = Number(text);
  if (!(distance >= 0 && distance <= 2)) throw new InvalidArgumentError('It is a number from 0 to 2.');
  return distance;
}

export function registerPairs(program: Command): void {
  program
    .command('pairs')
    .description('list pairs of songs of the whole catalogue that are nearly alike, as NDJSON')
    .addOption(new Option('--by <space>', 'what is compared').choices(['lyrics', 'audio']).default('lyrics'))
    .option('--max-distance <d>', 'cosine distance, 0 to 2', readDistance, 0.05)
    .option('--neighbours <n>', 'at most so many of each song', Number, 10)
    .action(async ({ by, maxDistance, neighbours }: PairOptions) => {
      const operator = await openOperatorContext();
      try {
        for await (const pairs of listNearPairs(operator.ctx, { space: by, maxDistance, neighbours }))
          for (const pair of pairs) console.log(JSON.stringify(pair));
      } finally {
        await operator.close();
      }
    });
}
