import { formatMoment } from './moments.ts';

/** Keys of the API. */
export const keysText = {
  make: 'Make a key',
  name: 'Who or what it is for',
  role: 'May',
  roles: {
    reader: 'read',
    analyst: 'read and analyse',
    operator: 'look after the server',
    admin: 'do everything',
  },
  submit: 'Make it',
  making: 'Making…',
  made: 'The new key',
  madeText: 'Copy it now: it is not shown again.',
  copy: 'Copy',
  copied: 'The key was copied.',
  caption: 'Keys, the latest first',
  none: 'No key was made yet. The one in use is that of the server itself.',
  more: 'Earlier keys',
  revoke: 'Revoke',
  revokeTitle: (key: string) => `Revoke “${key}”?`,
  revokeText: 'Whoever uses it is refused within half a minute, for good.',
  revoked: 'The key was revoked.',
  keep: 'Keep it',
  rotate: 'Replace',
  rotateTitle: (key: string) => `Replace “${key}”?`,
  rotateText:
    'A new key of the same name is made. The old one works beside it for the time that you choose, so that whoever uses it can change over.',
  grace: 'Both work for',
  graces: [
    { hours: 24, label: 'a day' },
    { hours: 8, label: '8 hours' },
    { hours: 1, label: 'an hour' },
    { hours: 0, label: 'no time: the old one ends now' },
  ],
  rotating: 'Replacing…',
  rotated: (until: string | null) =>
    until === null ? 'The old key has ended.' : `The old key works until ${formatMoment(until)}.`,
  columns: { name: 'Name', role: 'May', state: 'State', ends: 'Ends', used: 'Last used', action: 'Do' },
  states: {
    active: 'works',
    in_grace: (until: string | null) => `replaced, works until ${formatMoment(until)}`,
    replaced: 'replaced',
    expired: 'has ended',
    revoked: 'revoked',
  },
  never: 'never',
} as const;
