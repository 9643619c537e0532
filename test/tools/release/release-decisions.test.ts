import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeTag, finalTag, laneOf } from '../../../scripts/release/decide/release-names.ts';
import type { RunSettings } from '../../../scripts/release/decide/situation.ts';
import { type Outcome, runRelease } from '../../../scripts/release/run-release.ts';
import {
  type Around,
  ReleaseWorld,
  type WorldOptions,
  worldIo,
} from '../../support/cloudflare/release-world.ts';

const COMMIT = '0123456789abcdef';
const SETTINGS: RunSettings = { resume: false, again: false, stageMs: 60_000 };
const LANES = ['a', 'b', 'c', 'd', 'e', 'f'];
const openWorld = (options: Partial<WorldOptions> = {}) =>
  new ReleaseWorld({ commit: COMMIT, pagesDiffer: true, lanes: LANES, ...options });

const CALM: Around = { before: async () => {}, after: async () => {}, gate: () => null };
const release = (
  world: ReleaseWorld,
  around: Partial<Around> = {},
  settings: Partial<RunSettings> = {},
  id = 'run-1',
) => runRelease(worldIo(world, { ...CALM, ...around }), { id, settings: { ...SETTINGS, ...settings } });

const tagOf = (world: ReleaseWorld, id: string) => world.versions.find((version) => version.id === id)?.tag;
const history = (world: ReleaseWorld) =>
  world.deployments
    .toReversed()
    .map(({ shares }) =>
      shares.map(({ versionId, percentage }) => `${tagOf(world, versionId)} ${percentage}`).join(' + '),
    );

/** What must hold after every change of the traffic, whatever went wrong. */
function expectSafe(world: ReleaseWorld): void {
  const deployments = world.deployments.toReversed();
  const whole = new Set(['0-old']);
  for (const { shares } of deployments) {
    expect(shares.reduce((sum, { percentage }) => sum + percentage, 0)).toBe(100);
    const serving = shares.filter(({ percentage }) => percentage > 0);
    for (const { versionId, percentage } of serving) {
      if (whole.has(versionId)) continue;
      expect(world.probed).toContain(versionId);
      const isPagesOnly = tagOf(world, versionId) === finalTag(COMMIT) && world.options.pagesDiffer;
      if (percentage > 10 && !isPagesOnly) expect(world.watched).toContain(`${versionId}@10`);
      if (percentage > 50 && !isPagesOnly) expect(world.watched).toContain(`${versionId}@50`);
      // Requests of both are told apart.
      for (const other of serving)
        if (other.versionId !== versionId) expect(laneOf(other.versionId)).not.toBe(laneOf(versionId));
    }
    const [only, another] = serving;
    if (only !== undefined && another === undefined) whole.add(only.versionId);
  }
}

/** Every file that an open tab asks for is there, whichever version answers. */
function expectFilesOfOpenTabs(world: ReleaseWorld): void {
  for (const { versionId, percentage } of world.serving)
    if (percentage > 0)
      for (const pages of world.openPages) expect(world.contentOf(versionId).files).toContain(pages);
}

