import { formatNumber } from './format.ts';

/** Backups. */
export const backupsText = {
  caption: 'Backups, the latest first',
  none: 'No backup was made yet. The schedule makes one a day where storage for it is set up.',
  make: 'Begin one now',
  making: 'Beginning…',
  states: {
    idle: 'None is due.',
    busy: 'One is being made.',
    running: 'One is being made; the schedule goes on with it.',
    complete: 'The backup is complete.',
    failed: 'The backup failed.',
  },
  noDatabase: 'The database does not answer: backups that run or failed are not listed.',
  columns: {
    id: 'Backup',
    state: 'State',
    rows: 'Rows',
    size: 'Size',
    ended: 'Ended',
    why: 'What went wrong',
  },
  itemStates: { running: 'being made', complete: 'complete', failed: 'failed' },
  megabytes: (bytes: number) => `${formatNumber(bytes / 1e6, 1)} MB`,
} as const;
