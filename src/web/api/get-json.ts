import { ApiError, toApiError } from './api-error.ts';

/** GETs JSON of this origin. Throws ApiError; an abort is thrown as it is. `accept` lists failing statuses that hold a body all the same. */
export async function getJson<T>(
  path: string,
  options: { signal?: AbortSignal; accept?: readonly number[] } = {},
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      headers: { accept: 'application/json' },
      ...(options.signal && { signal: options.signal }),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError({
      title: 'No answer',
      detail: 'The server could not be reached. Check the connection.',
    });
  }
  if (!response.ok && !options.accept?.includes(response.status)) throw await toApiError(response);
  return (await response.json()) as T;
}
