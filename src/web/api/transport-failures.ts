import { failuresText } from '../text/failures.ts';
import { ApiError } from './api-error.ts';

/** Nothing came back: the device is offline, or no server was reached. */
export function noAnswer(): ApiError {
  const isOffline = globalThis.navigator?.onLine === false;
  return new ApiError({ ...(isOffline ? failuresText.offline : failuresText.noAnswer), isTransient: true });
}

export const tooSlow = (timeoutMs: number): ApiError =>
  new ApiError({ ...failuresText.tooSlow(Math.round(timeoutMs / 1000)), isTransient: true });

/** The connection ended inside the body; the status is not known where it ended inside a stream. */
export const cutOff = (status: number | null): ApiError =>
  new ApiError({ ...failuresText.cutOff, isTransient: true, ...(status !== null && { status }) });

/** A web page where data was asked for: a network's login page, a proxy, a server that is being replaced. */
export const wrongKind = (status: number): ApiError =>
  new ApiError({ ...failuresText.wrongKind, isTransient: true, status });

export const unreadable = (status: number): ApiError =>
  new ApiError({ ...failuresText.unreadable, isTransient: true, status });
