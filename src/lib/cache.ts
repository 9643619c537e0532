import type { z } from 'zod';

/** A cache of JSON values. */
export interface Cache {
  /** The value as the schema reads it; null for a miss, a failure, and a value of another shape, each counted. */
  get<T>(area: CacheArea, id: string, schema: z.ZodType<T>): Promise<T | null>;
  set(area: CacheArea, id: string, value: unknown, ttlSeconds: number): Promise<void>;
  remove(area: CacheArea, id: string): Promise<void>;
}

/** The kind of cached value; also the label of the hit counter. */
export const CACHE_AREAS = [
  'analysis',
  'embedding',
  'artist-songs',
  'spotify-token',
  'spotify-miss',
  'coverage',
  'writing',
] as const;
export type CacheArea = (typeof CACHE_AREAS)[number];
