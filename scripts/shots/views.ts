/** The views of the page, each by a name and the address that shows it with something in it. */
export type Views = Readonly<Record<string, string>>;

interface Named {
  items: { id: number }[];
}

async function firstIds(url: string, path: string, count: number): Promise<number[]> {
  const response = await fetch(url + path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  const { items } = (await response.json()) as Named;
  return items.slice(0, count).map(({ id }) => id);
}

/** The views of a running Barline; songs and artists are the first that it lists. */
export async function readViews(url: string): Promise<Views> {
  const [[song = 1], artists] = await Promise.all([
    firstIds(url, '/tracks?theme=hip_hop&limit=1', 1),
    firstIds(url, '/artists?sort=tracks&limit=3', 3),
  ]);
  return {
    search: '/',
    results: '/?q=night',
    browse: '/?decade=1990',
    song: `/app/tracks/${song}`,
    read: '/app/read',
    write: '/app/write',
    trends: '/app/explore/trends',
    words: '/app/explore/words?term=night&term=snow',
    map: '/app/explore/map',
    compare: `/app/explore/artists?ids=${artists.join(',')}`,
    artists: '/app/artists',
    artist: `/app/artists/${artists[0] ?? 1}`,
    recommendations: `/app/recommendations?liked=${song}`,
    batch: '/app/batch',
    operate: '/app/operate',
    docs: '/docs/',
    lost: '/app/nowhere/at-all',
  };
}
