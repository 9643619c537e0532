import type { z } from 'zod';
import type { DeflatedJson } from './deflated-json.ts';

/** A JSON value deflated as it is sent, and a note: what is to be known of it without reading it. */
export interface Kept<Note> {
  note: Note;
  json: DeflatedJson;
}

/** A cache of JSON values. Values that are answers are kept as they are sent. */
export interface Cache {
  /** The value as the schema reads it; null for a miss, a failure, and a value of another shape, each counted. */
  get<T>(area: ValueArea, id: string, schema: z.ZodType<T>): Promise<T | null>;
  set(area: ValueArea, id: string, value: unknown, ttlSeconds: number): Promise<void>;
  /** The answer as it is sent. It is checked for changes, but only its note is read. Null as for `get`. */
  getKept<Note>(area: AnswerArea, id: string, note: z.ZodType<Note>): Promise<Kept<Note> | null>;
  /** The answer as a value, read with both schemas. Null as for `get`. */
  readKept<Note, Value>(
    area: AnswerArea,
    id: string,
    schemas: { note: z.ZodType<Note>; value: z.ZodType<Value> },
  ): Promise<{ note: Note; value: Value } | null>;
  setKept(
    area: AnswerArea,
    id: string,
    answer: { note: unknown; value: unknown },
    ttlSeconds: number,
  ): Promise<void>;
  remove(area: CacheArea, id: string): Promise<void>;
}

const VALUE_AREAS = [
  'embedding',
  'artist-songs',
  'spotify-token',
  'spotify-miss',
  'coverage',
  'writing',
] as const;
const ANSWER_AREAS = ['analysis'] as const;
export type ValueArea = (typeof VALUE_AREAS)[number];
export type AnswerArea = (typeof ANSWER_AREAS)[number];

/** The kind of cached value; also the label of the hit counter. */
export const CACHE_AREAS = [...ANSWER_AREAS, ...VALUE_AREAS] as const;
export type CacheArea = (typeof CACHE_AREAS)[number];
