import { type RequestOptions, requestJson } from './request-json.ts';

export type GetOptions = Omit<RequestOptions, 'method' | 'body' | 'file'>;

/** GETs JSON of this origin within a time limit. Throws ApiError; the caller's own abort is thrown as it is. */
export const getJson = <T>(path: string, options: GetOptions = {}): Promise<T> =>
  requestJson<T>(path, options);
