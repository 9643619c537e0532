import { Argument, type Command } from 'commander';
import { filledText } from '../command-options.ts';
import type { Promotion } from '../lab/promotion/promote.ts';
import { MODEL_NAMES } from '../lab/train/trainer.ts';
import { projectOption } from './lab-train.ts';

interface Options {
  project: string;
  json?: boolean;
}

export function addLabPromote(command: Command): void {
  command
    .argument('<run>', 'folder of a finished training run', filledText(4096))
    .addOption(projectOption())
    .option('--json', 'print one JSON object')
    .action(async (run: string, { project, json }: Options) => {
      const { readCandidate } = await import('../lab/promotion/candidate.ts');
      const { promote } = await import('../lab/promotion/promote.ts');
      const result = await promote(project, await readCandidate(run), new Date());
      console.log(json ? JSON.stringify(result) : describe(result));
      if (result.outcome === 'rejected') process.exitCode = 1;
    });
}

function describe({ version, in_use, outcome, comparison }: Promotion): string {
  if (outcome === 'already_in_use') return `${version} is in use. Its card was written.`;
  const verdict = comparison?.why ?? '';
  if (outcome === 'rejected') return `${version} was rejected, ${in_use ?? 'none'} stays in use. ${verdict}`;
  return `${version} is in use. ${verdict}\nCommit the changed files: the next release builds the Worker with them, and migrate notes it in model_versions.`;
}

export function addLabRollback(command: Command): void {
  command
    .addArgument(new Argument('<model>', 'which one').choices(MODEL_NAMES))
    .option('--to <version>', 'a version that was in use; absent: the one before', filledText(100))
    .addOption(projectOption())
    .option('--json', 'print one JSON object')
    .action(async (name: (typeof MODEL_NAMES)[number], { project, json, to }: Options & { to?: string }) => {
      const { rollBack } = await import('../lab/promotion/rollback.ts');
      const result = await rollBack(project, { name, now: new Date(), ...(to === undefined ? {} : { to }) });
      console.log(
        json
          ? JSON.stringify(result)
          : `${result.in_use} is in use again instead of ${result.withdrawn}. Commit the changed files, and release.`,
      );
    });
}

export function addLabCard(command: Command): void {
  command
    .addArgument(new Argument('<model>', 'which one').choices(MODEL_NAMES))
    .option('--run <folder>', 'a finished training run whose figures the card tells', filledText(4096))
    .addOption(projectOption())
    .option('--json', 'print one JSON object')
    .action(
      async (name: (typeof MODEL_NAMES)[number], { project, json, run }: Options & { run?: string }) => {
        const { writeCard } = await import('../lab/promotion/write-card.ts');
        const written = await writeCard(project, name, run ?? null);
        const figures = written.figures_of === null ? 'no figures' : `figures of ${written.figures_of}`;
        console.log(json ? JSON.stringify(written) : `${written.path}: ${written.version}, with ${figures}`);
      },
    );
}
