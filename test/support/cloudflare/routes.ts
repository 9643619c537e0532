import { randomUUID } from 'node:crypto';
import {
  type Account,
  createWorker,
  findVersion,
  type StoredDeployment,
  type StoredWorker,
} from './account.ts';
import { notFound } from './api-error.ts';
import { AssetUploads, type Manifest } from './asset-uploads.ts';
import { type DeploymentRequest, deploy, storeVersion, tellVersion } from './versions.ts';

export interface ApiRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  json(): unknown;
  form(): Promise<FormData>;
}

type Handler = (request: ApiRequest, ...parts: string[]) => unknown;

const tellDeployment = (deployment: StoredDeployment) => ({
  source: 'api',
  strategy: 'percentage',
  ...deployment,
});

/** The routes that wrangler of the pinned version and the release ask for, over one account. */
export function apiRoutes(account: Account, now: () => Date): [string, RegExp, Handler][] {
  const uploads = new AssetUploads(account);
  const worker = (name = ''): StoredWorker => {
    const found = account.workers.get(name);
    if (found === undefined) throw notFound('Worker');
    return found;
  };

  const queueOf = (id: string) => {
    const found = [...account.queues.values()].find(({ queue_id }) => queue_id === id);
    if (found === undefined) throw notFound('queue');
    return found;
  };

  return [
    [
      'GET',
      /^\/workers\/services\/([^/]+)$/,
      (_, name) => {
        const { name: id } = worker(name);
        const script = { id, tag: `tag-${id}`, tags: [], last_deployed_from: 'wrangler' };
        return { id, default_environment: { environment: 'production', script } };
      },
    ],
    [
      'GET',
      /^\/workers\/workers\/([^/]+)$/,
      (_, name) => ({
        id: `tag-${name}`,
        name,
        subdomain: { enabled: worker(name).onWorkersDev, previews_enabled: false },
      }),
    ],
    ['GET', /^\/workers\/subdomain$/, () => ({ subdomain: 'tests' })],
    [
      'POST',
      /^\/workers\/scripts\/([^/]+)\/assets-upload-session$/,
      (request, name) => {
        if (!account.workers.has(name ?? '')) createWorker(account, name ?? '');
        return uploads.open((request.json() as { manifest: Manifest }).manifest);
      },
    ],
    ['POST', /^\/workers\/assets\/upload$/, async (request) => await uploads.store(await request.form())],
    [
      'POST',
      /^\/workers\/scripts\/([^/]+)\/versions$/,
      async (request, name = '') =>
        tellVersion(await storeVersion(worker(name), await request.form(), { uploads, now: now() })),
    ],
    [
      'GET',
      /^\/workers\/scripts\/([^/]+)\/versions$/,
      (_, name) => ({ items: worker(name).versions.slice(0, 10).map(tellVersion) }),
    ],
    [
      'GET',
      /^\/workers\/scripts\/([^/]+)\/versions\/([^/]+)$/,
      (_, name, id = '') => {
        const version = findVersion(worker(name), id);
        if (version === undefined) throw notFound('version');
        return tellVersion(version);
      },
    ],
    [
      'PUT',
      /^\/workers\/scripts\/([^/]+)$/,
      async (request, name = '') => {
        if (!account.workers.has(name)) createWorker(account, name);
        const version = await storeVersion(worker(name), await request.form(), { uploads, now: now() });
        const versions = [{ version_id: version.id, percentage: 100 }];
        deploy(worker(name), { strategy: 'percentage', versions }, now());
        return { id: name, deployment_id: version.id, tag: `tag-${name}`, etag: '', startup_time_ms: 40 };
      },
    ],
    [
      'GET',
      /^\/workers\/scripts\/([^/]+)\/deployments$/,
      (_, name) => ({
        deployments: worker(name).deployments.slice(0, 10).map(tellDeployment),
      }),
    ],
    [
      'POST',
      /^\/workers\/scripts\/([^/]+)\/deployments$/,
      (request, name = '') =>
        tellDeployment(deploy(worker(name), request.json() as DeploymentRequest, now())),
    ],
    [
      'GET',
      /^\/workers\/scripts\/([^/]+)\/secrets$/,
      (_, name) => Array.from(worker(name).secrets, (secret) => ({ name: secret, type: 'secret_text' })),
    ],
    [
      'GET',
      /^\/workers\/scripts\/([^/]+)\/(?:script-)?settings$/,
      (_, name) => ({ tags: [], bindings: worker(name).versions[0]?.bindings ?? [] }),
    ],
    [
      'PATCH',
      /^\/workers\/scripts\/([^/]+)\/script-settings$/,
      (_, name) => {
        worker(name);
        return {};
      },
    ],
    [
      'GET',
      /^\/workers\/scripts\/([^/]+)\/schedules$/,
      (_, name) => ({ schedules: worker(name).crons.map((cron) => ({ cron })) }),
    ],
    [
      'PUT',
      /^\/workers\/scripts\/([^/]+)\/schedules$/,
      (request, name) => {
        const crons = request.json() as { cron: string }[];
        worker(name).crons = crons.map(({ cron }) => cron);
        return { schedules: crons };
      },
    ],
    [
      'GET',
      /^\/workers\/scripts\/([^/]+)\/subdomain$/,
      (_, name) => ({ enabled: worker(name).onWorkersDev, previews_enabled: false }),
    ],
    [
      'POST',
      /^\/workers\/scripts\/([^/]+)\/subdomain$/,
      (request, name) => {
        const { enabled } = request.json() as { enabled: boolean };
        worker(name).onWorkersDev = enabled;
        return { enabled, previews_enabled: false };
      },
    ],
    [
      'GET',
      /^\/queues$/,
      (request) => {
        const wanted = request.query.getAll('name');
        return [...account.queues.values()].filter(
          ({ queue_name }) => wanted.length === 0 || wanted.includes(queue_name),
        );
      },
    ],
    [
      'POST',
      /^\/queues\/([^/]+)\/consumers$/,
      (request, id = '') => {
        const { script_name, ...rest } = request.json() as {
          script_name: string;
          settings: Record<string, unknown>;
        };
        const consumer = { consumer_id: randomUUID(), script: script_name, ...rest };
        queueOf(id).consumers.push(consumer);
        return consumer;
      },
    ],
    [
      'PUT',
      /^\/queues\/([^/]+)\/consumers\/([^/]+)$/,
      (request, id = '', consumerId) => {
        const consumer = queueOf(id).consumers.find(({ consumer_id }) => consumer_id === consumerId);
        if (consumer === undefined) throw notFound('consumer');
        return Object.assign(consumer, request.json());
      },
    ],
    [
      'GET',
      /^\/r2\/buckets\/([^/]+)$/,
      (_, name = '') => {
        if (!account.buckets.has(name)) throw notFound('bucket');
        return { name };
      },
    ],
    ['GET', /^\/r2\/buckets$/, () => ({ buckets: Array.from(account.buckets, (name) => ({ name })) })],
  ];
}
