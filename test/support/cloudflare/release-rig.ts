import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { openRelease, type ReleaseTools, TOOLS } from '../../../scripts/release/open-release.ts';
import { type Outcome, runRelease } from '../../../scripts/release/run-release.ts';
import type { ReleaseSettings } from '../../../scripts/release/settings.ts';
import { type Account, createAccount, createWorker, type StoredWorker } from './account.ts';
import { API_TOKEN, type FakeApi, startFakeApi } from './fake-api.ts';
import { type FakeSite, startFakeSite } from './fake-site.ts';
import { type Seed, seedVersion } from './seed-version.ts';

export const WORKER = 'barline-staging';
export const COMMIT = '0123456789abcdef0123456789abcdef01234567';
export const SECRETS = [
  'DATABASE_URL',
  'UPSTASH_REDIS_REST_URL',
  'UPSTASH_REDIS_REST_TOKEN',
  'EMBEDDINGS_BASE_URL',
  'EMBEDDINGS_API_KEY',
  'ADMIN_TOKEN',
];
const PARTS = ['ingest', 'analysis', 'dead-letters'];

/** What an earlier release left: a page of its own with a file, and a view that is loaded later. */
export const EARLIER: Seed = {
  tag: 'earlier00000',
  isListed: true,
  files: {
    '/index.html': '<!doctype html><script type="module" src="/assets/earlier-1.js"></script>',
    '/docs/index.html': '<!doctype html><script type="module" src="/assets/earlier-1.js"></script>',
    '/assets/earlier-1.js': 'globalThis.view = () => import("/assets/earlier-view-1.js");',
    '/assets/earlier-view-1.js': 'export const text = "the view of before";',
  },
};

export interface ReleaseRig {
  account: Account;
  worker: StoredWorker;
  api: FakeApi;
  site: FakeSite;
  /** For a release in this process. */
  settings: ReleaseSettings & { databaseUrl: string; adminToken: string };
  close(): Promise<void>;
}

/** Cloudflare's API and edge for one Worker, with an earlier release that has all of the traffic. */
export async function openRig(earlier: Seed | null = EARLIER): Promise<ReleaseRig> {
  const account = createAccount({
    queues: PARTS.map((part) => `${WORKER}-${part}`),
    buckets: [`${WORKER}-backups`],
  });
  const worker = createWorker(account, WORKER, SECRETS);
  if (earlier !== null) seedVersion(worker, earlier, true);
  const [api, site] = await Promise.all([startFakeApi(account), startFakeSite(worker)]);
  return {
    ...{ account, worker, api, site },
    settings: {
      ...{ mode: 'release', environment: 'staging', workerName: WORKER, vars: { ENVIRONMENT: 'staging' } },
      account: { baseUrl: api.url, accountId: account.id, token: API_TOKEN },
      ...{ databaseUrl: 'postgresql://unused', adminToken: 'token', url: site.url, rollbackTo: null },
      ...{ resume: false, again: false, stageMs: 40, pollMs: 5, secretsFile: null, runsChecks: false },
      runId: 'run-1',
    },
    close: async () => {
      await Promise.all([api.close(), site.close()]);
    },
  };
}

/** Files by their path, as a version has them. */
export async function readFolder(folder: string): Promise<Record<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [`/${relative(folder, file)}`, await readFile(file)] as const),
    ),
  );
}

/** Uploads without bundling: the script is not what these tests are about. Waits are skipped. */
export function quickTools(rig: ReleaseRig, changes: Partial<ReleaseTools> = {}): ReleaseTools {
  let uploads = 0;
  return {
    ...TOOLS,
    uploadVersion: async (_, { assets, tag }) => {
      uploads += 1;
      const lane = ((uploads % 15) + 1).toString(16);
      return seedVersion(rig.worker, { tag, files: await readFolder(assets), lane }, false).id;
    },
    deployTriggers: async () => {},
    readPending: async () => [],
    migrate: async () => [],
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5))),
    ...changes,
  };
}

export interface QuickRun {
  outcome: Outcome;
  said: string[];
}

/** A release in this process against the rig. */
export async function quickRelease(
  rig: ReleaseRig,
  { settings = {}, tools = {} }: { settings?: Partial<ReleaseSettings>; tools?: Partial<ReleaseTools> } = {},
): Promise<QuickRun> {
  const said: string[] = [];
  const merged = { ...rig.settings, ...settings, databaseUrl: 'postgresql://unused', adminToken: 'token' };
  const io = await openRelease({
    settings: merged,
    commit: COMMIT,
    say: (line) => void said.push(line),
    tools: quickTools(rig, tools),
  });
  const { runId, resume, again, stageMs } = merged;
  const outcome = await runRelease(io, { id: runId, settings: { resume, again, stageMs } });
  return { outcome, said };
}

/** What the traffic was, oldest first, by tag. */
export function history({ worker }: ReleaseRig): string[] {
  const tagOf = (id: string) =>
    worker.versions.find((one) => one.id === id)?.annotations['workers/tag'] ?? id;
  return worker.deployments
    .toReversed()
    .map(({ versions }) =>
      versions.map(({ version_id, percentage }) => `${tagOf(version_id)} ${percentage}`).join(' + '),
    );
}
