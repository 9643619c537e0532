import { createHash, randomUUID } from 'node:crypto';
import type { StoredAsset, StoredVersion, StoredWorker } from './account.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
};

const asset = (path: string, body: string | Buffer): StoredAsset => ({
  body: Buffer.from(body),
  type: TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
});

export interface Seed {
  tag: string;
  files: Readonly<Record<string, string | Buffer>>;
  bindings?: Record<string, unknown>[];
  /** Of its id, so that tests know the lane. */
  lane?: string;
  /** With the list that a release leaves. */
  isListed?: boolean;
}

/** Adds a version as an earlier release left it, with all of the traffic if `isServing`. */
export function seedVersion(worker: StoredWorker, seed: Seed, isServing: boolean): StoredVersion {
  const assets = new Map(Object.entries(seed.files).map(([path, body]) => [path, asset(path, body)]));
  const list = [...assets].map(([path, { body }]) => ({
    path,
    sha256: createHash('sha256').update(body).digest('hex'),
    bytes: body.length,
  }));
  if (seed.isListed) {
    const pages = list.filter(({ path }) => path.endsWith('.html'));
    const files = list.filter(({ path }) => path.startsWith('/assets/'));
    const body = { version: 1, pages, releases: [{ commit: seed.tag, superseded_at: null, files }] };
    assets.set('/releases.json', asset('/releases.json', JSON.stringify(body)));
  }
  const created_on = new Date(Date.now() - 3_600_000).toISOString();
  const version: StoredVersion = {
    id: `${seed.lane ?? '0'}${randomUUID().slice(1)}`,
    number: worker.versions.length + 1,
    created_on,
    annotations: { 'workers/tag': seed.tag },
    bindings: seed.bindings ?? [],
    assets,
    modules: new Map(),
  };
  worker.versions.unshift(version);
  if (isServing)
    worker.deployments.unshift({
      id: randomUUID(),
      created_on,
      author_email: 'ci@example.com',
      annotations: { 'workers/message': 'an earlier release' },
      versions: [{ version_id: version.id, percentage: 100 }],
    });
  return version;
}
