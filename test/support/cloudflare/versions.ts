import { randomUUID } from 'node:crypto';
import {
  findVersion,
  type StoredDeployment,
  type StoredVersion,
  type StoredWorker,
  type Traffic,
} from './account.ts';
import { ApiFault, notFound } from './api-error.ts';
import type { AssetUploads } from './asset-uploads.ts';

interface Metadata {
  bindings?: Record<string, unknown>[];
  annotations?: Record<string, string>;
  assets?: { jwt?: string };
}

async function readMetadata(form: FormData): Promise<Metadata> {
  const part = form.get('metadata');
  return JSON.parse(typeof part === 'string' ? part : await (part?.text() ?? '{}'));
}

async function readModules(form: FormData): Promise<Map<string, Buffer>> {
  const modules = new Map<string, Buffer>();
  for (const [part, value] of form)
    if (typeof value !== 'string' && part !== 'metadata')
      modules.set(part, Buffer.from(await value.arrayBuffer()));
  return modules;
}

/** wrangler leaves out what a queue's binding had before: the version before is asked, strictly. */
function inherit(worker: StoredWorker, binding: Record<string, unknown>): Record<string, unknown> {
  if (binding.type !== 'inherit') return binding;
  const before = worker.versions[0]?.bindings.find(({ name }) => name === binding.name);
  if (before === undefined) throw new ApiFault(400, 10_057, `Binding ${binding.name} cannot be inherited.`);
  return before;
}

/** Stores what wrangler uploads as the newest version; secrets are inherited. */
export async function storeVersion(
  worker: StoredWorker,
  form: FormData,
  { uploads, now }: { uploads: AssetUploads; now: Date },
): Promise<StoredVersion> {
  const { bindings = [], annotations = {}, assets } = await readMetadata(form);
  const version: StoredVersion = {
    id: randomUUID(),
    number: worker.versions.length + 1,
    created_on: now.toISOString(),
    annotations,
    bindings: [
      ...bindings.map((one) => inherit(worker, one)),
      ...Array.from(worker.secrets, (name) => ({ type: 'secret_text', name })),
    ],
    assets: uploads.filesOf(assets?.jwt),
    modules: await readModules(form),
  };
  worker.versions.unshift(version);
  return version;
}

/** As the API answers a version. */
export const tellVersion = ({ id, number, created_on, annotations, bindings }: StoredVersion) => ({
  id,
  number,
  annotations,
  metadata: {
    created_on,
    modified_on: created_on,
    source: 'wrangler',
    author_email: 'ci@example.com',
    has_preview: false,
  },
  resources: { bindings, script: { handlers: ['fetch'] }, script_runtime: {} },
  startup_time_ms: 40,
});

export interface DeploymentRequest {
  strategy: string;
  versions: Traffic[];
  annotations?: Record<string, string>;
}

/** Shares the traffic among one or two versions. */
export function deploy(
  worker: StoredWorker,
  { strategy, versions, annotations = {} }: DeploymentRequest,
  now: Date,
): StoredDeployment {
  const sum = versions.reduce((total, { percentage }) => total + percentage, 0);
  if (strategy !== 'percentage' || versions.length < 1 || versions.length > 2 || sum !== 100)
    throw new ApiFault(400, 10_059, 'The percentages of one or two versions must add up to 100.');
  for (const { version_id } of versions)
    if (findVersion(worker, version_id) === undefined) throw notFound('version');
  const deployment: StoredDeployment = {
    id: randomUUID(),
    created_on: now.toISOString(),
    author_email: 'ci@example.com',
    annotations,
    versions,
  };
  worker.deployments.unshift(deployment);
  return deployment;
}
