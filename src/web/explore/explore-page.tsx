import { PageView } from '../shell/page-view.tsx';
import type { LoadPage, PageProps } from '../shell/pages.ts';

const loadTrends: LoadPage = async () => (await import('./trends/trends-page.tsx')).TrendsPage;
const loadWords: LoadPage = async () => (await import('./words/words-page.tsx')).WordsPage;
const loadMap: LoadPage = async () => (await import('./map/map-page.tsx')).MapPage;
const loadArtists: LoadPage = async () => (await import('./artists/artists-page.tsx')).ArtistsPage;

/** Each way to explore is a chunk of its own, by the last word of its address. */
const VIEWS: ReadonlyMap<string, LoadPage> = new Map([
  ['trends', loadTrends],
  ['words', loadWords],
  ['map', loadMap],
  ['artists', loadArtists],
]);

export function ExplorePage(props: PageProps) {
  const name = props.place.path.split('/')[3] ?? '';
  return <PageView {...props} found={{ load: VIEWS.get(name) ?? loadTrends, params: props.params }} />;
}
