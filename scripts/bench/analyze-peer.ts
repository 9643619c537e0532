import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Redis } from 'ioredis';
import { LOOPBACK } from '../local/http-server.ts';

export interface Peer {
  url: string;
  /** Caches an analysis of a text for the peer. */
  cache(lyrics: string, analysis: string): Promise<void>;
  stop(): Promise<void>;
}

/** A distribution's packages belong to its own interpreter, which need not be the first on the PATH. */
const PYTHONS = ['python3', '/usr/bin/python3'];
const WORKERS = 2;
const START_MS = 20_000;

export const PEER_MISSING =
  'FastAPI was not measured beside it: no python3 has fastapi, uvicorn and redis ' +
  '(Debian: apt-get install python3-fastapi python3-uvicorn python3-redis).';

/** A Python that has what the peer imports; null: there is none. */
async function findPython(candidates: readonly string[]): Promise<string | null> {
  for (const file of candidates) {
    const imports = ['-c', 'import fastapi, uvicorn, redis.asyncio'];
    const found = await promisify(execFile)(file, imports).then(
      () => true,
      () => false,
    );
    if (found) return file;
  }
  return null;
}

/** FastAPI with two workers on the same Redis; null where Python or its packages are missing. */
export async function startPeer(
  redis: Redis,
  socketPath: string,
  candidates: readonly string[] = PYTHONS,
): Promise<Peer | null> {
  const python = await findPython(candidates);
  if (python === null) return null;
  const port = await freePort();
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const options = ['--port', String(port), '--workers', String(WORKERS), '--log-level', 'error'];
  const child = spawn(
    python,
    ['-m', 'uvicorn', 'analyze-peer:app', '--app-dir', folder, '--no-access-log', ...options],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, PEER_SOCKET: socketPath } },
  );
  const url = `http://${LOOPBACK}:${port}`;
  const stop = () => end(child);
  try {
    await waitForAnswer(url, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    cache: async (lyrics, analysis) => {
      const hash = createHash('sha256').update(lyrics).digest('hex');
      await redis.set(`peer:${hash}`, analysis);
    },
    stop,
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, LOOPBACK);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

async function waitForAnswer(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    const answers = await fetch(`${url}/openapi.json`).then(
      (response) => response.ok,
      () => false,
    );
    if (answers) return;
    await sleep(50);
  }
  throw new Error('FastAPI did not start');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
