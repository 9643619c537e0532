import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
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

/** Whether the server can be reached now. */
const answers = (): Promise<boolean> =>
  fetch('/health/live', { cache: 'no-store', signal: AbortSignal.timeout(PROBE_MS) }).then(
    () => true,
    () => false,
  );

const PROBE_MS = 10_000;

/**
 * A part that did not arrive is asked for again only by a new document, because browsers keep the failure: by the
 * button, or by itself when the connection comes back. The address, with a text that stands in it, is kept. Without a
 * connection the document stays: the browser would put its own error page in its place.
 */
function NotLoaded({ reach }: { reach: HealthState['reach'] }) {
  const { title, text, offline, again, stillLost } = shellText.unloaded;
  const [asked, setAsked] = useState<'not' | 'asking' | 'lost'>('not');
  const retry = async () => {
    setAsked('asking');
    if (await answers()) window.location.reload();
    else setAsked('lost');
  };
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
      {reach !== 'offline' && asked === 'lost' && <p>{stillLost}</p>}
      {reach !== 'offline' && (
        <Button isBusy={asked === 'asking'} onClick={() => void retry()}>
          {again}
        </Button>
      )}
    </div>
  );
}
