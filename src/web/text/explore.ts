/** What all ways to explore have in common. */
export const exploreText = {
  label: 'Ways to explore',
  views: { map: 'Map' },
} as const;
