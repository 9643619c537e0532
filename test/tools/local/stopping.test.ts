import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAssets, buildWorker } from '../../../scripts/build.ts';
import { claimStack } from '../../../scripts/local/stack-file.ts';

/** Handles signals like `npm run demo`, without loading songs. */
const MAIN_FLOW_STOPS = `
  const stopAsked = interrupted();
  const barline = await start();
  await stopAsked;
  await barline.stop();
  console.log('stopped');
  process.exit();`;
/** A command that starts the stack for itself and handles no signal. */
const NOBODY_WAITS = 'await start(); setInterval(() => {}, 1_000);';

let folder: string;
/** Outside the data folder, which may contain only data. */
let code: string;
let port: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-stopping-test-'));
  code = await mkdtemp(join(tmpdir(), 'barline-stopping-code-'));
  port = await freePort();
  await buildAssets();
  await buildWorker();
}, 120_000);
afterAll(async () => {
  for (const path of [folder, code]) await rm(path, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

type Child = ChildProcessByStdio<null, Readable, null>;

/** A process that runs Barline on the folder and has printed that it is up. */
async function startElsewhere(flow: string): Promise<Child> {
  const module = (name: string) => new URL(`../../../scripts/local/${name}`, import.meta.url).href;
  const options = { dataDir: folder, port, redis: 'mock', embeddings: false, demoSites: false, env: {} };
  const source = `
    const { startBarline } = await import('${module('start-barline.ts')}');
    const { interrupted } = await import('${module('stop-signals.ts')}');
    const start = async () => {
      const barline = await startBarline(${JSON.stringify(options)});
      console.log('up');
      return barline;
    };
    ${flow}`;
  const file = join(code, 'main.mjs');
  await writeFile(file, source);
  const child: Child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit').then(() => 'gone');
  const first = await Promise.race([once(child.stdout, 'data'), gone]);
  if (first === 'gone') throw new Error('It ended before it was up.');
  return child;
}

async function end(child: Child, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code] = await ended;
  return code;
}

const live = async () => (await fetch(`http://127.0.0.1:${port}/health/live`)).status;

describe('stopping the stack', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'on %s returns to the main flow and leaves no address or token behind',
    async (signal) => {
      const child = await startElsewhere(MAIN_FLOW_STOPS);
      expect(await live()).toBe(200);
      expect((await stat(join(folder, 'stack.json'))).mode & 0o777).toBe(0o600);
      const said = once(child.stdout, 'data');
      expect(await end(child, signal)).toBe(0);
      expect(String(await said)).toContain('stopped');
      expect(await readdir(folder)).not.toContain('stack.json');
    },
    120_000,
  );

  it('stops the stack of a command without a signal handler, with the exit code of the signal', async () => {
    const child = await startElsewhere(NOBODY_WAITS);
    expect(await end(child, 'SIGTERM')).toBe(143);
    expect(await readdir(folder)).not.toContain('stack.json');
  }, 120_000);

  it.runIf(process.platform === 'linux')(
    'after a kill is completed by the next start on the same folder and port',
    async () => {
      await end(await startElsewhere(NOBODY_WAITS), 'SIGKILL');
      expect(await live()).toBe(200);
      const [orphan] = JSON.parse(await readFile(join(folder, 'children.json'), 'utf8'));
      const next = await startElsewhere(MAIN_FLOW_STOPS);
      expect(await live()).toBe(200);
      expect(() => process.kill(orphan.pid, 0)).toThrow();
      expect(await end(next, 'SIGINT')).toBe(0);
    },
    120_000,
  );

  it.runIf(process.platform === 'linux')(
    'does not end a process that reuses the pid of a former child',
    async () => {
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      await once(child, 'spawn');
      await writeFile(
        join(folder, 'children.json'),
        JSON.stringify([{ pid: child.pid, identity: `${child.pid}@then` }]),
      );
      await (await claimStack(folder)).release();
      expect(child.kill(0)).toBe(true);
      child.kill('SIGKILL');
    },
  );
});
