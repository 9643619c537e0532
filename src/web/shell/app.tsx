import { useLayoutEffect } from 'preact/hooks';
import type { Health } from '../api/types.ts';
import { useJson } from '../api/use-json.ts';
import { restorePosition } from '../router/history.ts';
import { usePlace } from '../router/use-place.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { findPage } from './pages.ts';

// /health answers 503 with a report when the database is gone.
const REPORTED = [503];

/** The frame of every page: skip link, header, the page of the address, footer. */
export function App() {
  const place = usePlace();
  const health = useJson<Health>('/health', 'load', REPORTED);
  const { component: Page, params } = findPage(place.path);
  useLayoutEffect(() => restorePosition(place), [place]);
  return (
    <>
      <a class="skip" href="#content">
        Skip to content
      </a>
      <Header path={place.path} />
      <main id="content" tabIndex={-1}>
        <Page key={place.path} place={place} params={params} health={health} />
      </main>
      <Footer health={health} />
    </>
  );
}
