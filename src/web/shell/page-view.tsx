import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { type Place, restorePosition } from '../router/history.ts';
import { shellText } from '../text/shell.ts';
import type { FoundPage } from './pages.ts';
import type { HealthState } from './use-health.ts';
import { useView } from './use-view.ts';

interface PageViewProps {
  place: Place;
  found: FoundPage;
  health: HealthState;
}

/** The page of an address, or what is awaited or went wrong in its place. */
export function PageView({ place, found, health }: PageViewProps) {
  const view = useView(found.load);
  const isReady = view.status === 'ready';
  useLayoutEffect(() => {
    if (isReady) restorePosition(place);
  }, [place, isReady]);
  if (view.status === 'loading') {
    return (
      <div class="column loading">
        <Waiting text={shellText.opening} />
      </div>
    );
  }
  if (view.status === 'failed') return <NotLoaded reach={health.reach} />;
  const Page = view.component;
  return <Page place={place} params={found.params} health={health} />;
}

/**
 * A part that did not arrive is asked for again only by a new document, because browsers keep the failure: by the
 * button, or by itself when the connection comes back. Offline there is no button, whose reload would lose everything.
 */
function NotLoaded({ reach }: { reach: HealthState['reach'] }) {
  const { title, text, offline, again } = shellText.unloaded;
  const isLost = reach === 'silent' || reach === 'offline';
  const wasLost = useRef(isLost);
  useEffect(() => {
    if (wasLost.current && reach === 'answers') window.location.reload();
    wasLost.current = isLost;
  }, [reach]);
  return (
    <div class="column failure" role="alert">
      <p class="failure-title">{title}</p>
      <p>{reach === 'offline' ? offline : text}</p>
      {reach !== 'offline' && <Button onClick={() => window.location.reload()}>{again}</Button>}
    </div>
  );
}
