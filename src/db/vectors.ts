import { fromSql, toSql } from 'pgvector';

/** Length of every text embedding. */
export const EMBEDDING_DIMENSIONS = 512;

/** A vector as pgvector reads it. */
export function vectorToSql(vector: readonly number[]): string {
  return toSql([...vector]) ?? '[]';
}

/** A vector as pgvector reads it, in the digits that a halfvec keeps: half as long as it would be in full. */
export function halfvecToSql(vector: readonly number[]): string {
  return vectorToSql(vector.map((x) => Number(x.toPrecision(5))));
}

/** A vector as the driver returns it. */
export function vectorFromSql(value: unknown): number[] | null {
  const vector = typeof value === 'string' ? fromSql(value) : null;
  return Array.isArray(vector) ? vector : null;
}
