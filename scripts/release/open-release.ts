import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { DIST } from '../build.ts';
import { migrate } from '../migrate.ts';
import { samePages } from './assets/kept-files.ts';
import {
  assembleSite,
  type DeployedSite,
  type FetchFile,
  listPages,
  pagesOf,
  readDeployedSite,
} from './assets/site-files.ts';
import { type CloudflareApi, createCloudflareApi } from './cloudflare-api.ts';
import type { Answers } from './decide/judge-gate.ts';
import { finalTag } from './decide/release-names.ts';
import type { PendingMigration, Share, VersionFact } from './decide/situation.ts';
import { readStanding } from './decide/traffic.ts';
import { readPending } from './pending-migrations.ts';
import { readWorker, setTraffic, type WorkerFacts, workersDevUrl } from './read-worker.ts';
import type { Observed, ReleaseIo } from './run-release.ts';
import type { ReleaseSettings } from './settings.ts';
import { probeVersion } from './site/probe-version.ts';
import { createSiteClient, type SiteClient } from './site/site-client.ts';
import { watchStage } from './site/watch-stage.ts';
import { deployFirst, deployTriggers, uploadVersion } from './wrangler.ts';

const WEB = join(DIST, 'web');
const API_TIMEOUT_MS = 30_000;
const SITE_TIMEOUT_MS = 20_000;
const LISTING_TRIES = 10;
const LISTING_MS = 3000;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What changes things outside of Cloudflare's API, so that tests can do without databases and bundlers. */
export interface ReleaseTools {
  uploadVersion: typeof uploadVersion;
  deployFirst: typeof deployFirst;
  deployTriggers: typeof deployTriggers;
  readPending: typeof readPending;
  migrate: (databaseUrl: string) => Promise<string[]>;
  sleep: (ms: number) => Promise<void>;
}

export const TOOLS: ReleaseTools = {
  uploadVersion,
  deployFirst,
  deployTriggers,
  readPending,
  migrate,
  sleep,
};

export interface ReleaseSubject {
  settings: ReleaseSettings & { databaseUrl: string; adminToken: string };
  commit: string;
  say: (line: string) => void;
  tools?: ReleaseTools;
}

export const openApi = (
  { account }: Pick<ReleaseSettings, 'account'>,
  pause: (ms: number) => Promise<void> = sleep,
): CloudflareApi => createCloudflareApi({ ...account, timeoutMs: API_TIMEOUT_MS, sleep: pause });

/** Reads files of one version. */
const fileReader =
  (site: SiteClient, versionId: string): FetchFile =>
  async (path) => {
    const response = await site.fetch(path, { versionId });
    if (response.status === 200) return new Uint8Array(await response.arrayBuffer());
    await response.arrayBuffer();
    if (response.status === 404) return null;
    throw new Error(`${path} of the deployed version: HTTP ${response.status}`);
  };

/** What a release does at Cloudflare, in the database and at the deployed site. The pages are built. */
class CloudflareRelease implements ReleaseIo {
  readonly say: (line: string) => void;
  readonly sleep: (ms: number) => Promise<void>;
  private readonly subject: Required<ReleaseSubject>;
  private readonly api: CloudflareApi;
  private readonly site: SiteClient;
  private pending: Promise<PendingMigration[]> | null = null;
  private deployed: { versionId: string; site: DeployedSite } | null = null;
  private knownBase: Answers | null = null;

  constructor(subject: Required<ReleaseSubject>, api: CloudflareApi, site: SiteClient) {
    this.subject = subject;
    this.api = api;
    this.site = site;
    this.say = subject.say;
    this.sleep = subject.tools.sleep;
  }

  async observe(): Promise<Observed> {
    const { settings, commit, tools } = this.subject;
    const { exists, versions, deployments, secrets } = await this.readWorker();
    this.pending ??= tools.readPending(settings.databaseUrl);
    const present = new Set([
      ...secrets,
      ...Object.keys(settings.vars),
      ...(settings.secretsFile?.names ?? []),
    ]);
    const { missing } = readConfig({ ENVIRONMENT: settings.environment });
    return {
      ...{ commit, exists, versions, deployments, now: Date.now() },
      pendingMigrations: await this.pending,
      missingSecrets: missing.filter((name) => !present.has(name)),
      pagesDiffer: await this.pagesDiffer(readStanding({ commit, versions, deployments })?.base ?? null),
    };
  }

