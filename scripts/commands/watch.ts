import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { watchArtists } from '../../src/services/ingest/watch-artists.ts';
import { openOperatorContext } from '../operator-context.ts';

const STARTER = new URL('../watch-list.txt', import.meta.url);
/** A whole list is not due at once, which would be days of work in one go. */
const STARTER_SPREAD_HOURS = 24;

function parsePriority(text: string): number {
  const priority = Number(text);
  if (!Number.isInteger(priority) || priority < 1 || priority > 9) {
    throw new InvalidArgumentError('It is a whole number from 1 to 9.');
  }
  return priority;
}

export function registerWatch(program: Command): void {
  program
    .command('watch')
    .description('put artists on the watch list, to be scraped when the schedule comes to them')
    .argument('[artist...]', 'names of artists')
    .option('--starter', 'the artists of scripts/watch-list.txt, spread over a day')
    .option('--priority <n>', '1 is first, 9 last', parsePriority)
    .action(async (artists: string[], options: { starter?: boolean; priority?: number }) => {
      const starter = options.starter ? (await readFile(STARTER, 'utf8')).split('\n') : [];
      if (artists.length + starter.length === 0)
        throw new Error('Name an artist, or take the list with --starter.');
      const operator = await openOperatorContext();
      try {
        const priority = options.priority ?? null;
        const own = await watchArtists(operator.ctx, { names: artists, priority, spreadHours: 0 });
        const list = await watchArtists(operator.ctx, {
          names: starter,
          priority,
          spreadHours: STARTER_SPREAD_HOURS,
        });
        const known = own.known + list.known;
        console.log(`${own.added + list.added} artists added to the watch list, ${known} were on it already`);
      } finally {
        await operator.close();
      }
    });
}
