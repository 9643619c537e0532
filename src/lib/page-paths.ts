/** Addresses of the UI, as patterns that both the router of the page and that of the Worker read. */
export const PAGE_PATHS = { search: '/', song: '/app/tracks/:id' } as const;
