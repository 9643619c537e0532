import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { filledTexts, type StackChoice, wholeNumber, withStack } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import { withOperator } from '../operator-context.ts';
import { recorded } from '../record-command.ts';

const STARTER = new URL('../watch-list.txt', import.meta.url);
/** Spreads the artists of a list over time; scraping all at once would take days. */
const STARTER_SPREAD_HOURS = 24;

interface WatchOptions extends StackChoice {
  starter?: boolean;
  priority?: number;
}

export function addWatch(command: Command): void {
  withStack(command)
    .argument('[artist...]', 'names of artists', filledTexts(300))
    .option('--starter', 'the artists of scripts/watch-list.txt, spread over a day')
    .option('--priority <n>', '1 is first, 9 last', wholeNumber(1, 9))
    .action(async (artists: string[], options: WatchOptions) => {
      const starter = options.starter ? (await readFile(STARTER, 'utf8')).split('\n') : [];
      if (artists.length + starter.length === 0)
        throw new CommandError('Name an artist, or take the list with --starter.');
      await withOperator(options, {}, async ({ ctx }) => {
        const { watchArtists } = await import('../../src/services/ingest/watch-artists.ts');
        const priority = options.priority ?? null;
        const lists = [
          { names: artists, priority, spreadHours: 0 },
          { names: starter, priority, spreadHours: STARTER_SPREAD_HOURS },
        ];
        let added = 0;
        let known = 0;
        await recorded(ctx, 'watchArtists', async () => {
          for (const list of lists) {
            const answer = await watchArtists(ctx, list);
            added += answer.added;
            known += answer.known;
          }
        });
        console.log(`${added} artists added to the watch list, ${known} were on it already`);
      });
    });
}
