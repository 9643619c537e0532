import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { identifyProcess } from './process-identity.ts';

const OwnerSchema = z.object({
  pid: z.int(),
  /** Of the owning process, as identifyProcess tells it. */
  identity: z.string(),
  claim: z.string(),
  startedAt: z.string(),
});
const RunningStackSchema = OwnerSchema.extend({
  /** The Worker's variables that the stack made; what the user set stays in the user's environment. */
  vars: z.record(z.string(), z.string()),
  migrationUrl: z.string().nullable(),
  addresses: z.record(z.string(), z.string()),
});
type Owner = z.infer<typeof OwnerSchema>;
export type RunningStack = z.infer<typeof RunningStackSchema>;
export type PublishedStack = Pick<RunningStack, 'vars' | 'migrationUrl' | 'addresses'>;

export interface StackClaim {
  /** Tells other commands where the stack is. May be repeated. */
  publish(stack: PublishedStack): Promise<void>;
  release(): Promise<void>;
}

/** The folder belongs to a stack that is running. */
export class StackOwnedError extends Error {
  override readonly name = 'StackOwnedError';
  readonly pid: number;

  constructor(folder: string, { pid, startedAt }: { pid: number; startedAt: string }) {
    super(
      `${folder} is in use by process ${pid}, running since ${startedAt}. Stop it there (Ctrl-C), or choose another folder.`,
    );
    this.pid = pid;
  }
}

const lockFile = (folder: string) => join(folder, 'stack.lock');
const stackFile = (folder: string) => join(folder, 'stack.json');

/** The stack that runs on this folder now, or null. */
export async function readRunningStack(dataDir: string): Promise<RunningStack | null> {
  const folder = resolve(dataDir);
  const stack = await readJson(stackFile(folder), RunningStackSchema);
  return stack && (await isRunning(stack)) ? stack : null;
}

/**
 * Makes this process the owner of the folder: two PGlite on one folder destroy it without a word. A lock left by a
 * process that is gone is taken over; a live one is a StackOwnedError.
 */
export async function claimStack(dataDir: string): Promise<StackClaim> {
  const folder = resolve(dataDir);
  await mkdir(folder, { recursive: true });
  const owner: Owner = {
    pid: process.pid,
    identity: (await identifyProcess(process.pid)) ?? String(process.pid),
    claim: randomUUID(),
    startedAt: new Date().toISOString(),
  };
  while (!(await createLock(folder, owner))) {
    const holder = await readJson(lockFile(folder), OwnerSchema);
    if (holder && (await isRunning(holder))) throw new StackOwnedError(folder, holder);
    await removeStale(folder, holder, owner.claim);
  }
  return {
    publish: (stack) => replaceFile(stackFile(folder), { ...owner, ...stack }),
    release: () => releaseLock(folder, owner),
  };
}

/** The lock appears complete or not at all: a link to a file that is written already. */
async function createLock(folder: string, owner: Owner): Promise<boolean> {
  const draft = `${lockFile(folder)}.${owner.claim}`;
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    await link(draft, lockFile(folder));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Of several that find the same stale lock one moves it away; who moved a fresh one by mistake puts it back. */
async function removeStale(folder: string, stale: Owner | null, claim: string): Promise<void> {
  const aside = `${lockFile(folder)}.${claim}.stale`;
  try {
    await rename(lockFile(folder), aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readJson(aside, OwnerSchema);
  if (moved && moved.claim !== stale?.claim) await link(aside, lockFile(folder)).catch(() => undefined);
  await rm(aside, { force: true });
}

async function releaseLock(folder: string, owner: Owner): Promise<void> {
  const holder = await readJson(lockFile(folder), OwnerSchema);
  if (holder?.claim !== owner.claim) return;
  await rm(stackFile(folder), { force: true });
  await rm(lockFile(folder), { force: true });
}

async function isRunning(owner: Owner): Promise<boolean> {
  return (await identifyProcess(owner.pid)) === owner.identity;
}

async function replaceFile(file: string, value: unknown): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, file);
}

/** Null when it is not there, or not what it should be. */
async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}
