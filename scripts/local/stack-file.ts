import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { endLeftoverChildren } from './child-processes.ts';
import { openDataFolder } from './data-folder.ts';
import { takeLock } from './file-lock.ts';
import { identifyProcess } from './process-identity.ts';

const OwnerSchema = z.object({
  pid: z.int(),
  /** Of the owning process, as identifyProcess tells it. */
  identity: z.string(),
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
  /** Publishes the addresses of the stack for other commands. May be repeated. */
  publish(stack: PublishedStack): Promise<void>;
  release(): Promise<void>;
}

/** The folder belongs to a stack that is running. */
export class StackOwnedError extends Error {
  override readonly name = 'StackOwnedError';
  /** Null when the owner has not said yet. */
  readonly pid: number | null;

  constructor(folder: string, owner: { pid: number; startedAt: string } | null) {
    const who = owner ? `process ${owner.pid}, running since ${owner.startedAt}` : 'another process';
    super(`${folder} is in use by ${who}. Stop it there (Ctrl-C), or choose another folder.`);
    this.pid = owner?.pid ?? null;
  }
}

/** The stack that runs on this folder now, or null. */
export async function readRunningStack(dataDir: string): Promise<RunningStack | null> {
  const stack = await readJson(stackFile(dataDir), RunningStackSchema);
  return stack && (await isRunning(stack)) ? stack : null;
}

/**
 * Makes this process the owner of the folder: two PGlite on one folder destroy it without a word. While another
 * process is the owner, this throws StackOwnedError; for a folder that is not Barline's, DataFolderError. What a killed
 * owner left running is ended.
 */
export async function claimStack(dataDir: string): Promise<StackClaim> {
  await openDataFolder(dataDir);
  const lock = takeLock(join(dataDir, 'stack.lock'));
  if (!lock) throw new StackOwnedError(resolve(dataDir), await readOwner(dataDir));
  const owner: Owner = {
    pid: process.pid,
    identity: (await identifyProcess(process.pid)) ?? String(process.pid),
    startedAt: new Date().toISOString(),
  };
  await endLeftoverChildren(dataDir);
  await replaceFile(stackFile(dataDir), owner);
  return {
    publish: (stack) => replaceFile(stackFile(dataDir), { ...owner, ...stack }),
    async release() {
      if (!lock.isOpen) return;
      await rm(stackFile(dataDir), { force: true });
      lock.close();
    },
  };
}

function stackFile(dataDir: string): string {
  return join(dataDir, 'stack.json');
}

async function readOwner(dataDir: string): Promise<Owner | null> {
  const owner = await readJson(stackFile(dataDir), OwnerSchema);
  return owner && (await isRunning(owner)) ? owner : null;
}

async function isRunning(owner: Owner): Promise<boolean> {
  return (await identifyProcess(owner.pid)) === owner.identity;
}

async function replaceFile(file: string, value: unknown): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, file);
}

/** Null when it is missing or invalid. */
async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}
