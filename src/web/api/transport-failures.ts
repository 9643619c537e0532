import { plural } from '../text/format.ts';
import { ApiError } from './api-error.ts';

const AGAIN = 'Try again in a moment.';

/** Nothing came back: the device is offline, or no server was reached. */
export function noAnswer(): ApiError {
  const isOffline = globalThis.navigator?.onLine === false;
  return new ApiError({
    title: isOffline ? 'You are offline' : 'No answer',
    detail: isOffline ? 'This device has no connection.' : 'The server could not be reached.',
    advice: isOffline ? 'Connect and try again.' : 'Check the connection and try again.',
    isTransient: true,
  });
}

export function tooSlow(timeoutMs: number): ApiError {
  return new ApiError({
    title: 'The answer took too long',
    detail: `It was not complete after ${plural(Math.round(timeoutMs / 1000), 'second')}.`,
    advice: AGAIN,
    isTransient: true,
  });
}

/** The connection ended inside the body. */
export function cutOff(status: number | null): ApiError {
  return new ApiError({
    title: 'The answer broke off',
    detail: 'The connection ended before the whole answer was here.',
    advice: AGAIN,
    isTransient: true,
    ...(status !== null && { status }),
  });
}

/** A web page where data was asked for: a network's login page, a proxy, a server that is being replaced. */
export function wrongKind(status: number): ApiError {
  return new ApiError({
    title: 'Something else answered',
    detail: 'A web page came instead of data, perhaps from a login page of this network.',
    advice: 'Check that the network lets you through, then try again.',
    isTransient: true,
    status,
  });
}

export function unreadable(status: number): ApiError {
  return new ApiError({
    title: 'The answer cannot be read',
    detail: 'It is damaged, or not what this page expects.',
    advice: 'Try again. If it stays so, reload the page.',
    isTransient: true,
    status,
  });
}
