/** A search result ends after so many hits. */
export const MAX_HITS = 200;
/** Ranking by words is linear in matches, so no more than these are ranked. */
export const MAX_RANKED_MATCHES = 1000;
