import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { explain } from '../../../../scripts/explain.ts';
import { withoutSecrets } from '../../../../scripts/lab/run/configuration.ts';
import { withRun } from '../../../../scripts/lab/run/lab-run.ts';
import { trainingResultsName, writeQwenResult } from '../../../../scripts/lab/run/qwen-results.ts';
import { replaceFile } from '../../../../scripts/lab/run/replace-file.ts';

const MODULE = new URL('../../../../scripts/lab/run/lab-run.ts', import.meta.url).href;
let results: string;
const request = () => ({ command: 'all', results, configuration: { size: 10 }, seed: 1 });
const Count = z.object({ count: z.number() });

beforeEach(async () => {
  results = await mkdtemp(join(tmpdir(), 'barline-run-'));
});
afterEach(() => rm(results, { recursive: true, force: true }));

const readFacts = async (folder: string) => JSON.parse(await readFile(join(folder, 'run.json'), 'utf8'));

describe('withRun', () => {
  it('notes configuration, code, node, seed, data and times', async () => {
    const folder = await withRun(request(), async (run) => {
      await run.noteData('abc');
      await run.writeJson('answer.json', { count: 1 });
      return run.folder;
    });
    const facts = await readFacts(folder);
    expect(facts).toMatchObject({
      command: 'all',
      configuration: { size: 10 },
      seed: 1,
      data_hash: 'abc',
      node_version: process.version,
      failure: null,
    });
    expect(facts.code_version).toMatch(/^[0-9a-f]{40}|^\d+\.\d+\.\d+$/);
    expect(Date.parse(facts.finished_at)).toBeGreaterThanOrEqual(Date.parse(facts.started_at));
    expect(Object.keys(facts.files)).toEqual(['answer.json']);
  });

  it('goes on after a failure without repeating a finished step, and begins anew after the end', async () => {
    let made = 0;
    const attempt = (fails: boolean) =>
      withRun(request(), async (run) => {
        const kept = await run.keep('first', Count, async () => ({ count: ++made }));
        if (fails) throw new Error('the model is gone');
        return { ...kept, folder: run.folder };
      });
    await expect(attempt(true)).rejects.toThrow('the model is gone');
    const [failed = ''] = await readdir(join(results, 'all'));
    expect(await readFacts(join(results, 'all', failed))).toMatchObject({
      failure: 'Error: the model is gone',
      finished_at: null,
    });
    expect(await attempt(false)).toEqual({ count: 1, folder: join(results, 'all', failed) });
    expect((await attempt(false)).count).toBe(2);
    expect(await readdir(join(results, 'all'))).toHaveLength(2);
  });

  it('begins anew with another configuration, other data, or when asked to', async () => {
    const fail = (change: object) =>
      withRun({ ...request(), ...change }, () => Promise.reject(new Error('ended'))).catch(() => undefined);
    await fail({});
    await fail({ configuration: { size: 11 } });
    await fail({ dataHash: 'abc' });
    await fail({ seed: 2 });
    await fail({ isFresh: true });
    expect(await readdir(join(results, 'all'))).toHaveLength(5);
  });

  it('goes on after kill -9, and not in the folder of a process that still works', async () => {
    const code = `const { withRun } = await import(${JSON.stringify(MODULE)});
      const schema = { parse: (value) => value };
      await withRun(${JSON.stringify(request())}, async (run) => {
        await run.keep('first', schema, async () => ({ count: 41 }));
        console.log(run.folder);
        setInterval(() => {}, 1000);
        await new Promise(() => {});
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(child.stdout, 'data');
    const killed = String(line).trim();
    const besides = await withRun(request(), async ({ folder }) => folder);
    expect(besides).not.toBe(killed);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const step = () => Promise.reject(new Error('made again'));
    const gone = await withRun(request(), async (run) => ({
      folder: run.folder,
      ...(await run.keep('first', Count, step)),
    }));
    expect(gone).toEqual({ folder: killed, count: 41 });
  });

  it('refuses the result of a step that was edited by hand', async () => {
    const attempt = () =>
      withRun(request(), async (run) => {
        await run.keep('first', Count, async () => ({ count: 1 }));
        throw new Error(run.folder);
      });
    const folder: string = await attempt().catch((error: Error) => error.message);
    await writeFile(join(folder, 'first.json'), '{"count": 99}');
    await expect(attempt()).rejects.toThrow(/first\.json was changed since this run wrote it/);
  });
});

describe('replaceFile', () => {
  it.skipIf(process.platform !== 'linux')('on a full disk keeps the old content and says so', async () => {
    const path = join(results, 'metrics.json');
    await replaceFile(path, 'old');
    await symlink('/dev/full', `${path}.${process.pid}.part`);
    const failure: unknown = await replaceFile(path, 'new').catch((error: unknown) => error);
    expect(explain(failure)).toBe(`${path} cannot be written: the disk is full.`);
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(results)).toEqual(['metrics.json']);
  });
});

it('keeps no secret of the options', () => {
  const options = {
    token: 'bl_local_1',
    apiKey: 'sk-1',
    max_tokens: 5,
    url: 'https://ann:pass@host/v1?key=1',
    absent: undefined,
    nested: [{ url: 'http://host/v1', secret: 's' }],
  };
  expect(withoutSecrets(options)).toEqual({
    max_tokens: 5,
    url: 'https://host/v1',
    nested: [{ url: 'http://host/v1' }],
  });
});

it('writes the results about the chat model under their published names', async () => {
  const name = trainingResultsName('2026-11-27T00:03:12.345Z');
  expect(await writeQwenResult(results, name, { mae: 1 })).toBe(
    join(results, 'qwen_training', 'training_results_20261127T000312Z.json'),
  );
});
