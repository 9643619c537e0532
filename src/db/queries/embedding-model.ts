import { type Sql, type Statement, sql } from '../client.ts';

// Before the first vector was stored under this row, the vectors themselves say which model they are of.
const OF_VECTORS = sql`(select embedding_model from tracks where lyrics_embedding is not null limit 1)`;

export const STORED_MODEL = sql`select coalesce((select model from embedding_models), ${OF_VECTORS}) as model`;

/** The model of the vectors in use; null before the first. */
export async function findStoredModel(db: Sql): Promise<string | null> {
  const [row] = await db.query<{ model: string | null }>(STORED_MODEL);
  return row?.model ?? null;
}

/**
 * The first two statements of whoever stores a vector: the first vector of all decides which model is in use, and until the
 * transaction ends no other can be. The second answers `model`.
 */
export const shareModel = (model: string): Statement[] => [
  sql`update embedding_models set model = coalesce(${OF_VECTORS}, ${model}::text) where model is null`,
  sql`select model from embedding_models for share`,
];

/** Whether this model is in use. */
export const isModel = (model: string): Statement =>
  sql`exists (select 1 from embedding_models where model = ${model}::text)`;

/** Names the model whose vectors are prepared beside those in use. */
export async function setNextModel(db: Sql, model: string): Promise<void> {
  await db.query(sql`update embedding_models set next_model = ${model}::text`);
}
