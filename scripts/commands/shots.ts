import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { wholeNumber, wholeNumbers } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import { DEFAULT_DATA_DIR } from '../local/data-folder.ts';
import { STATES, type State } from '../shots/states.ts';
import type { Shot, Theme } from '../shots/take-shots.ts';

const THEMES = ['light', 'dark', 'forced', 'print'] as const;

/** Parses names with commas, each one of those that are known. */
function namesOf<Name extends string>(known: readonly Name[]): (text: string) => Name[] {
  return (text) =>
    text.split(',').map((part) => {
      const name = known.find((one) => one === part.trim());
      if (name === undefined) throw new InvalidArgumentError(`Expected some of ${known.join(', ')}.`);
      return name;
    });
}

const anyNames = (text: string): string[] => text.split(',').map((part) => part.trim());

interface ShotsCommandOptions {
  url?: string;
  data: string;
  out: string;
  views: string[];
  widths: number[];
  themes: Theme[];
  states: State[];
  zoom: number;
  json?: boolean;
}

const describe = ({ file, too_wide, complaints }: Shot): string =>
  [file, too_wide > 0 && `${too_wide} px too wide`, ...complaints].filter(Boolean).join('; ');

export function addShots(command: Command): void {
  command
    .option('--url <url>', 'a running Barline; without it, the stack of --data')
    .option('--data <dir>', 'folder of a running stack', DEFAULT_DATA_DIR)
    .option('--out <dir>', 'folder of the pictures', join(DEFAULT_DATA_DIR, 'shots'))
    .option('--views <names>', 'names or addresses of views, with commas; all without it', anyNames, [])
    .option('--widths <px>', 'widths of the screen', wholeNumbers(200, 4000), [320, 390, 768, 1440])
    .option('--themes <names>', THEMES.join(', '), namesOf(THEMES), ['light', 'dark'])
    .option('--states <names>', STATES.join(', '), namesOf(STATES), ['ready'])
    .option('--zoom <n>', 'zoom of the browser: 2 is 200 %', wholeNumber(1, 4), 1)
    .option('--json', 'print one JSON object')
    .action(async ({ json, data, url, ...options }: ShotsCommandOptions) => {
      const { takeShots } = await import('../shots/take-shots.ts');
      const { readRunningStack } = await import('../local/stack-file.ts');
      const address = url ?? (await readRunningStack(data))?.addresses.worker;
      if (address === undefined)
        throw new CommandError(`No stack runs for ${data}: start npm run demo, or name one with --url.`);
      const shots = await takeShots(
        { ...options, url: address },
        (shot) => json || console.log(describe(shot)),
      );
      if (json) console.log(JSON.stringify({ shots }));
    });
}
