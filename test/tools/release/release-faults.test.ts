import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildAssets } from '../../../scripts/build.ts';
import { bridgeTag, finalTag } from '../../../scripts/release/decide/release-names.ts';
import type { ReleaseTools } from '../../../scripts/release/open-release.ts';
import { ApiFault } from '../../support/cloudflare/api-error.ts';
import type { Interference } from '../../support/cloudflare/fake-api.ts';
import {
  COMMIT,
  EARLIER,
  history,
  openRig,
  quickRelease,
  quickTools,
  type ReleaseRig,
  readFolder,
  SECRETS,
} from '../../support/cloudflare/release-rig.ts';
import { seedVersion } from '../../support/cloudflare/seed-version.ts';

let rig: ReleaseRig;
beforeAll(buildAssets, 120_000);
beforeEach(async () => {
  rig = await openRig();
}, 60_000);
afterEach(() => rig.close());

const FINAL = finalTag(COMMIT);
const BRIDGE = bridgeTag(COMMIT);
const WHOLE = [
  `${EARLIER.tag} 100`,
  `${EARLIER.tag} 100 + ${BRIDGE} 0`,
  `${EARLIER.tag} 90 + ${BRIDGE} 10`,
  `${EARLIER.tag} 50 + ${BRIDGE} 50`,
  `${BRIDGE} 100`,
  `${BRIDGE} 100 + ${FINAL} 0`,
  `${FINAL} 100`,
];
const onlyOld = [{ version_id: expect.stringMatching(/^0/), percentage: 100 }];

/** Interferes with the requests of one kind, in turn. */
function interfere(request: string, ...what: Interference[]): void {
  rig.api.interfere = ({ method, path }) =>
    `${method} ${path}`.includes(request) ? (what.shift() ?? null) : null;
}

