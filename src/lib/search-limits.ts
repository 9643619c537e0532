/** Maximum number of hits of a search. */
export const MAX_HITS = 200;
/** Ranking by words is linear in the matches, so no more than this many are ranked. */
export const MAX_RANKED_MATCHES = 1000;
/** By words and meaning together the best of fewer are needed. */
export const MAX_RANKED_OF_TWO = 400;
/** Different "quoted phrases" of a search, including unwanted ones. */
export const MAX_PHRASES = 5;
/** Songs that contain the words of the phrases and are checked for their order. */
export const MAX_PHRASE_CANDIDATES = 10_000;
/** Of these, songs whose text is read to confirm the phrases. */
export const MAX_CONFIRMED_TEXTS = 1000;
/** Words and phrases of a search that hits must not contain. */
export const MAX_UNWANTED_WORDS = 10;
/** In a longer search `or` is treated as an ordinary word. */
export const MAX_WORDS_WITH_OR = 20;
