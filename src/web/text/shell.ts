/** What the frame of every page says. */
export const shellText = {
  site: 'Barline',
  skip: 'Skip to content',
  nav: {
    label: 'Main',
    search: 'Search',
    read: 'Read',
    write: 'Write',
    explore: 'Explore',
    batch: 'Batch',
    operate: 'Operate',
    api: 'API',
    more: 'More',
  },
  footer: {
    reference: 'API reference',
    document: 'OpenAPI document',
    keys: 'Keyboard',
    version: (version: string) => `Barline ${version}`,
    states: {
      healthy: 'All systems answer',
      degraded: 'Answering with less than usual',
      error: 'The database does not answer',
    },
    reach: {
      asking: 'Asking the server…',
      silent: 'The server does not answer; asking again',
      offline: 'You are offline',
    },
  },
  lost: {
    title: 'No such page',
    text: 'There is no page at this address. ',
    way: 'Search the songs instead.',
    meant: 'Did you mean ',
    meantEnd: '?',
    maybe: (words: string) => `Search for “${words}”`,
    views: 'Or go to',
  },
  opening: 'Opening…',
  broken: {
    title: 'This page could not be drawn',
    text: 'The server may have been renewed while it was open. Reload it; your address is kept.',
    reload: 'Reload',
  },
  unloaded: {
    title: 'This page could not be loaded',
    text: 'A part of it did not arrive: the connection is lost, or the site was renewed while it was open.',
    offline: 'You are offline. It comes by itself when the connection is back.',
    again: 'Try again',
    stillLost: 'The server still cannot be reached. Nothing is lost: the address of this page is kept.',
  },
  failure: {
    request: 'Request',
    retry: 'Try again',
  },
} as const;
