import type { Health } from '../api/types.ts';
import { Mark } from './mark.tsx';
import type { HealthState } from './use-health.ts';

const SAYING: Record<Health['status'], string> = {
  healthy: 'All systems answer',
  degraded: 'Answering with less than usual',
  error: 'The database does not answer',
};

const UNREACHED = {
  asking: 'Asking the server…',
  silent: 'The server does not answer; asking again',
  offline: 'You are offline',
} as const;

export function Footer({ health: { report, reach } }: { health: HealthState }) {
  return (
    <footer class="colophon">
      <Mark />
      <p>
        <a href="/docs">API reference</a>
        <a href="/openapi.json">OpenAPI document</a>
      </p>
      <p class="colophon-state">
        {reach === 'answers' && report !== null && <Report status={report.status} />}
        {reach !== 'answers' && (
          <span class="health" role="status">
            <span class={`dot dot-${reach}`} aria-hidden="true" />
            {UNREACHED[reach]}
          </span>
        )}
        {report !== null && <span>Barline {report.version}</span>}
      </p>
    </footer>
  );
}

const Report = ({ status }: Pick<Health, 'status'>) => (
  <a class="health" href="/health">
    <span class={`dot dot-${status}`} aria-hidden="true" />
    {SAYING[status]}
  </a>
);
