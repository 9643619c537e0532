import { formatCount, plural, words } from './format.ts';
import { formatMoment } from './moments.ts';

/** The songs that come by themselves. */
export const songsText = {
  watch: 'Watch an artist',
  name: 'Name',
  submit: 'Watch and fetch now',
  watching: 'Asking…',
  watched: (artist: string) => `The songs of ${artist} are being fetched.`,
  list: (watched: number, stored: number) =>
    `${formatCount(watched)} of ${plural(stored, 'artist')} ${watched === 1 ? 'is' : 'are'} watched; the schedule fetches what is new of each once a day.`,
  runs: 'Runs',
  caption: 'What was fetched, the latest first',
  none: 'Nothing was fetched yet. Watch an artist above, and the songs come by themselves.',
  more: 'Earlier runs',
  why: (reason: string | null, next: string | null) =>
    `${reason === null ? '' : words(reason)}${next === null ? '' : `${reason === null ? 'Next' : '; next'} try ${formatMoment(next)}`}`,
  counted: (done: number, all: number) => `${formatCount(done)} of ${formatCount(all)}`,
  columns: {
    artist: 'Artist',
    state: 'State',
    done: 'Songs done',
    added: 'New',
    updated: 'Changed',
    failed: 'Failed',
    when: 'Begun',
    why: 'Why it waits or stopped',
  },
  states: {
    listing: 'listing songs',
    running: 'fetching',
    parked: 'waiting',
    done: 'done',
    failed: 'stopped',
  },
} as const;
