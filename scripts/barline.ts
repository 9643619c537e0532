import { Command, CommanderError } from 'commander';
import { describeError } from '../src/lib/errors.ts';
import { VERSION } from '../src/lib/version.ts';

type Register = (parent: Command) => Promise<void>;

/** The commands by name. Each is loaded when it is asked for, since some bring a database or a browser of modules. */
const COMMANDS: Record<string, Register> = {
  analyze: async (parent) => (await import('./commands/analyze.ts')).registerAnalyze(parent),
  batch: async (parent) => (await import('./commands/batch.ts')).registerBatch(parent),
  config: async (parent) => (await import('./commands/config.ts')).registerConfig(parent),
  'dead-letters': async (parent) => (await import('./commands/dead-letters.ts')).registerDeadLetters(parent),
  enrich: async (parent) => (await import('./commands/enrich.ts')).registerEnrich(parent),
  export: async (parent) => (await import('./commands/export.ts')).registerExport(parent),
  genius: async (parent) => (await import('./commands/genius.ts')).registerGenius(parent),
  import: async (parent) => (await import('./commands/import.ts')).registerImport(parent),
  llm: async (parent) => (await import('./commands/llm.ts')).registerLlm(parent),
  migrate: async (parent) => (await import('./commands/migrate.ts')).registerMigrate(parent),
  pairs: async (parent) => (await import('./commands/pairs.ts')).registerPairs(parent),
  reindex: async (parent) => (await import('./commands/reindex.ts')).registerReindex(parent),
  scrape: async (parent) => (await import('./commands/scrape.ts')).registerScrape(parent),
  search: async (parent) => (await import('./commands/search.ts')).registerSearch(parent),
  watch: async (parent) => (await import('./commands/watch.ts')).registerWatch(parent),
  eval: async (parent) => {
    const evaluate = parent.command('eval').description('measure against labelled data that you name');
    (await import('./commands/eval-features.ts')).registerEvalFeatures(evaluate);
    (await import('./commands/eval-match.ts')).registerEvalMatch(evaluate);
    (await import('./commands/eval-rhyme.ts')).registerEvalRhyme(evaluate);
    (await import('./commands/eval-search.ts')).registerEvalSearch(evaluate);
    (await import('./commands/eval-text.ts')).registerEvalText(evaluate);
  },
  lab: async (parent) => {
    const lab = parent.command('lab').description('make data for scale tests');
    const { registerLearn, registerSynthesize } = await import('./commands/lab.ts');
    registerLearn(lab);
    registerSynthesize(lab);
  },
  bench: async (parent) => {
    const bench = parent.command('bench').description('measure speed on this machine');
    (await import('./commands/bench-analyze.ts')).registerBenchAnalyze(bench);
    (await import('./commands/bench-batch.ts')).registerBenchBatch(bench);
    (await import('./commands/bench-engine.ts')).registerBenchEngine(bench);
    (await import('./commands/bench-dedupe.ts')).registerBenchDedupe(bench);
    (await import('./commands/bench-export.ts')).registerBenchExport(bench);
    (await import('./commands/bench-faults.ts')).registerBenchFaults(bench);
    (await import('./commands/bench-hostile.ts')).registerBenchHostile(bench);
    (await import('./commands/bench-ingest.ts')).registerBenchIngest(bench);
    (await import('./commands/bench-search.ts')).registerBenchSearch(bench);
    (await import('./commands/bench-startup.ts')).registerBenchStartup(bench);
  },
};

const program = new Command('barline')
  .description('Operate Barline by hand: what cron, queues and the API do, from a terminal.')
  .version(VERSION)
  .showHelpAfterError('(add --help for what it takes)')
  .exitOverride();

try {
  const asked = COMMANDS[process.argv[2] ?? ''];
  for (const register of asked === undefined ? Object.values(COMMANDS) : [asked]) await register(program);
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    console.error(process.env.DEBUG === undefined ? describeError(error) : error);
    process.exitCode = 1;
  }
}
