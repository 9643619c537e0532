import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildAssets, ROOT } from '../build.ts';
import { CommandError, explain } from '../explain.ts';
import { planRollback } from './decide/plan-rollback.ts';
import { tellDrift } from './drift/compare.ts';
import { findDrift } from './drift/find-drift.ts';
import { withoutEffects } from './dry-run.ts';
import { openApi, openRelease } from './open-release.ts';
import { readWorker, setTraffic } from './read-worker.ts';
import { type Outcome, runRelease } from './run-release.ts';
import { type ReleaseSettings, readCommit, readSettings, USAGE } from './settings.ts';

/** One line for each thing that happens, with the time, because a release is read again later. */
const say = (line: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);

const exitCodes: Readonly<Record<Outcome['kind'], number>> = {
  released: 0,
  refused: 1,
  'rolled back': 2,
  stopped: 3,
};

/** Runs all checks. Throws CommandError if one fails. */
async function runChecks(): Promise<void> {
  say('npm run check');
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts/check.ts')], { cwd: ROOT, stdio: 'inherit' });
    child.on('close', resolve);
  });
  if (code !== 0) throw new CommandError('The checks fail: nothing was released.');
}

function withSecrets(settings: ReleaseSettings) {
  const { databaseUrl, adminToken } = settings;
  if (databaseUrl === null || adminToken === null)
    throw new CommandError('DATABASE_URL and ADMIN_TOKEN are not set.');
  return { ...settings, databaseUrl, adminToken };
}

async function release(settings: ReleaseSettings, commit: string): Promise<number> {
  const isDry = settings.mode === 'dry run';
  if (settings.runsChecks && !isDry) await runChecks();
  say(
    `${isDry ? 'would release' : 'releasing'} ${commit.slice(0, 12)} to ${settings.environment} as ${settings.runId}`,
  );
  await buildAssets();
  const io = await openRelease({ settings: withSecrets(settings), commit, say });
  const { runId, resume, again, stageMs } = settings;
  const outcome = await runRelease(isDry ? withoutEffects(io) : io, {
    id: runId,
    settings: { resume, again, stageMs },
  });
  if (outcome.kind === 'stopped') say(`stopped: ${outcome.why}\n${await tellTraffic(settings)}`);
  return exitCodes[outcome.kind];
}

/** Who serves now, for somebody who has to act by hand. */
async function tellTraffic(settings: ReleaseSettings): Promise<string> {
  try {
    const { deployments } = await readWorker(openApi(settings), settings.workerName);
    const shares = deployments[0]?.shares.map(({ versionId, percentage }) => `${versionId} ${percentage} %`);
    return `The traffic is: ${shares?.join(', ') ?? 'nothing is deployed'}. docs/releases.md tells what to do.`;
  } catch {
    return 'Cloudflare does not tell how the traffic is shared. docs/releases.md tells what to do.';
  }
}

async function diff(settings: ReleaseSettings, commit: string): Promise<number> {
  const { environment, workerName, databaseUrl } = withSecrets(settings);
  const drift = await findDrift({ api: openApi(settings), environment, workerName, commit, databaseUrl });
  console.log(drift.length === 0 ? `${environment} is what is here` : drift.map(tellDrift).join('\n'));
  return drift.length === 0 ? 0 : 1;
}

async function rollBack(settings: ReleaseSettings): Promise<number> {
  const api = openApi(settings);
  const { workerName, runId } = settings;
  const { exists, versions, deployments } = await readWorker(api, workerName);
  const { resume, again, stageMs } = settings;
  const run = {
    id: runId,
    firstSeen: deployments[0]?.id ?? null,
    ...{ passed: new Set<string>(), failed: null, areTriggersSet: false, areMigrationsApplied: false },
    settings: { resume, again, stageMs },
  };
  const facts = { commit: '', exists, versions, deployments, now: Date.now(), run };
  const plan = planRollback(
    { ...facts, pendingMigrations: [], missingSecrets: [], pagesDiffer: false },
    settings.rollbackTo,
  );
  if ('refused' in plan) throw new CommandError(`No rollback: ${plan.refused}.`);
  await setTraffic(api, workerName, plan);
  say(
    `all of the traffic goes to ${plan.shares[0]?.versionId}. Crons and queue consumers are as the last release set them.`,
  );
  return 0;
}

/** Runs the command and answers its exit code: 1 refused, 2 rolled back, 3 stopped half way. Throws CommandError. */
export async function runCommand(
  args: string[],
  env: NodeJS.ProcessEnv,
  findCommit: () => Promise<string> = readCommit,
): Promise<number> {
  const settings = await readSettings(args, env);
  if (settings === null) {
    console.log(USAGE);
    return 0;
  }
  if (settings.mode === 'rollback') return await rollBack(settings);
  const commit = await findCommit();
  return settings.mode === 'diff' ? await diff(settings, commit) : await release(settings, commit);
}

if (import.meta.main) {
  process.exitCode = await runCommand(process.argv.slice(2), process.env).catch((error: unknown) => {
    console.error(explain(error));
    return 1;
  });
}
