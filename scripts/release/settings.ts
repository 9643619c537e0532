import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { parseArgs, parseEnv, promisify } from 'node:util';
import { parse as parseToml } from 'smol-toml';
import { z } from 'zod';
import { ROOT } from '../build.ts';
import { CommandError } from '../explain.ts';
import { DEFAULT_BASE_URL } from './cloudflare-api.ts';

export const USAGE = `npm run release -- --env staging|production [options]

  --dry-run            tell every step and change nothing
  --diff               tell what is deployed that is not here, and the other way round; exit code 1 if anything is
  --rollback           give all of the traffic back to the version before, at once
  --to VERSION         with --rollback: to this version (the beginning of its id, or its tag)
  --resume             continue a release of this commit that another run began, without waiting until it counts as dead
  --again              release a commit that was rolled back before
  --url URL            where the Worker is served, if not on workers.dev
  --stage-seconds N    how long each share of the traffic is watched (300)
  --poll-seconds N     how long between two readings (10)
  --secrets-file FILE  NAME=value lines that are uploaded as secrets with the version
  --skip-checks        leave out npm run check (CI has run it)

Needs CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID; DATABASE_URL and ADMIN_TOKEN of the environment, except --rollback.
CLOUDFLARE_API_BASE_URL is where the API is asked, for wrangler too.`;

const OPTIONS = {
  env: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  diff: { type: 'boolean', default: false },
  rollback: { type: 'boolean', default: false },
  to: { type: 'string' },
  resume: { type: 'boolean', default: false },
  again: { type: 'boolean', default: false },
  url: { type: 'string' },
  'stage-seconds': { type: 'string', default: '300' },
  'poll-seconds': { type: 'string', default: '10' },
  'secrets-file': { type: 'string' },
  'skip-checks': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const SecondsSchema = z.coerce.number().min(0).max(86_400);
const EnvironmentSchema = z.enum(['staging', 'production']);
const WranglerSchema = z.looseObject({
  env: z.record(
    z.string(),
    z.looseObject({ name: z.string(), vars: z.record(z.string(), z.string()).default({}) }),
  ),
});

export type ReleaseMode = 'release' | 'dry run' | 'diff' | 'rollback';

export interface ReleaseSettings {
  mode: ReleaseMode;
  environment: 'staging' | 'production';
  workerName: string;
  /** Of wrangler.toml. */
  vars: Readonly<Record<string, string>>;
  account: { baseUrl: string; accountId: string; token: string };
  databaseUrl: string | null;
  adminToken: string | null;
  url: string | null;
  rollbackTo: string | null;
  resume: boolean;
  again: boolean;
  stageMs: number;
  pollMs: number;
  secretsFile: { path: string; names: readonly string[] } | null;
  runsChecks: boolean;
  runId: string;
}

function needed(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new CommandError(`${name} is not set.`);
  return value;
}

function modeOf(values: { 'dry-run': boolean; diff: boolean; rollback: boolean }): ReleaseMode {
  const chosen: ReleaseMode[] = [
    ...(values['dry-run'] ? ['dry run' as const] : []),
    ...(values.diff ? ['diff' as const] : []),
    ...(values.rollback ? ['rollback' as const] : []),
  ];
  const [mode, another] = chosen;
  if (another !== undefined) throw new CommandError('Choose one of --dry-run, --diff and --rollback.');
  return mode ?? 'release';
}

/** Who releases. A job of GitHub that is started again is the same run, and continues at once. */
function runIdOf(env: NodeJS.ProcessEnv): string {
  const job = env.GITHUB_RUN_ID;
  return job === undefined ? `${userInfo().username}@${hostname()}-${process.pid}` : `github-${job}`;
}

/** Null when only the usage was asked for. Throws CommandError. */
export async function readSettings(args: string[], env: NodeJS.ProcessEnv): Promise<ReleaseSettings | null> {
  const { values } = parseOptions(args);
  if (values.help) return null;
  const environment = EnvironmentSchema.safeParse(values.env);
  if (!environment.success)
    throw new CommandError('Name the environment: --env staging or --env production.');
  const mode = modeOf(values);
  const wrangler = WranglerSchema.parse(parseToml(await readFile(join(ROOT, 'wrangler.toml'), 'utf8')));
  const worker = wrangler.env[environment.data];
  if (worker === undefined) throw new CommandError(`wrangler.toml has no environment ${environment.data}.`);
  const secrets = values['secrets-file'];
  const isRollback = mode === 'rollback';
  return {
    mode,
    environment: environment.data,
    workerName: worker.name,
    vars: worker.vars,
    account: {
      baseUrl: env.CLOUDFLARE_API_BASE_URL || DEFAULT_BASE_URL,
      accountId: needed(env, 'CLOUDFLARE_ACCOUNT_ID'),
      token: needed(env, 'CLOUDFLARE_API_TOKEN'),
    },
    databaseUrl: isRollback ? null : needed(env, 'DATABASE_URL'),
    adminToken: isRollback ? null : needed(env, 'ADMIN_TOKEN'),
    url: values.url?.replace(/\/$/, '') ?? null,
    rollbackTo: values.to ?? null,
    resume: values.resume,
    again: values.again,
    stageMs: seconds(values['stage-seconds'], '--stage-seconds') * 1000,
    pollMs: seconds(values['poll-seconds'], '--poll-seconds') * 1000,
    secretsFile: secrets === undefined ? null : { path: secrets, names: await namesIn(secrets) },
    runsChecks: !values['skip-checks'],
    runId: runIdOf(env),
  };
}

function parseOptions(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS });
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}

function seconds(text: string, option: string): number {
  const parsed = SecondsSchema.safeParse(text);
  if (!parsed.success) throw new CommandError(`${option} needs a number of seconds.`);
  return parsed.data;
}

const namesIn = async (path: string): Promise<string[]> =>
  Object.keys(parseEnv(await readFile(path, 'utf8')));

const run = promisify(execFile);

/** The commit that is checked out. Throws CommandError where files differ from it: a version could not be made again. */
export async function readCommit(): Promise<string> {
  const git = async (...args: string[]) => (await run('git', args, { cwd: ROOT })).stdout.trim();
  const changed = await git('status', '--porcelain');
  if (changed !== '')
    throw new CommandError(`Commit these files first, so that the version can be made again:\n${changed}`);
  return await git('rev-parse', 'HEAD');
}
