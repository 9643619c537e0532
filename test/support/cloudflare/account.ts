import { randomUUID } from 'node:crypto';

export interface StoredAsset {
  body: Buffer;
  type: string;
}

export interface StoredVersion {
  id: string;
  number: number;
  created_on: string;
  annotations: Record<string, string>;
  bindings: Record<string, unknown>[];
  /** By path, such as `/index.html`. */
  assets: ReadonlyMap<string, StoredAsset>;
  /** Of the upload: the names of the modules with their bytes. */
  modules: ReadonlyMap<string, Buffer>;
}

export interface Traffic {
  version_id: string;
  percentage: number;
}

export interface StoredDeployment {
  id: string;
  created_on: string;
  author_email: string;
  annotations: Record<string, string>;
  versions: Traffic[];
}

export interface StoredWorker {
  name: string;
  versions: StoredVersion[];
  /** Newest first, as the API answers them. */
  deployments: StoredDeployment[];
  secrets: Set<string>;
  crons: string[];
  onWorkersDev: boolean;
}

export interface StoredConsumer {
  consumer_id: string;
  script: string;
  dead_letter_queue?: string;
  settings: Record<string, unknown>;
}

export interface StoredQueue {
  queue_id: string;
  queue_name: string;
  consumers: StoredConsumer[];
}

/** What Cloudflare keeps of an account, as far as a release sees and changes it. */
export interface Account {
  id: string;
  workers: Map<string, StoredWorker>;
  queues: Map<string, StoredQueue>;
  buckets: Set<string>;
  /** By hash: files are stored once, whichever version has them. */
  files: Map<string, StoredAsset>;
}

export function createAccount({ queues, buckets }: { queues: string[]; buckets: string[] }): Account {
  return {
    id: 'account-of-the-tests',
    workers: new Map(),
    queues: new Map(
      queues.map((name) => [name, { queue_id: randomUUID(), queue_name: name, consumers: [] }]),
    ),
    buckets: new Set(buckets),
    files: new Map(),
  };
}

export function createWorker(account: Account, name: string, secrets: readonly string[] = []): StoredWorker {
  const worker: StoredWorker = {
    name,
    versions: [],
    deployments: [],
    secrets: new Set(secrets),
    crons: [],
    onWorkersDev: true,
  };
  account.workers.set(name, worker);
  return worker;
}

export const findVersion = (worker: StoredWorker, id: string): StoredVersion | undefined =>
  worker.versions.find((version) => version.id === id);
