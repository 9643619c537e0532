/** Addresses of the UI, as patterns used by the routers of both the page and the Worker. */
export const PAGE_PATHS = {
  search: '/',
  song: '/app/tracks/:id',
  read: '/app/read',
  write: '/app/write',
  trends: '/app/explore/trends',
  words: '/app/explore/words',
  map: '/app/explore/map',
  compare: '/app/explore/artists',
  explore: '/app/explore',
  batch: '/app/batch',
  operate: '/app/operate',
  artists: '/app/artists',
  artist: '/app/artists/:id',
  recommendations: '/app/recommendations',
} as const;
