import { PageView } from '../shell/page-view.tsx';
import type { LoadPage, PageProps } from '../shell/pages.ts';

const loadMap: LoadPage = async () => (await import('./map/map-page.tsx')).MapPage;

/** Each way to explore is a chunk of its own, by the last word of its address. */
const VIEWS: ReadonlyMap<string, LoadPage> = new Map([['map', loadMap]]);

export function ExplorePage(props: PageProps) {
  const name = props.place.path.split('/')[3] ?? '';
  return <PageView {...props} found={{ load: VIEWS.get(name) ?? loadMap, params: props.params }} />;
}
