/** What all ways to explore have in common. */
export const exploreText = {
  label: 'Ways to explore',
  views: { trends: 'Trends', words: 'Words', map: 'Map', artists: 'Artists' },
} as const;
