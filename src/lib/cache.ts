/** A cache of JSON values. A miss, a failure and an unreadable value all return null. */
export interface Cache {
  get<T>(area: CacheArea, id: string): Promise<T | null>;
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
] as const;
export type CacheArea = (typeof CACHE_AREAS)[number];
