import type { Health } from '../api/types.ts';
import type { Loaded } from '../api/use-json.ts';
import { Mark } from './mark.tsx';

const SAYING: Record<Health['status'], string> = {
  healthy: 'All systems answer',
  degraded: 'Answering with less than usual',
  error: 'The database does not answer',
};

export function Footer({ health }: { health: Loaded<Health> }) {
  const status = health.status === 'ready' ? health.data.status : null;
  return (
    <footer class="colophon">
      <Mark />
      <p>
        <a href="/docs">API reference</a>
        <a href="/openapi.json">OpenAPI document</a>
      </p>
      <p class="colophon-state">
        {status !== null && (
          <a class="health" href="/health">
            <span class={`dot dot-${status}`} aria-hidden="true" />
            {SAYING[status]}
          </a>
        )}
        {health.status === 'failed' && <span>No word of the server’s health</span>}
        {health.status === 'ready' && <span>Barline {health.data.version}</span>}
      </p>
    </footer>
  );
}
