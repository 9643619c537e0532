import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { shellText } from '../text/shell.ts';

/** Shows that a page could not be drawn instead of leaving the screen empty; its key says which page it guards. */
export function PageGuard({ children }: { children: ComponentChildren }) {
  const [error] = useErrorBoundary((thrown) => console.error(thrown));
  if (error === undefined) return <>{children}</>;
  return (
    <div class="column failure" role="alert">
      <p class="failure-title">{shellText.broken.title}</p>
      <p>{shellText.broken.text}</p>
      <button type="button" class="button" onClick={() => window.location.reload()}>
        {shellText.broken.reload}
      </button>
    </div>
  );
}
