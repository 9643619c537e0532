import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';

/** Shows that a page could not be drawn instead of leaving the screen empty; its key says which page it guards. */
export function PageGuard({ children }: { children: ComponentChildren }) {
  const [error] = useErrorBoundary((thrown) => console.error(thrown));
  if (error === undefined) return <>{children}</>;
  return (
    <div class="column failure" role="alert">
      <p class="failure-title">This page could not be drawn</p>
      <p>The server may have been renewed while it was open. Reload it; your address is kept.</p>
      <button type="button" class="button" onClick={() => window.location.reload()}>
        Reload
      </button>
    </div>
  );
}
