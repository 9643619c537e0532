import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { z } from 'zod';
import { ROOT } from '../../build.ts';
import type { CloudflareApi } from '../cloudflare-api.ts';
import { finalTag } from '../decide/release-names.ts';
import type { WorkerFacts } from '../read-worker.ts';
import type { DeploymentState } from './compare.ts';

const ConsumerSchema = z.looseObject({
  queue: z.string(),
  max_batch_size: z.number(),
  max_batch_timeout: z.number(),
  max_retries: z.number(),
  max_concurrency: z.number().optional(),
  retry_delay: z.number().optional(),
  dead_letter_queue: z.string().optional(),
});
const EnvironmentSchema = z.looseObject({
  vars: z.record(z.string(), z.string()).default({}),
  triggers: z.looseObject({ crons: z.array(z.string()) }),
  queues: z.looseObject({
    producers: z.array(z.looseObject({ binding: z.string(), queue: z.string() })),
    consumers: z.array(ConsumerSchema),
  }),
  r2_buckets: z.array(z.looseObject({ binding: z.string(), bucket_name: z.string() })).default([]),
  ratelimits: z.array(z.looseObject({ name: z.string(), namespace_id: z.string() })).default([]),
});
const WranglerSchema = z.looseObject({ env: z.record(z.string(), EnvironmentSchema) });

interface ConsumerSettings {
  batch: number | undefined;
  waitSeconds: number | undefined;
  retries: number | undefined;
  concurrency: number | undefined;
  delaySeconds: number | undefined;
  deadLetters: string | undefined;
}

const tellConsumer = (settings: ConsumerSettings): string =>
  Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

/** What wrangler.toml and the checked out commit say of an environment. */
export async function readHere(environment: string, commit: string): Promise<DeploymentState> {
  const text = await readFile(join(ROOT, 'wrangler.toml'), 'utf8');
  const found = WranglerSchema.parse(parseToml(text)).env[environment];
  if (found === undefined) throw new Error(`wrangler.toml has no environment ${environment}.`);
  return {
    version: finalTag(commit),
    vars: new Map(Object.entries(found.vars)),
    crons: found.triggers.crons,
    bindings: new Map([
      ...found.queues.producers.map(({ binding, queue }) => [binding, `queue ${queue}`] as const),
      ...found.r2_buckets.map(({ binding, bucket_name }) => [binding, `bucket ${bucket_name}`] as const),
      ...found.ratelimits.map(({ name, namespace_id }) => [name, `ratelimit ${namespace_id}`] as const),
    ]),
    consumers: new Map(
      found.queues.consumers.map((one) => [
        one.queue,
        tellConsumer({
          batch: one.max_batch_size,
          waitSeconds: one.max_batch_timeout,
          retries: one.max_retries,
          concurrency: one.max_concurrency,
          delaySeconds: one.retry_delay,
          deadLetters: one.dead_letter_queue,
        }),
      ]),
    ),
  };
}

const VersionSchema = z.looseObject({
  resources: z.looseObject({
    bindings: z.array(
      z.looseObject({
        type: z.string(),
        name: z.string(),
        text: z.string().optional(),
        queue_name: z.string().optional(),
        bucket_name: z.string().optional(),
        namespace_id: z.string().optional(),
      }),
    ),
  }),
});
const SchedulesSchema = z.looseObject({ schedules: z.array(z.looseObject({ cron: z.string() })) });
const QueuesSchema = z.array(
  z.looseObject({
    queue_name: z.string(),
    consumers: z.array(
      z.looseObject({
        script: z.string().optional(),
        dead_letter_queue: z.string().optional(),
        settings: z.looseObject({
          batch_size: z.number().optional(),
          max_retries: z.number().optional(),
          max_wait_time_ms: z.number().optional(),
          max_concurrency: z.number().nullish(),
          retry_delay: z.number().nullish(),
        }),
      }),
    ),
  }),
);

type Binding = z.infer<typeof VersionSchema>['resources']['bindings'][number];

const targetOf = ({ type, queue_name, bucket_name, namespace_id }: Binding): string | null => {
  if (type === 'queue') return `queue ${queue_name}`;
  if (type === 'r2_bucket') return `bucket ${bucket_name}`;
  return type === 'ratelimit' ? `ratelimit ${namespace_id}` : null;
};

const tagOf = ({ versions }: WorkerFacts, id: string): string =>
  versions.find((version) => version.id === id)?.tag ?? id;

/** What Cloudflare has: of two versions the one with the larger share, or the newer one. */
export async function readDeployed(
  api: CloudflareApi,
  name: string,
  facts: WorkerFacts,
): Promise<DeploymentState | null> {
  const shares = facts.deployments[0]?.shares ?? [];
  const [main] = shares.toSorted((a, b) => b.percentage - a.percentage);
  if (main === undefined) return null;
  const path = `/workers/scripts/${encodeURIComponent(name)}`;
  const [version, { schedules }, queues] = await Promise.all([
    api.get(`${path}/versions/${main.versionId}`, VersionSchema),
    api.get(`${path}/schedules`, SchedulesSchema),
    api.get('/queues?per_page=100', QueuesSchema),
  ]);
  const bindings = version.resources.bindings;
  const told = shares.map(({ versionId, percentage }) =>
    shares.length === 1 ? tagOf(facts, versionId) : `${tagOf(facts, versionId)} at ${percentage} %`,
  );
  return {
    version: told.join(' and '),
    vars: new Map(
      bindings.filter(({ type }) => type === 'plain_text').map((one) => [one.name, one.text ?? '']),
    ),
    crons: schedules.map(({ cron }) => cron),
    bindings: new Map(
      bindings.flatMap((one) => {
        const target = targetOf(one);
        return target === null ? [] : [[one.name, target] as const];
      }),
    ),
    consumers: new Map(
      queues.flatMap(({ queue_name, consumers }) =>
        consumers
          .filter(({ script }) => script === name)
          .map(
            ({ settings, dead_letter_queue }) =>
              [
                queue_name,
                tellConsumer({
                  batch: settings.batch_size,
                  waitSeconds:
                    settings.max_wait_time_ms === undefined ? undefined : settings.max_wait_time_ms / 1000,
                  retries: settings.max_retries,
                  concurrency: settings.max_concurrency ?? undefined,
                  delaySeconds: settings.retry_delay ?? undefined,
                  deadLetters: dead_letter_queue,
                }),
              ] as const,
          ),
      ),
    ),
  };
}
