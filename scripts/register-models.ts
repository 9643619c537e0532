import type { Client } from 'pg';
import { QUALITY_MODEL } from '../src/ml/quality/quality-model.ts';

/** Notes the committed models and what they were made from, each version once. Nothing before the tables exist. */
export async function registerModels(db: Pick<Client, 'query'>): Promise<void> {
  const { rows } = await db.query<{ exists: boolean }>(
    "select to_regclass('model_versions') is not null as exists",
  );
  if (rows[0]?.exists !== true) return;
  const { version, built_at, method, data, metrics } = QUALITY_MODEL;
  await db.query(
    `with data as (
      insert into dataset_versions (content_hash, tracks_count, description) values ($1, $2, $3)
      on conflict (content_hash) do update set tracks_count = excluded.tracks_count
      returning id)
    insert into model_versions (name, content_hash, dataset_version_id, metrics, created_at)
    select 'quality', $4, data.id, $5, $6 from data
    on conflict (name, content_hash) do nothing`,
    [
      data.hash,
      data.songs,
      `songs with ratings by ${data.labelled_by}; licence: ${data.licence}`,
      version,
      JSON.stringify({ method, ...metrics }),
      built_at,
    ],
  );
}
