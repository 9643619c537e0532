import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CANDIDATE_FILE, readCandidate } from '../../../../scripts/lab/promotion/candidate.ts';
import {
  decidePromotion,
  fewestArtists,
  levelOf,
} from '../../../../scripts/lab/promotion/decide-promotion.ts';
import { withModelLock } from '../../../../scripts/lab/promotion/model-lock.ts';
import { promote } from '../../../../scripts/lab/promotion/promote.ts';
import { inUse, readRegistry, writeRegistry } from '../../../../scripts/lab/promotion/registry.ts';
import { rollBack } from '../../../../scripts/lab/promotion/rollback.ts';
import { settleFiles } from '../../../../scripts/lab/promotion/settle-files.ts';
import { withRun } from '../../../../scripts/lab/run/lab-run.ts';
import { readModelInUse } from '../../../../scripts/lab/train/model-in-use.ts';
import { isSeen } from '../../../../scripts/lab/train/seen-artists.ts';
import { trainModel } from '../../../../scripts/lab/train/train-run.ts';
import { MODEL_NAMES } from '../../../../scripts/lab/train/trainer.ts';
import { TOY_FILE, TOY_TRAINER, type Toy, toys, toyTask } from './toy-model.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const CARD = 'docs/models/quality.md';
let project: string;
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'barline-promotion-'));
});
afterEach(() => rm(project, { recursive: true, force: true }));

const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 0, minute));
const weights = (): Promise<string> => readFile(join(project, TOY_FILE), 'utf8');
const states = async () =>
  (await readRegistry(project, 'quality')).versions.map(({ version, state }) => ({ version, state }));

/** Trains on `examples` beside the model in use and returns the run's folder. */
async function train(examples: readonly Toy[], seed = 1): Promise<string> {
  const results = join(project, 'results');
  const current = await readModelInUse<Toy>(project, 'quality', (modules) => {
    const [{ SLOPE }] = modules as [{ SLOPE: number }];
    return (example) => TOY_TRAINER.lossOf({ slope: SLOPE }, example);
  });
  const request = { command: 'train-quality', results, configuration: {}, seed, isFresh: true };
  const { run } = await withRun(request, (open) =>
    trainModel(open, toyTask(examples, { inUse: current, seed })),
  );
  return run;
}

const trainAndPromote = async (examples: readonly Toy[], minute: number) =>
  await promote(project, await readCandidate(await train(examples)), at(minute));

/** Texts of which the slope is learned wrong. */
const misleading = (artists: number): Toy[] =>
  toys(artists, { prefix: 'first', noise: 0.05 }).map((toy) => ({ ...toy, target: toy.target * 0.6 }));

describe('the rule of promotion', () => {
  const rows = (gains: readonly number[]) =>
    gains.map((gain, artist) => ({ artist: `a${artist}`, candidate: 1, in_use: 1 + gain }));

  it('wants fewer losses with a probability below the level', () => {
    expect(decidePromotion(rows([0.2, 0.1, 0.3, 0.2, 0.2, 0.1]), 1)).toMatchObject({
      is_better: true,
      p: 2 / 64,
      artists: 6,
    });
    expect(decidePromotion(rows([-0.2, -0.1, -0.3, -0.2, -0.2, -0.1]), 1).is_better).toBe(false);
    expect(decidePromotion(rows([0.2, 0.1, -0.3, 0.2, 0.2, 0.1]), 1).why).toMatch(/may be chance/);
    expect(decidePromotion(rows([0.2, 0.2, 0.2, 0.2, 0.2]), 1).why).toMatch(/too few.*takes 6/);
    expect(decidePromotion([], 1).is_better).toBe(false);
    expect(() => decidePromotion(rows([Number.NaN]), 1)).toThrow('not a finite number');
  });

  it('gives away 5 % on one side over any number of attempts', () => {
    const spent = Array.from({ length: 100_000 }, (_, k) => levelOf(k + 1) / 2).reduce((a, b) => a + b, 0);
    expect(spent).toBeCloseTo(0.05, 5);
    expect(levelOf(1)).toBe(0.05);
    for (const level of [0.05, 0.0167, 0.001]) {
      expect(2 / 2 ** fewestArtists(level)).toBeLessThan(level);
      expect(2 / 2 ** (fewestArtists(level) - 1)).toBeGreaterThanOrEqual(level);
    }
  });
});

