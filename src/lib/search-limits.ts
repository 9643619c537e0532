/** A search result ends after so many hits. */
export const MAX_HITS = 200;
/** Ranking by words is linear in matches, so no more than these are ranked. */
export const MAX_RANKED_MATCHES = 1000;
/** Different "quoted phrases" of a search, wanted or not. */
export const MAX_PHRASES = 5;
/** Songs that hold the words of the phrases, and are looked into for their order. */
export const MAX_PHRASE_CANDIDATES = 10_000;
/** Of them, songs whose text is read to confirm the phrases. */
export const MAX_CONFIRMED_TEXTS = 1000;
/** Words and phrases of a search that songs must not hold. */
export const MAX_UNWANTED_WORDS = 10;
/** In a longer search `or` is a word like others. */
export const MAX_WORDS_WITH_OR = 20;
