/** The dimensions by which hits can be counted. */
export const FACETS = [
  'artist',
  'featured',
  'album',
  'decade',
  'language',
  'explicit',
  'theme',
  'sentiment',
  'has_audio',
] as const;
export type Facet = (typeof FACETS)[number];
