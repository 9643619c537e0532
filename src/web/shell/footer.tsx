import type { Health } from '../api/types.ts';
import { Button } from '../parts/button.tsx';
import { shellText } from '../text/shell.ts';
import { KeyState } from './key-state.tsx';
import { Mark } from './mark.tsx';
import { openDialog } from './open-dialog.ts';
import type { HealthState } from './use-health.ts';

const { footer } = shellText;

export function Footer({ health: { report, reach } }: { health: HealthState }) {
  return (
    <footer class="colophon">
      <Mark />
      <p>
        <a href="/docs">{footer.reference}</a>
        <a href="/openapi.json">{footer.document}</a>
        <Button kind="quiet" onClick={() => openDialog('keys')}>
          {footer.keys}
        </Button>
        <KeyState />
      </p>
      <p class="colophon-state">
        {reach === 'answers' && report !== null && <Report status={report.status} />}
        {reach !== 'answers' && (
          <span class="health" role="status">
            <span class={`dot dot-${reach}`} aria-hidden="true" />
            {footer.reach[reach]}
          </span>
        )}
        {report !== null && <span>{footer.version(report.version)}</span>}
      </p>
    </footer>
  );
}

const Report = ({ status }: Pick<Health, 'status'>) => (
  <a class="health" href="/health">
    <span class={`dot dot-${status}`} aria-hidden="true" />
    {footer.states[status]}
  </a>
);
