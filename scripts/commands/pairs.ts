import { type Command, Option } from 'commander';
import { decimal, type StackChoice, wholeNumber, withStack } from '../command-options.ts';
import { withOperator } from '../operator-context.ts';

interface PairOptions extends StackChoice {
  by: 'lyrics' | 'audio';
  maxDistance: number;
  neighbours: number;
}

export function addPairs(command: Command): void {
  withStack(command)
    .addOption(new Option('--by <space>', 'what is compared').choices(['lyrics', 'audio']).default('lyrics'))
    .option('--max-distance <d>', 'cosine distance, 0 to 2', decimal(0, 2), 0.05)
    .option('--neighbours <n>', 'maximum number per song, 1 to 1000', wholeNumber(1, 1000), 10)
    .action(({ by, maxDistance, neighbours, data }: PairOptions) =>
      withOperator({ data }, { mustHoldData: true }, async ({ ctx }) => {
        const { listNearPairs } = await import('../../src/services/search/list-near-pairs.ts');
        for await (const pairs of listNearPairs(ctx, { space: by, maxDistance, neighbours }))
          for (const pair of pairs) console.log(JSON.stringify(pair));
      }),
    );
}
