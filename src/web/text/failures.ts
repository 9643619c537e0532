import { plural } from './format.ts';

const MINUTE_S = 60;
const AGAIN = 'Try again in a moment.';

function waitText(seconds: number): string {
  return seconds < 2 * MINUTE_S
    ? plural(Math.max(1, seconds), 'second')
    : plural(Math.ceil(seconds / MINUTE_S), 'minute');
}

/** What happened and what to do when a request fails. */
export const failuresText = {
  /** By status, where no problem details came. */
  titles: {
    401: 'This needs a key',
    403: 'This is not allowed',
    404: 'Not found',
    429: 'Too many requests',
    502: 'The server is not reached',
    503: 'The server is busy or being repaired',
    504: 'The server took too long',
  } as Readonly<Record<number, string>>,
  advice: {
    401: 'Ask whoever runs this site for a key.',
    403: 'Ask whoever runs this site for a key that may do this.',
    404: 'Check the address, or search for what you want.',
  } as Readonly<Record<number, string>>,
  title: (status: number) => `The server answered ${status}`,
  noReason: 'The server gave no reason.',
  again: AGAIN,
  againIn: (seconds: number) => `Try again in ${waitText(seconds)}.`,
  change: 'Change what was asked and try again.',
  offline: {
    title: 'You are offline',
    detail: 'This device has no connection.',
    advice: 'Connect and try again.',
  },
  noAnswer: {
    title: 'No answer',
    detail: 'The server could not be reached.',
    advice: 'Check the connection and try again.',
  },
  tooSlow: (seconds: number) => ({
    title: 'The answer took too long',
    detail: `It was not complete after ${plural(seconds, 'second')}.`,
    advice: AGAIN,
  }),
  cutOff: {
    title: 'The answer broke off',
    detail: 'The connection ended before the whole answer was here.',
    advice: AGAIN,
  },
  unfinished: { title: 'It could not be finished', advice: 'Try again, or change what you asked for.' },
  wrongKind: {
    title: 'Something else answered',
    detail: 'A web page came instead of data, perhaps from a login page of this network.',
    advice: 'Check that the network lets you through, then try again.',
  },
  unreadable: {
    title: 'The answer cannot be read',
    detail: 'It is damaged, or not what this page expects.',
    advice: 'Try again. If it stays so, reload the page.',
  },
} as const;
