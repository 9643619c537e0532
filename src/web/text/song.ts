import { formatCount } from './format.ts';

/** What the page of a song says. */
export const songText = {
  opening: 'Opening the song…',
  missing: {
    title: 'No such song',
    text: 'There is no song at this address. It may have been taken away.',
    way: 'Search the songs',
  },
  failed: { tab: 'Song not shown', title: 'This song cannot be shown', way: 'Back to the search' },
  tab: (title: string, artist: string) => `${title} by ${artist}`,
  with: (names: readonly string[]) => `with ${names.join(', ')}`,
  facts: 'About the song',
  explicit: 'Explicit',
  /** Names of sites by their host. */
  sites: { 'genius.com': 'Genius', 'open.spotify.com': 'Spotify' },
  source: (site: string) => `Source on ${site}`,
  metadata: (site: string) => `Metadata from ${site}`,
  nav: {
    label: 'Parts of the song',
    lyrics: 'Lyrics',
    analysis: 'Analysis',
    similar: 'Similar',
    made: 'Credits',
  },
  lyrics: 'Lyrics',
  analysis: 'Analysis',
  states: {
    instrumental: 'This is an instrumental: it has no lyrics.',
    unreleased: 'This song is not released, so its lyrics are not out yet.',
    untranscribed: 'Nobody has written the lyrics of this song down yet.',
    not_a_song: 'This page holds something other than a song.',
    blocked: 'The source refused the page, so nothing is known of the lyrics yet.',
    parse_error: 'The page could not be read with certainty, so nothing was stored.',
  },
  otherState: (state: string) => `There are no lyrics: ${state}.`,
  duplicate: {
    before: 'The text nearly repeats ',
    link: 'another song’s',
    after: ', under which searches find it.',
  },
  budget: 'You have seen as many lines of lyrics as this site shows in a day. More can be read tomorrow.',
  notPublic: 'Full lyrics are not public here.',
  readAt: 'They can be read on ',
  statuses: {
    pending: 'The analysis is under way. Open the song again in a moment.',
    failed: 'The analysis failed, and the failure was kept: nothing is shown in its place.',
    unreadable: 'The analysis was stored by another version of Barline and cannot be shown by this one.',
    none: 'This song has not been analysed.',
  },
  former: 'This analysis was made by a former version. A new one is on its way and takes its place.',
  rate: {
    offer: 'A rating with its interval, and what moved it, is worked out by the server when you ask.',
    ask: 'Rate it',
  },
  similar: {
    title: 'Close in meaning',
    asking: 'Comparing…',
    none: 'No other song can be compared with this one yet.',
  },
  made: {
    title: 'Credits and relations',
    asking: 'Looking for credits…',
    none: 'No credits or relations are known of this song.',
    writers: 'Written by',
    producers: 'Produced by',
    featured: 'Featuring',
    more: (count: number) => `and ${formatCount(count)} more`,
    by: (title: string, artist: string) => `${title} by ${artist}`,
    tags: 'Tags',
  },
} as const;
