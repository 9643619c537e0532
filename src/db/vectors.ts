import { fromSql, toSql } from 'pgvector';

/** Length of every text embedding. */
export const EMBEDDING_DIMENSIONS = 512;

/** A vector in pgvector's text format. */
export function vectorToSql(vector: readonly number[]): string {
  return toSql([...vector]) ?? '[]';
}

/** A vector in pgvector's text format with the digits that a halfvec keeps: half as long as with all digits. */
export function halfvecToSql(vector: readonly number[]): string {
  return vectorToSql(vector.map((x) => Number(x.toPrecision(5))));
}

/** A vector as returned by the driver. */
export function vectorFromSql(value: unknown): number[] | null {
  const vector = typeof value === 'string' ? fromSql(value) : null;
  return Array.isArray(vector) ? vector : null;
}
