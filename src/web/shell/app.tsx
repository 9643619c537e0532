import { useLayoutEffect } from 'preact/hooks';
import { restorePosition } from '../router/history.ts';
import { usePlace } from '../router/use-place.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { PageGuard } from './page-guard.tsx';
import { findPage } from './pages.ts';
import { useHealth } from './use-health.ts';

/** The frame of every page: skip link, header, the page of the address, footer. */
export function App() {
  const place = usePlace();
  const health = useHealth();
  const { component: Page, params } = findPage(place.path);
  useLayoutEffect(() => restorePosition(place), [place]);
  return (
    <>
      <a class="skip" href="#content">
        Skip to content
      </a>
      <Header path={place.path} />
      <main id="content" tabIndex={-1}>
        <PageGuard key={place.path}>
          <Page place={place} params={params} health={health} />
        </PageGuard>
      </main>
      <Footer health={health} />
    </>
  );
}
