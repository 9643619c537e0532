import { Toasts } from '../parts/toast.tsx';
import { usePlace } from '../router/use-place.ts';
import { shellText } from '../text/shell.ts';
import { Dialogs } from './dialogs.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { LostPage } from './lost-page.tsx';
import { PageGuard } from './page-guard.tsx';
import { PageKeys } from './page-keys.tsx';
import { PageView } from './page-view.tsx';
import { findPage } from './pages.ts';
import { useHealth } from './use-health.ts';

/** The frame of every page: skip link, header, the page of the address, footer. */
export function App() {
  const place = usePlace();
  const health = useHealth();
  const found = findPage(place.path);
  return (
    <>
      <a class="skip" href="#content">
        {shellText.skip}
      </a>
      <Header path={place.path} />
      <main id="content" tabIndex={-1}>
        <PageGuard key={place.path}>
          {found === null ? (
            <LostPage path={place.path} />
          ) : (
            <PageView place={place} found={found} health={health} />
          )}
        </PageGuard>
      </main>
      <Footer health={health} />
      <Toasts />
      <Dialogs />
      <PageKeys />
    </>
  );
}
