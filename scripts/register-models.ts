import { join } from 'node:path';
import type { Client } from 'pg';
import { inUse, type ModelVersion, type Registry, readRegistry } from './lab/promotion/registry.ts';
import { MODEL_NAMES } from './lab/train/trainer.ts';

const ROOT = join(import.meta.dirname, '..');

/**
 * Notes all versions of the models with their states and what they were made from, as the registries of these sources say: what
 * is in use is what a release of them is built with. Nothing before the tables have a state.
 */
export async function registerModels(db: Pick<Client, 'query'>, project = ROOT): Promise<void> {
  const { rows } = await db.query<{ exists: boolean }>(
    `select exists (
       select 1 from pg_attribute where attrelid = to_regclass('model_versions') and attname = 'state'
     ) as exists`,
  );
  if (rows[0]?.exists !== true) return;
  const registries = await Promise.all(MODEL_NAMES.map((name) => readRegistry(project, name)));
  await db.query('begin');
  try {
    for (const registry of registries) await registerModel(db, registry);
    await db.query('commit');
  } catch (error) {
    await db.query('rollback');
    throw error;
  }
}

async function registerModel(db: Pick<Client, 'query'>, registry: Registry): Promise<void> {
  const current = inUse(registry);
  if (current === null) return;
  // First, because one version of a name is in use at any time.
  await db.query(
    "update model_versions set state = 'retired' where name = $1 and state = 'in_use' and content_hash <> $2",
    [registry.name, current.version],
  );
  for (const version of registry.versions) await registerVersion(db, registry, version);
}

async function registerVersion(
  db: Pick<Client, 'query'>,
  { name }: Registry,
  { version, state, built_at, promoted_at, method, data, metrics, comparison }: ModelVersion,
): Promise<void> {
  await db.query(
    `with data as (
      insert into dataset_versions (content_hash, tracks_count, description) values ($1, $2, $3)
      on conflict (content_hash) do update set content_hash = excluded.content_hash
      returning id)
    insert into model_versions
      (name, content_hash, dataset_version_id, metrics, created_at, state, promoted_at, comparison)
    select $4, $5, data.id, $6, $7, $8, $9, $10 from data
    on conflict (name, content_hash) do update set
      state = excluded.state, promoted_at = excluded.promoted_at, comparison = excluded.comparison`,
    [
      data.hash,
      data.examples,
      `texts labelled by ${data.labelled_by}; licence: ${data.licence}`,
      name,
      version,
      JSON.stringify({ method, ...metrics }),
      built_at,
      state,
      promoted_at,
      comparison === null ? null : JSON.stringify(comparison),
    ],
  );
}
