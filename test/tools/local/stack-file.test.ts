import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDataFolder } from '../../../scripts/local/data-folder.ts';
import { identifyProcess } from '../../../scripts/local/process-identity.ts';
import { claimStack, readRunningStack, StackOwnedError } from '../../../scripts/local/stack-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-claim-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stack = { vars: { DATABASE_URL: 'x' }, migrationUrl: 'y', addresses: { redis: 'http://127.0.0.1:1' } };

/** Another process that owns the folder until it is killed. */
async function ownElsewhere() {
  const module = new URL('../../../scripts/local/stack-file.ts', import.meta.url).href;
  const code = `const { claimStack } = await import('${module}');
    const claim = await claimStack('${folder}');
    await claim.publish(${JSON.stringify(stack)});
    console.log('owned');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = once(child, 'exit').then(() => {
    throw new Error('It could not own the folder.');
  });
  await Promise.race([once(child.stdout, 'data'), gone]);
  return {
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL');
      await gone.catch(() => undefined);
    },
  };
}

describe('claiming a folder', () => {
  it('publishes the addresses of the stack until it is released', async () => {
    const claim = await claimStack(folder);
    expect(await readRunningStack(folder)).toBeNull();
    await claim.publish(stack);
    expect(await readRunningStack(folder)).toMatchObject({ pid: process.pid, ...stack });
    await claim.release();
    expect(await readRunningStack(folder)).toBeNull();
    expect((await readdir(folder)).sort()).toEqual(['barline-data.json', 'stack.lock']);
  });

  it('fails while another process holds it, and names that process', async () => {
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
    'does not mistake a later process with the same pid for the owner',
    async () => {
      const past = { pid: process.pid, identity: `${process.pid}@another/1`, startedAt: 'then' };
      await writeFile(join(folder, 'stack.json'), JSON.stringify({ ...past, ...stack }));
      expect(await readRunningStack(folder)).toBeNull();
    },
  );

  it.each(['', '{"pid":', '{"pid":"x"}'])('succeeds with a stack.json that contains %j', async (text) => {
    await openDataFolder(folder);
    await writeFile(join(folder, 'stack.json'), text);
    expect(await readRunningStack(folder)).toBeNull();
    const claim = await claimStack(folder);
    await claim.publish(stack);
    expect(await readRunningStack(folder)).toMatchObject(stack);
    await claim.release();
  });

  it('succeeds for one of many concurrent attempts, every time', async () => {
    for (let round = 0; round < 20; round += 1) {
      const claims = Array.from({ length: 12 }, async (_, i) => {
        for (let turns = 0; turns < i * round; turns += 1) await new Promise(setImmediate);
        return await claimStack(folder);
      });
      const results = await Promise.allSettled(claims);
      const winners = results.filter((result) => result.status === 'fulfilled');
      const losers = results.filter((result) => result.status === 'rejected');
      expect(winners).toHaveLength(1);
      expect(losers.every(({ reason }) => reason instanceof StackOwnedError)).toBe(true);
      await winners[0]?.value.release();
    }
  });

  it('succeeds for one of several processes after the owner was killed', async () => {
    const owner = await ownElsewhere();
    await owner.kill();
    const attempts = await Promise.allSettled([
      ownElsewhere(),
      ownElsewhere(),
      ownElsewhere(),
      ownElsewhere(),
    ]);
    const owners = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(owners).toHaveLength(1);
    await owners[0]?.value.kill();
  }, 30_000);

  it('does not release a folder that another process has claimed since', async () => {
    const claim = await claimStack(folder);
    await claim.release();
    const later = await claimStack(folder);
    await later.publish(stack);
    await claim.release();
    expect(await readRunningStack(folder)).toMatchObject(stack);
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

  it.skipIf(process.platform === 'win32')('uses more than the pid, which can be reused', async () => {
    expect(await identifyProcess(process.pid)).toMatch(new RegExp(`^${process.pid}@.`));
  });
});