describe('a release', () => {
  it('with new pages tries the script with the old pages first, and then only the pages', async () => {
    const world = openWorld();
    expect(await release(world)).toMatchObject({ kind: 'released' });
    const bridge = bridgeTag(COMMIT);
    const wanted = finalTag(COMMIT);
    expect(history(world)).toEqual([
      'old 100',
      `old 100 + ${bridge} 0`,
      `old 90 + ${bridge} 10`,
      `old 50 + ${bridge} 50`,
      `${bridge} 100`,
      `${bridge} 100 + ${wanted} 0`,
      `${wanted} 100`,
    ]);
    expect(tagOf(world, world.triggersOf ?? '')).toBe(wanted);
  });

  it('with the same pages needs one version', async () => {
    const world = openWorld({ pagesDiffer: false });
    expect(await release(world)).toMatchObject({ kind: 'released' });
    expect(history(world)).toHaveLength(5);
    expect(world.versions).toHaveLength(2);
  });

  it('that is released changes nothing the second time', async () => {
    const world = openWorld();
    await release(world);
    const before = history(world);
    world.now += 3_600_000;
    expect(await release(world, {}, {}, 'run-2')).toMatchObject({ kind: 'released' });
    expect(history(world)).toEqual(before);
    expect(world.versions).toHaveLength(3);
  });

  it('uploads again when both versions would count under the same lane', async () => {
    const world = openWorld({ pagesDiffer: false, lanes: ['0', '0', 'a'] });
    expect(await release(world)).toMatchObject({ kind: 'released' });
    expect(world.versions.map(({ id }) => id)).toEqual(['a-3', '0-2', '0-1', '0-old']);
  });

  it.each([
    [0, 2],
    [10, 3],
    [50, 4],
    [100, 5],
  ])('whose gate fails at %i %% gives all of the traffic back', async (percentage, steps) => {
    const world = openWorld({ pagesDiffer: false });
    const outcome = await release(world, { gate: (_, at) => (at === percentage ? 'too slow' : null) });
    expect(outcome).toEqual({ kind: 'rolled back', why: 'too slow' });
    expect(world.serving).toEqual([{ versionId: '0-old', percentage: 100 }]);
    expect(history(world)).toHaveLength(steps + 1);
    expect(world.triggersOf).toBeNull();
  });

  it('that was rolled back is not tried again without being told to', async () => {
    const world = openWorld({ pagesDiffer: false });
    await release(world, { gate: () => 'broken' });
    expect(await release(world, {}, {}, 'run-2')).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('--again'),
    });
    expect(await release(world, {}, { again: true }, 'run-3')).toMatchObject({ kind: 'released' });
    expect(world.versions).toHaveLength(3);
  });

  it('applies migrations first, and refuses those that the deployed version cannot stand', async () => {
    const world = openWorld({ pendingMigrations: [{ name: '0001_a', unsafe: [] }] });
    expect(await release(world)).toMatchObject({ kind: 'released' });
    expect(world.said[0]).toBe('apply 0001_a');
    const other = openWorld({ pendingMigrations: [{ name: '0001_a', unsafe: ['drops a column'] }] });
    expect(await release(other)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('drops a column'),
    });
    expect(other.versions).toHaveLength(1);
  });

  it('leaves the traffic alone when somebody else changes it meanwhile', async () => {
    const world = openWorld();
    const outcome = await release(world, {
      before: async (call) => {
        if (call === 'watch') world.shift([{ versionId: '0-old', percentage: 100 }], 'by hand');
      },
    });
    expect(outcome).toMatchObject({ kind: 'refused', why: expect.stringContaining('changed the traffic') });
    expect(world.serving).toEqual([{ versionId: '0-old', percentage: 100 }]);
  });

  it('of another run is not touched while that run may live, and is continued when it is told or has been still', async () => {
    const half = async () => {
      const world = openWorld();
      let watches = 0;
      const before = async (call: string) => {
        if (call === 'watch') watches += 1;
        if (watches > 1) throw new Error('killed');
      };
      await release(world, { before, after: () => before('') });
      expect(world.serving.map(({ percentage }) => percentage)).toEqual([50, 50]);
      world.now = (world.deployments[0]?.createdAt ?? 0) + 1000;
      return world;
    };
    const early = await half();
    const before = history(early);
    expect(await release(early, {}, {}, 'run-2')).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('--resume'),
    });
    expect(history(early)).toEqual(before);
    expect(await release(early, {}, { resume: true }, 'run-2')).toMatchObject({ kind: 'released' });
    const late = await half();
    late.now += 10 * 60_000;
    expect(await release(late, {}, {}, 'run-2')).toMatchObject({ kind: 'released' });
    const other = await half();
    const options = { id: 'run-2', settings: { ...SETTINGS, resume: true } };
    const io = worldIo(other, CALM);
    const asOther = { ...io, observe: async () => ({ ...(await io.observe()), commit: 'fedcba9876543210' }) };
    expect(await runRelease(asOther, options)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('--rollback'),
    });
  });
});

