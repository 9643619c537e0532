import { Command, CommanderError } from 'commander';
import { describeError } from '../src/lib/errors.ts';
import { VERSION } from '../src/lib/version.ts';
import { registerAnalyze } from './commands/analyze.ts';
import { registerBenchEngine } from './commands/bench-engine.ts';
import { registerConfig } from './commands/config.ts';
import { registerEvalFeatures } from './commands/eval-features.ts';
import { registerEvalRhyme } from './commands/eval-rhyme.ts';
import { registerEvalText } from './commands/eval-text.ts';
import { registerGenius } from './commands/genius.ts';
import { registerImport } from './commands/import.ts';
import { registerMigrate } from './commands/migrate.ts';
import { registerScrape } from './commands/scrape.ts';
import { registerSearch } from './commands/search.ts';

const program = new Command('barline')
  .description('Operate Barline by hand: what cron, queues and the API do, from a terminal.')
  .version(VERSION)
  .showHelpAfterError('(add --help for what it takes)')
  .exitOverride();

registerAnalyze(program);
registerConfig(program);
registerGenius(program);
registerImport(program);
registerMigrate(program);
registerScrape(program);
registerSearch(program);

const evaluate = program.command('eval').description('measure against labelled data that you name');
registerEvalFeatures(evaluate);
registerEvalRhyme(evaluate);
registerEvalText(evaluate);

const bench = program.command('bench').description('measure speed on this machine');
registerBenchEngine(bench);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    console.error(process.env.DEBUG === undefined ? describeError(error) : error);
    process.exitCode = 1;
  }
}
