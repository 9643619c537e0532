import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { takeLock } from '../../local/file-lock.ts';
import { readCodeVersion } from './code-version.ts';
import { orderedJson, sha256, withoutSecrets } from './configuration.ts';
import { removeDrafts } from './replace-file.ts';
import { type RunFile, readRunFile } from './run-file.ts';

export interface RunRequest {
  /** Name of the command, as `compare-models`. */
  command: string;
  /** Folder of all results. */
  results: string;
  /** Options that decide the result; values with secret names are left out. */
  configuration: Readonly<Record<string, unknown>>;
  seed: number | null;
  /** SHA-256 of the data, if it is known at the start. */
  dataHash?: string;
  /** Begins anew although an unfinished run could go on. */
  isFresh?: boolean;
}

export interface RunClaim {
  folder: string;
  facts: RunFile;
  release(): void;
}

/** Equal for runs of which one can go on where the other stopped. */
type Identity = Pick<RunFile, 'command' | 'configuration' | 'seed' | 'code_version'>;

const ID_DIGITS = 8;

/** The newest unfinished run of the same identity that no other process works on, else a new one. */
export async function claimRun(request: RunRequest): Promise<RunClaim> {
  const { command, results, seed, dataHash = null } = request;
  const identity: Identity = {
    command,
    configuration: withoutSecrets(request.configuration),
    seed,
    code_version: await readCodeVersion(),
  };
  const id = sha256(orderedJson([identity, dataHash])).slice(0, ID_DIGITS);
  const all = join(results, command);
  await mkdir(all, { recursive: true });
  const unfinished = request.isFresh ? null : await claimUnfinished(all, id);
  if (unfinished !== null) {
    process.stderr.write(`going on in ${unfinished.folder}\n`);
    return unfinished;
  }
  return await makeRun(all, id, { ...identity, data_hash: dataHash });
}

async function claimUnfinished(all: string, id: string): Promise<RunClaim | null> {
  const names = (await readdir(all)).filter((name) => name.endsWith(`-${id}`));
  for (const name of names.sort().reverse()) {
    const claim = await claimFolder(join(all, name));
    if (claim !== null) return claim;
  }
  return null;
}

async function claimFolder(folder: string): Promise<RunClaim | null> {
  const seen = await readRunFile(folder);
  if (seen === null || seen.finished_at !== null) return null;
  const lock = takeLock(join(folder, 'run.lock'));
  if (lock === null) return null;
  // Another process may have finished it before the lock was ours.
  const facts = await readRunFile(folder);
  if (facts === null || facts.finished_at !== null) {
    lock.close();
    return null;
  }
  await removeDrafts(folder);
  return { folder, facts, release: () => lock.close() };
}

async function makeRun(
  all: string,
  id: string,
  known: Identity & Pick<RunFile, 'data_hash'>,
): Promise<RunClaim> {
  const started = new Date().toISOString();
  const { run, lock } = await makeFolder(all, `${started.replaceAll(/[-:]/g, '')}-${id}`);
  const facts: RunFile = {
    ...known,
    run,
    node_version: process.version,
    started_at: started,
    finished_at: null,
    failure: null,
    files: {},
  };
  return { folder: join(all, run), facts, release: () => lock.close() };
}

/** Two processes may begin in the same millisecond: the one that cannot take the lock takes another folder. */
async function makeFolder(all: string, name: string) {
  for (let attempt = 0; ; attempt++) {
    const run = attempt === 0 ? name : `${name.replace('Z-', `Z${attempt}-`)}`;
    await mkdir(join(all, run), { recursive: true });
    const lock = takeLock(join(all, run, 'run.lock'));
    if (lock !== null) return { run, lock };
  }
}
