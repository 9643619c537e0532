import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identifyProcess } from '../../../scripts/local/process-identity.ts';
import { claimStack, readRunningStack, StackOwnedError } from '../../../scripts/local/stack-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-claim-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stack = { vars: { DATABASE_URL: 'x' }, migrationUrl: 'y', addresses: { redis: 'http://127.0.0.1:1' } };
const lock = () => join(folder, 'stack.lock');

/** Another process that owns the folder until it is killed. */
async function ownElsewhere() {
  const module = new URL('../../../scripts/local/stack-file.ts', import.meta.url).href;
  const code = `const { claimStack } = await import('${module}');
    const claim = await claimStack('${folder}');
    await claim.publish(${JSON.stringify(stack)});
    console.log('owned');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

describe('claiming a folder', () => {
  it('publishes where the stack is until it is released', async () => {
    const claim = await claimStack(folder);
    expect(await readRunningStack(folder)).toBeNull();
    await claim.publish(stack);
    expect(await readRunningStack(folder)).toMatchObject({ pid: process.pid, ...stack });
    await claim.release();
    expect(await readRunningStack(folder)).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  it('fails while another process has it, and names that process', async () => {
    const other = await ownElsewhere();
    const error = await claimStack(folder).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StackOwnedError);
    expect((error as Error).message).toContain(`process ${other.pid}`);
    expect(await readRunningStack(folder)).toMatchObject({ pid: other.pid, ...stack });
    await other.kill();
  });

  it('takes over from a process that was killed', async () => {
    const other = await ownElsewhere();
    await other.kill();
    expect(await readRunningStack(folder)).toBeNull();
    const claim = await claimStack(folder);
    await claim.publish(stack);
    expect((await readRunningStack(folder))?.pid).toBe(process.pid);
    await claim.release();
  });

  it.skipIf(process.platform === 'win32')(
    'does not take a later process with the same pid for the owner',
    async () => {
      const past = {
        pid: process.pid,
        identity: `${process.pid}@another/1`,
        claim: 'old',
        startedAt: 'then',
      };
      await writeFile(lock(), JSON.stringify(past));
      await writeFile(join(folder, 'stack.json'), JSON.stringify({ ...past, ...stack }));
      expect(await readRunningStack(folder)).toBeNull();
      const claim = await claimStack(folder);
      await expect(claimStack(folder)).rejects.toThrow(StackOwnedError);
      await claim.release();
    },
  );

  it.each(['', '{"pid":', '{"pid":"x"}'])('takes over a lock that holds %j', async (text) => {
    await writeFile(lock(), text);
    const claim = await claimStack(folder);
    expect(JSON.parse(await readFile(lock(), 'utf8')).pid).toBe(process.pid);
    await claim.release();
  });

  it('goes to one of many that want it at once, stale lock or not', async () => {
    for (const stale of [null, { pid: 2 ** 22 + 1, identity: 'gone', claim: 'old', startedAt: 'then' }]) {
      if (stale) await writeFile(lock(), JSON.stringify(stale));
      const results = await Promise.allSettled(Array.from({ length: 12 }, () => claimStack(folder)));
      const [winner, ...others] = results.filter((result) => result.status === 'fulfilled');
      expect(others).toEqual([]);
      const losers = results.filter((result) => result.status === 'rejected');
      expect(losers.every(({ reason }) => reason instanceof StackOwnedError)).toBe(true);
      await winner?.value.release();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('releases nothing that belongs to another by now', async () => {
    const claim = await claimStack(folder);
    await rm(lock());
    const later = await claimStack(folder);
    await claim.release();
    await expect(claimStack(folder)).rejects.toThrow(StackOwnedError);
    await later.release();
  });
});

describe('identifying a process', () => {
  it('is stable, differs between processes, and is null for none', async () => {
    expect(await identifyProcess(process.pid)).toBe(await identifyProcess(process.pid));
    expect(await identifyProcess(process.ppid)).not.toBe(await identifyProcess(process.pid));
    expect(await identifyProcess(2 ** 22 + 1)).toBeNull();
  });
});
