import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { removeEmptyFolder } from '../data-folder.ts';

export interface RedisProcess {
  socketPath: string;
  pid: number;
  stop(): Promise<void>;
}

/** The system's limit for the path of a socket, with room to spare. */
const MAX_SOCKET_PATH_BYTES = 100;
const START_TIMEOUT_MS = 5_000;
const STOP_TIMEOUT_MS = 2_000;

/** The `redis-server` on the PATH, or null. */
export async function findRedisServer(path = process.env.PATH ?? ''): Promise<string | null> {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const file = join(folder, 'redis-server');
    if (await isExecutable(file)) return file;
  }
  return null;
}

function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * Starts a Redis of our own on a socket file: no port to collide with, nothing written to disk. One that an earlier
 * process left behind on the same socket is told to stop first.
 */
export async function spawnRedis(file: string, dataDir?: string): Promise<RedisProcess> {
  const folder = await chooseFolder(dataDir);
  const socketPath = join(folder, 'redis.sock');
  if (dataDir) await stopLeftover(socketPath);
  const options = ['--port', '0', '--unixsocket', socketPath, '--unixsocketperm', '700', '--dir', folder];
  const child = spawn(file, [...options, '--save', '', '--appendonly', 'no', '--daemonize', 'no'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C in a terminal goes to every process of its group: this one stops when the stack says so.
    detached: true,
  });
  const readOutput = collectOutput(child);
  const exited = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  const stop = async () => {
    await endProcess(child, exited);
    await rm(socketPath, { force: true });
    await removeEmptyFolder(folder);
  };
  const started = await Promise.race([waitUntilReady(socketPath), exited.then(() => false)]);
  if (!started || child.pid === undefined) {
    await stop();
    throw new Error(`redis-server did not start: ${readOutput()}`);
  }
  killAtExit(child);
  void exited.then(() => running.delete(child));
  return { socketPath, pid: child.pid, stop };
}

const running = new Set<ChildProcess>();

function killRunning(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** One listener for all, because a run of tests starts dozens. */
function killAtExit(child: ChildProcess): void {
  if (running.size === 0) process.off('exit', killRunning).once('exit', killRunning);
  running.add(child);
}

/** The end of its output, which says why it did not start. */
function collectOutput(child: ChildProcessByStdio<null, Readable, Readable>): () => string {
  let output = '';
  const keep = (chunk: Buffer | Error) => {
    output = `${output}${chunk}`.slice(-2_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.on('error', keep);
  return () => output.trim();
}

async function endProcess(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const patience = sleep(STOP_TIMEOUT_MS, 'late', { ref: false });
  if ((await Promise.race([exited, patience])) === 'late') child.kill('SIGKILL');
  await exited;
}

async function chooseFolder(dataDir?: string): Promise<string> {
  const folder = dataDir ? resolve(dataDir, 'redis') : null;
  if (folder === null || Buffer.byteLength(join(folder, 'redis.sock')) > MAX_SOCKET_PATH_BYTES) {
    return await mkdtemp(join(tmpdir(), 'barline-redis-'));
  }
  await mkdir(folder, { recursive: true });
  return folder;
}

async function waitUntilReady(socketPath: string): Promise<boolean> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < deadline) {
    if (await withRedis(socketPath, (client) => client.ping())) return true;
    await sleep(10);
  }
  return false;
}

async function stopLeftover(socketPath: string): Promise<void> {
  await withRedis(socketPath, (client) => client.shutdown('NOSAVE').catch(() => undefined));
  await rm(socketPath, { force: true });
}

/** False when nothing answers there. */
async function withRedis(socketPath: string, work: (client: Redis) => Promise<unknown>): Promise<boolean> {
  const client = new Redis(socketPath, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
    return true;
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
