/** As many as stand beside each other on one screen, and as the API compares. */
export const MOST_ARTISTS = 5;
export const ARTISTS_PATH = '/app/explore/artists';

/** The ids of the artists that an address names. */
export function readArtists(search: string): number[] {
  const ids = new URLSearchParams(search).get('ids') ?? '';
  const numbers = ids.split(',').map(Number);
  return [...new Set(numbers.filter((id) => Number.isSafeInteger(id) && id > 0))].slice(0, MOST_ARTISTS);
}

export const artistsHref = (ids: readonly number[]): string =>
  ids.length === 0 ? ARTISTS_PATH : `${ARTISTS_PATH}?ids=${ids.join()}`;
