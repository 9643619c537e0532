import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { identifyProcess } from './process-identity.ts';

const FILE = 'children.json';
const ChildSchema = z.object({ pid: z.int(), identity: z.string() });

/** Answers what `work` returns, and every child process that was spawned meanwhile in this process. */
export async function watchSpawns<T>(
  work: () => Promise<T>,
): Promise<{ result: T; children: ChildProcess[] }> {
  const children: ChildProcess[] = [];
  const keep = (message: unknown) => {
    if (isSpawn(message)) children.push(message.process);
  };
  subscribe('child_process', keep);
  try {
    return { result: await work(), children };
  } finally {
    unsubscribe('child_process', keep);
  }
}

function isSpawn(message: unknown): message is { process: ChildProcess } {
  return typeof message === 'object' && message !== null && 'process' in message;
}

/** Writes down which processes a later owner of the folder has to end, should this one be killed before them. */
export async function recordChildren(dataDir: string, children: ChildProcess[]): Promise<void> {
  const running: z.infer<typeof ChildSchema>[] = [];
  for (const { pid } of children) {
    const identity = pid === undefined ? null : await identifyProcess(pid);
    if (pid !== undefined && identity !== null) running.push({ pid, identity });
  }
  await writeFile(join(dataDir, FILE), JSON.stringify(running), { mode: 0o600 });
}

/** Ends the processes that a killed owner of the folder left running, and only those that it recorded. */
export async function endLeftoverChildren(dataDir: string): Promise<void> {
  for (const { pid, identity } of await readChildren(dataDir)) {
    // Without its start time, the pid may belong to another process by now.
    if (!identity.includes('@') || (await identifyProcess(pid)) !== identity) continue;
    process.kill(pid, 'SIGKILL');
    await waitUntilGone(pid, identity);
  }
  await rm(join(dataDir, FILE), { force: true });
}

async function readChildren(dataDir: string): Promise<z.infer<typeof ChildSchema>[]> {
  try {
    return z.array(ChildSchema).parse(JSON.parse(await readFile(join(dataDir, FILE), 'utf8')));
  } catch {
    return [];
  }
}

const GONE_TIMEOUT_MS = 5_000;

/** A killed process keeps its port until the system has removed it. */
async function waitUntilGone(pid: number, identity: string): Promise<void> {
  const deadline = performance.now() + GONE_TIMEOUT_MS;
  while (performance.now() < deadline && (await identifyProcess(pid)) === identity) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