describe('promotion and rollback', () => {
  it('bring a better model into use with its card, keep both, and bring the bytes of the first back', async () => {
    const first = await trainAndPromote(misleading(24), 1);
    expect(first).toMatchObject({ outcome: 'promoted', comparison: { with: null, attempt: 1 } });
    const before = { weights: await weights(), card: await readFile(join(project, CARD), 'utf8') };
    const second = await trainAndPromote(toys(30, { noise: 0.1 }), 2);
    expect(second).toMatchObject({ outcome: 'promoted', comparison: { with: first.version, attempt: 1 } });
    expect(await states()).toEqual([
      { version: first.version, state: 'retired' },
      { version: second.version, state: 'in_use' },
    ]);
    expect(await weights()).not.toBe(before.weights);
    expect(await readFile(join(project, CARD), 'utf8')).toContain(
      'on 32 texts of 8 artists that neither has',
    );

    expect(await rollBack(project, { name: 'quality', now: at(3) })).toEqual({
      name: 'quality',
      withdrawn: second.version,
      in_use: first.version,
    });
    expect(await weights()).toBe(before.weights);
    expect(await readFile(join(project, CARD), 'utf8')).toBe(before.card);
    await expect(rollBack(project, { name: 'quality', now: at(4) })).rejects.toThrow('nothing to go back to');
    await rollBack(project, { name: 'quality', to: second.version, now: at(5) });
    expect((await states()).filter(({ state }) => state === 'in_use')).toEqual([
      { version: second.version, state: 'in_use' },
    ]);
    await expect(
      rollBack(project, { name: 'quality', to: 'quality-000000000000', now: at(6) }),
    ).rejects.toThrow(`Retired versions of "quality": ${first.version}`);
  });

  it('reject a model that is not better, count the attempt, and leave the weights alone', async () => {
    const first = await trainAndPromote(toys(24, { noise: 0.1 }), 1);
    const before = await weights();
    const others = (prefix: string) => toys(30, { prefix, noise: 0.1, seed: prefix.length });
    const rejected = await trainAndPromote(others('new'), 2);
    expect(rejected).toMatchObject({
      outcome: 'rejected',
      in_use: first.version,
      comparison: { attempt: 1 },
    });
    expect(await weights()).toBe(before);
    const again = await trainAndPromote(others('newer'), 3);
    expect(again.comparison).toMatchObject({ attempt: 2, level: levelOf(2) });
    expect((await states()).map(({ state }) => state)).toEqual(['in_use', 'rejected', 'rejected']);
  });

  it('refuse what cannot be decided, with the reason', async () => {
    const run = await train(misleading(24));
    const stale = await readCandidate(run);
    const { version } = await promote(project, stale, at(1));
    expect((await promote(project, stale, at(2))).outcome).toBe('already_in_use');
    const known = (await readRegistry(project, 'quality')).versions[0]?.seen ?? { names: [], beginnings: [] };
    const seen = toys(24, { prefix: 'first' }).filter(({ artist }) => isSeen(artist, known));
    const other = await readCandidate(await train(seen));
    await expect(promote(project, other, at(3))).rejects.toThrow(
      'learned from all but 0 of these 18 artists',
    );
    const late = await readCandidate(await train(toys(30, { noise: 0.1 })));
    await promote(project, late, at(4));
    const compared = { ...late, version: 'quality-123456123456' };
    await expect(promote(project, compared, at(5))).rejects.toThrow(`compared with ${version}`);
    await expect(promote(project, { ...stale, version }, at(6))).rejects.toThrow('was decided about before');
  });

  it('refuse a run that was edited, has not finished, or is none', async () => {
    const run = await train(misleading(24));
    const file = join(run, CANDIDATE_FILE);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/"in_use": [\d.]+/, '"in_use": 99'));
    await expect(readCandidate(run)).rejects.toThrow('was edited by hand');
    await writeFile(file, '{');
    await expect(readCandidate(run)).rejects.toThrow('is no trained model');
    await writeFile(file, text);
    const facts = join(run, 'run.json');
    await writeFile(
      facts,
      (await readFile(facts, 'utf8')).replace(/"finished_at": "[^"]+"/, '"finished_at": null'),
    );
    await expect(readCandidate(run)).rejects.toThrow('has not finished');
    await rm(facts);
    await expect(readCandidate(run)).rejects.toThrow('no folder of a training run');
    await expect(readCandidate(join(project, 'none'))).rejects.toThrow('ENOENT');
  });

  it('refuse weights that were edited by hand, and a damaged registry', async () => {
    await trainAndPromote(misleading(24), 1);
    const registry = await readRegistry(project, 'quality');
    const kept = join(project, 'scripts/lab/models/kept', `${inUse(registry)?.version}.json`);
    await writeFile(join(project, TOY_FILE), 'export const SLOPE = 9;\n');
    // The kept text is right: it is written again.
    await settleFiles(project, registry);
    expect(await weights()).not.toContain('SLOPE = 9');
    await writeFile(kept, JSON.stringify({ [TOY_FILE]: 'export const SLOPE = 9;\n' }));
    await expect(settleFiles(project, registry)).rejects.toThrow('were edited by hand');
    await writeFile(join(project, 'scripts/lab/models/quality.json'), '{"name":"quality"}');
    await expect(readRegistry(project, 'quality')).rejects.toThrow('is damaged');
  });

  it('let one process at a time change a model', async () => {
    const candidate = await readCandidate(await train(misleading(24)));
    await withModelLock(project, 'quality', async () => {
      await expect(promote(project, candidate, at(1))).rejects.toThrow('Another process changes the model');
    });
    expect((await promote(project, candidate, at(2))).outcome).toBe('promoted');
  });

  it('ended between the registry and the weights, are completed by the next command', async () => {
    const first = await trainAndPromote(misleading(24), 1);
    const old = await weights();
    await trainAndPromote(toys(30, { noise: 0.1 }), 2);
    const current = await weights();
    const path = join(project, TOY_FILE);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, old);
    await readModelInUse(project, 'quality', () => () => 0);
    expect(await weights()).toBe(current);
    expect((await rollBack(project, { name: 'quality', now: at(3) })).in_use).toBe(first.version);
  });
});

describe('the registries of this project', () => {
  it.each(MODEL_NAMES)('%s: the committed weights are those of the version in use', async (name) => {
    const registry = await readRegistry(ROOT, name);
    expect(inUse(registry)).not.toBeNull();
    await settleFiles(ROOT, registry);
  });

  it('are refused with two versions in use', async () => {
    const registry = await readRegistry(ROOT, 'quality');
    const [one] = registry.versions;
    const twice = {
      ...registry,
      versions: one === undefined ? [] : [one, { ...one, version: 'quality-123456123456' }],
    };
    expect(() => writeRegistry(project, twice)).toThrow('two are in use');
  });
});
