import { enableCompileCache } from 'node:module';
import { Command, CommanderError } from 'commander';
import { VERSION } from '../src/lib/version.ts';
import { addCommands, askedWords } from './command-tree.ts';
import { COMMANDS } from './commands/index.ts';
import { endWhenOutputCloses, isStopping } from './local/stop-signals.ts';

// Types need not be stripped from the same files at every start.
enableCompileCache();
endWhenOutputCloses();

const program = new Command('barline')
  .description('Run the work of cron, queues and the API from a terminal.')
  .version(VERSION)
  .showHelpAfterError('(add --help for what it takes)')
  .exitOverride();

try {
  const words = askedWords(COMMANDS, process.argv.slice(2));
  await addCommands(program, COMMANDS, words);
  await program.parseAsync(words, { from: 'user' });
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  // A failure after a signal is only a consequence of stopping.
  else if (!isStopping()) {
    const { explain } = await import('./explain.ts');
    console.error(explain(error));
    process.exitCode = 1;
  }
}
