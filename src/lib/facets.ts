/** The dimensions by which songs can be counted. */
export const FACETS = [
  'artist',
  'featured',
  'album',
  'decade',
  'year',
  'language',
  'explicit',
  'theme',
  'sentiment',
  'has_audio',
] as const;
export type Facet = (typeof FACETS)[number];
