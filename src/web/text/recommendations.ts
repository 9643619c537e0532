/** Songs that fit a taste. */
export const recommendationsText = {
  title: 'Songs for your taste',
  loading: 'Comparing songs…',
  empty: 'Like a song in the search, and songs that fit it are listed here.',
  toSearch: 'Find a song to like',
  why: 'In common',
  none: 'No other song can be compared with these yet.',
  notCompared: (count: number) =>
    count === 1
      ? 'One of the songs given is not analysed yet and was left out.'
      : `${count} of the songs given are not analysed yet and were left out.`,
  variety: 'Variety',
  choices: { near: 'Nearest', mixed: 'Mixed', wide: 'Far apart' },
} as const;
