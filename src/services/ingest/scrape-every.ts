/** Watched artists are listed again after this. */
export const SCRAPE_EVERY_HOURS = 24;
