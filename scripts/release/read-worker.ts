import { z } from 'zod';
import { type CloudflareApi, MissingError } from './cloudflare-api.ts';
import type { DeploymentFact, Share, VersionFact } from './decide/situation.ts';

const AnnotationsSchema = z.record(z.string(), z.string()).nullish();

const VersionSchema = z.looseObject({ id: z.string(), annotations: AnnotationsSchema });
const VersionsSchema = z.looseObject({ items: z.array(VersionSchema) });
const DeploymentsSchema = z.looseObject({
  deployments: z.array(
    z.looseObject({
      id: z.string(),
      created_on: z.string(),
      annotations: AnnotationsSchema,
      versions: z.array(z.looseObject({ version_id: z.string(), percentage: z.number() })),
    }),
  ),
});
const SecretsSchema = z.array(z.looseObject({ name: z.string() }));

export interface WorkerFacts {
  exists: boolean;
  versions: VersionFact[];
  deployments: DeploymentFact[];
  secrets: string[];
}

const ABSENT: WorkerFacts = { exists: false, versions: [], deployments: [], secrets: [] };

const workerPath = (name: string): string => `/workers/scripts/${encodeURIComponent(name)}`;

/** Versions, deployments and names of secrets; lists are newest first, of at most ten as Cloudflare answers them. */
export async function readWorker(api: CloudflareApi, name: string): Promise<WorkerFacts> {
  try {
    const [{ items }, { deployments }, secrets] = await Promise.all([
      api.get(`${workerPath(name)}/versions?deployable=true`, VersionsSchema),
      api.get(`${workerPath(name)}/deployments`, DeploymentsSchema),
      api.get(`${workerPath(name)}/secrets`, SecretsSchema),
    ]);
    return {
      exists: true,
      versions: items.map(({ id, annotations }) => ({ id, tag: annotations?.['workers/tag'] ?? null })),
      deployments: deployments.map(({ id, created_on, annotations, versions }) => ({
        id,
        createdAt: Date.parse(created_on),
        message: annotations?.['workers/message'] ?? '',
        shares: versions.map(({ version_id, percentage }) => ({ versionId: version_id, percentage })),
      })),
      secrets: secrets.map((secret) => secret.name),
    };
  } catch (error) {
    if (error instanceof MissingError) return ABSENT;
    throw error;
  }
}

/** Gives versions their shares of the traffic. Rejects also where it may have taken effect. */
export async function setTraffic(
  api: CloudflareApi,
  name: string,
  { shares, message }: { shares: readonly Share[]; message: string },
): Promise<void> {
  await api.post(`${workerPath(name)}/deployments`, {
    strategy: 'percentage',
    versions: shares.map(({ versionId, percentage }) => ({ version_id: versionId, percentage })),
    annotations: { 'workers/message': message.slice(0, 1000) },
  });
}

const SubdomainSchema = z.looseObject({ subdomain: z.string() });

/** Where the Worker is served on workers.dev. */
export async function workersDevUrl(api: CloudflareApi, name: string): Promise<string> {
  const { subdomain } = await api.get('/workers/subdomain', SubdomainSchema);
  return `https://${name}.${subdomain}.workers.dev`;
}