interface FaultPlan {
  killedAt: number | null;
  isKilledAfter: boolean;
  failing: number[];
  isLost: boolean;
  badGate: number | null;
}

const faults: fc.Arbitrary<FaultPlan> = fc.record({
  /** At which call the run is killed. */
  killedAt: fc.option(fc.nat(40), { nil: null }),
  isKilledAfter: fc.boolean(),
  /** Calls that fail, without their effect or with it. */
  failing: fc.uniqueArray(fc.nat(40), { maxLength: 4 }),
  isLost: fc.boolean(),
  badGate: fc.option(fc.constantFrom(0, 10, 50, 100), { nil: null }),
});

/** A run that is killed or meets faults: its later calls all fail once it is dead. */
async function runWithFaults(world: ReleaseWorld, plan: FaultPlan, id: string): Promise<Outcome> {
  let calls = 0;
  const interrupt = async (isAfter: boolean) => {
    if (
      plan.killedAt !== null &&
      (calls > plan.killedAt || (calls === plan.killedAt && isAfter === plan.isKilledAfter))
    )
      throw new Error('killed');
    if (plan.failing.includes(calls) && isAfter === plan.isLost) throw new Error('no answer');
  };
  return await release(
    world,
    {
      before: async () => {
        calls += 1;
        await interrupt(false);
      },
      after: () => interrupt(true),
      gate: (_, percentage) => (percentage === plan.badGate ? 'bad' : null),
    },
    { resume: true },
    id,
  );
}

describe('whatever fails', () => {
  it('no version gets traffic that its gates did not allow, open tabs keep their files, and the next run ends it', async () => {
    await fc.assert(
      fc.asyncProperty(
        faults,
        fc.boolean(),
        fc.array(fc.constantFrom('0', 'a', 'b'), { minLength: 3, maxLength: 6 }),
        async (plan, pagesDiffer, lanes) => {
          const world = openWorld({ pagesDiffer, lanes: [...lanes, 'c', 'd', 'e'] });
          const shift = world.shift.bind(world);
          world.shift = (shares, message) => {
            shift(shares, message);
            expectFilesOfOpenTabs(world);
          };
          const outcome = await runWithFaults(world, plan, 'run-1');
          expectSafe(world);
          if (outcome.kind === 'rolled back') expect(world.serving).toHaveLength(1);
          const again = await release(world, {}, { resume: true, again: true }, 'run-2');
          expectSafe(world);
          expect(again).toMatchObject({ kind: 'released' });
          expect(world.serving.map(({ versionId }) => tagOf(world, versionId))).toEqual([finalTag(COMMIT)]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of two runs at once at most one goes beyond 0 %, and both leave a safe share', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.boolean(), async (scheduler, pagesDiffer) => {
        const world = openWorld({ pagesDiffer });
        const turn = (id: string) => ({
          before: (call: string) => scheduler.schedule(Promise.resolve(), `${id} before ${call}`),
          after: (call: string) => scheduler.schedule(Promise.resolve(), `${id} after ${call}`),
        });
        const runs = Promise.all([
          release(world, turn('a'), {}, 'run-a'),
          release(world, turn('b'), {}, 'run-b'),
        ]);
        await scheduler.waitFor(runs);
        expectSafe(world);
        const owners = new Set(
          world.deployments
            .filter(
              ({ shares, message }) =>
                message.startsWith('[') && shares.every(({ percentage }) => percentage > 0),
            )
            .map(({ message }) => message.slice(0, message.indexOf(']'))),
        );
        expect(owners.size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});