  async migrate(): Promise<void> {
    const { tools, settings } = this.subject;
    for (const name of await tools.migrate(settings.databaseUrl)) this.say(`  applied ${name}`);
    this.pending = null;
  }

  async create(tag: string): Promise<void> {
    const { tools, settings } = this.subject;
    const message = `[${settings.runId}] first version`;
    await tools.deployFirst(settings, { assets: await this.assemble(false), tag, message });
    const { deployments } = await this.readWorker();
    const why = await this.probe(deployments[0]?.shares[0]?.versionId ?? '');
    if (why !== null) throw new Error(`The first version is deployed and fails: ${why}`);
  }

  async upload(tag: string, isBridge: boolean): Promise<void> {
    const { tools, settings } = this.subject;
    const message = `[${settings.runId}] ${tag}`;
    const versionId = await tools.uploadVersion(settings, {
      assets: await this.assemble(isBridge),
      tag,
      message,
    });
    for (let attempt = 0; attempt < LISTING_TRIES; attempt += 1) {
      const { versions } = await this.readWorker();
      if (versions.some(({ id }) => id === versionId)) return;
      await this.sleep(LISTING_MS);
    }
    throw new Error(`Cloudflare does not list the uploaded version ${versionId}.`);
  }

  async shift(shares: readonly Share[], message: string): Promise<void> {
    await setTraffic(this.api, this.subject.settings.workerName, { shares, message });
  }

  async probe(versionId: string): Promise<string | null> {
    const { adminToken } = this.subject.settings;
    return await probeVersion({ site: this.site, versionId, adminToken, sleep: this.sleep });
  }

  async watch({ versionId, baseId }: { versionId: string; baseId: string }): Promise<string | null> {
    const { stageMs, pollMs, adminToken } = this.subject.settings;
    const { why, base } = await watchStage({
      ...{ versionId, baseId, stageMs, pollMs, adminToken, now: Date.now },
      ...{ site: this.site, sleep: this.sleep, say: this.say, knownBase: this.knownBase },
    });
    if (base !== null && base.requests > 0) this.knownBase = base;
    return why;
  }

  async setTriggers(): Promise<void> {
    await this.subject.tools.deployTriggers(this.subject.settings);
  }

  private readWorker(): Promise<WorkerFacts> {
    return readWorker(this.api, this.subject.settings.workerName);
  }

  private async readDeployed(versionId: string): Promise<DeployedSite> {
    if (this.deployed?.versionId !== versionId) {
      const paths = (await pagesOf(WEB)).map(({ path }) => path);
      const reader = fileReader(this.site, versionId);
      this.deployed = { versionId, site: await readDeployedSite(reader, paths) };
    }
    return this.deployed.site;
  }

  private async pagesDiffer(base: VersionFact | null): Promise<boolean> {
    if (base === null || base.tag === finalTag(this.subject.commit)) return false;
    const { pages } = await this.readDeployed(base.id);
    return !samePages(await pagesOf(WEB), listPages(pages));
  }

  /** The folder that is uploaded. */
  private async assemble(isBridge: boolean): Promise<string> {
    const { settings, commit } = this.subject;
    const base = readStanding({ ...(await this.readWorker()), commit })?.base;
    const target = join(DIST, `release-${settings.environment}`);
    await assembleSite({
      ...{ folder: WEB, target, commit: finalTag(commit), now: Date.now(), isBridge },
      fetchFile: base === undefined ? async () => null : fileReader(this.site, base.id),
      deployed: base === undefined ? { list: null, pages: new Map() } : await this.readDeployed(base.id),
    });
    return target;
  }
}

/** Opens the outside of a release; nothing is changed yet. */
export async function openRelease(subject: ReleaseSubject): Promise<ReleaseIo> {
  const { settings, tools = TOOLS } = subject;
  const api = openApi(settings, tools.sleep);
  const { workerName } = settings;
  const url = settings.url ?? (await workersDevUrl(api, workerName));
  return new CloudflareRelease(
    { ...subject, tools },
    api,
    createSiteClient({ url, workerName, timeoutMs: SITE_TIMEOUT_MS }),
  );
}