describe('a release over HTTP', () => {
  it('goes through all shares and keeps the files of before, checked by their hashes', async () => {
    const { outcome, said } = await quickRelease(rig);
    expect(outcome.kind).toBe('released');
    expect(history(rig)).toEqual(WHOLE);
    const [final, bridge] = rig.worker.versions;
    for (const version of [final, bridge])
      expect([...(version?.assets.keys() ?? [])]).toEqual(expect.arrayContaining(Object.keys(EARLIER.files)));
    expect(bridge?.assets.get('/index.html')?.body.toString()).toBe(EARLIER.files['/index.html']);
    expect(final?.assets.get('/index.html')?.body.toString()).not.toBe(EARLIER.files['/index.html']);
    expect(said.join('\n')).toContain('0 failed');
  });

  it('refuses a file of before that is not what was uploaded', async () => {
    const [earlier] = rig.worker.versions;
    const file = earlier?.assets.get('/assets/earlier-1.js');
    if (file !== undefined) file.body = Buffer.from('changed on its way');
    const { outcome } = await quickRelease(rig);
    expect(outcome).toMatchObject({ kind: 'stopped', why: expect.stringContaining('/assets/earlier-1.js') });
    expect(rig.worker.deployments).toHaveLength(1);
  });

  it.each([
    ['5xx', new ApiFault(503, 10_013, 'unavailable')],
    ['429', new ApiFault(429, 10_429, 'too many', { 'retry-after': '0' })],
    ['broken connections', 'cut' as const],
  ])('survives %s of the API', async (_, fault) => {
    let asked = 0;
    rig.api.interfere = ({ method }) => {
      asked += 1;
      return method === 'GET' && asked % 3 === 0 ? fault : null;
    };
    expect((await quickRelease(rig)).outcome.kind).toBe('released');
    expect(history(rig)).toEqual(WHOLE);
  });

  it.each<[string, Interference]>([
    ['was refused', new ApiFault(500, 10_013, 'failed')],
    ['took effect and was not answered', 'answer lost'],
  ])('sets a share once when its request %s', async (_, fault) => {
    interfere('POST /workers/scripts/barline-staging/deployments', fault, null, fault);
    expect((await quickRelease(rig)).outcome.kind).toBe('released');
    expect(history(rig)).toEqual(WHOLE);
  });

  it('stops with the name of the token when it is not valid, and touches nothing', async () => {
    const account = { ...rig.settings.account, token: 'expired' };
    const { outcome } = await quickRelease(rig, { settings: { account } });
    expect(outcome).toMatchObject({ kind: 'stopped', why: expect.stringContaining('CLOUDFLARE_API_TOKEN') });
    expect(history(rig)).toEqual(WHOLE.slice(0, 1));
  });

  it('whose token expires in the middle leaves the share as it is, and is continued with another token', async () => {
    let shifts = 0;
    rig.api.interfere = ({ method, path }) => {
      if (method === 'POST' && path.endsWith('/deployments')) shifts += 1;
      return shifts > 2 ? new ApiFault(401, 10_000, 'Authentication error') : null;
    };
    const { outcome } = await quickRelease(rig);
    expect(outcome).toMatchObject({ kind: 'stopped', why: expect.stringContaining('CLOUDFLARE_API_TOKEN') });
    expect(history(rig)).toEqual(WHOLE.slice(0, 3));
    rig.api.interfere = () => null;
    const next = await quickRelease(rig, { settings: { runId: 'run-2', resume: true } });
    expect(next.outcome.kind).toBe('released');
    expect(history(rig)).toEqual(WHOLE);
  });

  it.each([0, 2, 5])('killed after share %i is continued to the same end', async (killedAfter) => {
    let shifts = 0;
    rig.api.interfere = ({ method, path }) => {
      if (shifts > killedAfter) return 'cut';
      if (method === 'POST' && path.endsWith('/deployments')) shifts += 1;
      return null;
    };
    expect((await quickRelease(rig)).outcome.kind).not.toBe('released');
    rig.api.interfere = () => null;
    const { outcome } = await quickRelease(rig, { settings: { runId: 'run-2', resume: true } });
    expect(outcome.kind).toBe('released');
    expect(history(rig).at(-1)).toBe(WHOLE.at(-1));
    expect(history(rig).every((one) => WHOLE.includes(one))).toBe(true);
  });

  it('takes the traffic back from a version that fails requests, while the API fails too', async () => {
    const tools = {
      deployTriggers: async () => {
        throw new Error('not reached');
      },
    };
    let refusals = 0;
    rig.api.interfere = ({ method, path }) => {
      const [newest] = rig.worker.deployments;
      const isAtTen = newest?.versions.some(({ percentage }) => percentage === 10) ?? false;
      const [version] = rig.worker.versions;
      if (isAtTen && version !== undefined)
        rig.site.behaviours.set(version.id, { failing: 0.9, seconds: 0.02 });
      if (!isAtTen || method !== 'POST' || !path.endsWith('/deployments')) return null;
      refusals += 1;
      return refusals <= 8 ? 'cut' : null;
    };
    const { outcome } = await quickRelease(rig, { tools });
    expect(outcome).toMatchObject({ kind: 'rolled back', why: expect.stringContaining('requests failed') });
    expect(history(rig)).toEqual([...WHOLE.slice(0, 3), WHOLE[0]]);
  });

  it('takes the traffic back from a version that is slow', async () => {
    rig.api.interfere = () => {
      for (const { id } of rig.worker.versions.slice(0, -1))
        rig.site.behaviours.set(id, { failing: 0, seconds: 4 });
      return null;
    };
    const { outcome } = await quickRelease(rig, { settings: { stageMs: 3000, pollMs: 1 } });
    expect(outcome).toMatchObject({ kind: 'rolled back', why: expect.stringContaining('95 %') });
    expect(rig.worker.deployments[0]?.versions).toEqual(onlyOld);
  });

  it('does not start beside a release that another run has begun, also between its two versions', async () => {
    let second = '';
    const { uploadVersion } = quickTools(rig);
    const tools = {
      uploadVersion: async (...options: Parameters<typeof uploadVersion>) => {
        if (options[1].tag === FINAL) {
          const { outcome } = await quickRelease(rig, { settings: { runId: 'run-2' } });
          second = outcome.kind === 'refused' ? outcome.why : outcome.kind;
        }
        return await uploadVersion(...options);
      },
    };
    expect((await quickRelease(rig, { tools })).outcome.kind).toBe('released');
    expect(second).toContain(`run-1 is releasing ${FINAL}`);
    expect(history(rig)).toEqual(WHOLE);
  });

  it('of a Worker without a version gives the first one all of the traffic, with migrations of any kind', async () => {
    const empty = await openRig(null);
    const pending = [{ name: '0001_x', unsafe: ['drops'] }];
    try {
      const tools = {
        deployFirst: async (...[, { assets, tag }]: Parameters<ReleaseTools['deployFirst']>) => {
          seedVersion(empty.worker, { tag, files: await readFolder(assets), lane: '5' }, true);
        },
        readPending: async () => pending,
        migrate: async () => pending.splice(0).map(({ name }) => name),
      };
      expect((await quickRelease(empty, { tools })).outcome.kind).toBe('released');
      expect(history(empty)).toEqual([`${FINAL} 100`]);
    } finally {
      await empty.close();
    }
  });

  it('is refused without a secret that is needed, and with a migration that is not safe', async () => {
    rig.worker.secrets.delete('ADMIN_TOKEN');
    expect((await quickRelease(rig)).outcome).toEqual({
      kind: 'refused',
      why: 'secrets are missing: ADMIN_TOKEN',
    });
    rig.worker.secrets.add('ADMIN_TOKEN');
    const readPending = async () => [
      { name: '0099_x', unsafe: ['migrations/0099_x.sql:1 column a is dropped'] },
    ];
    const { outcome } = await quickRelease(rig, { tools: { readPending } });
    expect(outcome).toMatchObject({ kind: 'refused', why: expect.stringContaining('0099_x.sql:1') });
    expect(rig.worker.versions).toHaveLength(1);
    expect(SECRETS).toContain('ADMIN_TOKEN');
  });
});
