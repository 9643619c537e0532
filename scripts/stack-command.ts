import { Command, CommanderError } from 'commander';
import { filledText, wholeNumber } from './command-options.ts';
import { explain } from './explain.ts';
import { DEFAULT_DATA_DIR } from './local/data-folder.ts';
import { endWhenOutputCloses } from './local/stop-signals.ts';

export const DEFAULT_PORT = 8787;

export interface StackCommandOptions {
  fresh: boolean;
  port: number;
  host: string;
  data: string;
}

/** A command that serves a stack until Ctrl-C, with the options that all of them take. */
export const createStackCommand = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .showHelpAfterError('(add --help for what it takes)')
    .exitOverride()
    .option('--fresh', 'delete the data of earlier runs', false)
    .option('--port <n>', 'port of the Worker; 0 chooses a free one', wholeNumber(0, 65_535), DEFAULT_PORT)
    .option('--host <host>', 'address to listen on', filledText(255), '127.0.0.1')
    .option('--data <dir>', 'folder that keeps the data', filledText(4096), DEFAULT_DATA_DIR);

/** The options of the command line. Ends the process after a wrong one, `--help` or `--version`. */
export function readOptions<T extends StackCommandOptions>(command: Command): T {
  try {
    command.parse();
  } catch (error) {
    if (error instanceof CommanderError) process.exit(error.exitCode);
    throw error;
  }
  return command.opts<T>();
}

/** Runs the main flow, and then ends the process even when handles are still open. */
export async function runUntilStopped(main: () => Promise<void>): Promise<never> {
  endWhenOutputCloses();
  await main().catch((error: unknown) => {
    console.error(explain(error));
    process.exitCode = 1;
  });
  process.exit();
}
