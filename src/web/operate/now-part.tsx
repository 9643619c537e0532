import { requestJson } from '../api/request-json.ts';
import type { CacheStats, DeadLetterGroups, Health, IngestRunPage, KeyPage } from '../api/types.ts';
import { Button } from '../parts/button.tsx';
import { tell } from '../parts/toast.tsx';
import { Failure } from '../shell/failure.tsx';
import { operateText } from '../text/operate.ts';
import { Caches } from './caches.tsx';
import { type Concern, concernsOf, type Help } from './concerns.ts';
import { Figures, Parts } from './health-tables.tsx';
import { PartState } from './part-state.tsx';
import { Schedule } from './schedule.tsx';
import { useAction } from './use-action.ts';
import { useFresh, useMetrics } from './use-fresh.ts';
import { WaitingWork } from './waiting-work.tsx';

const texts = operateText.now;
const EXPIRING = '/admin/keys?expiring_within_days=14&limit=20';
/** /health answers 503 with a report when the database is gone. */
const REPORTED = [503];

/** What needs a hand first, each with the button that helps; then what is well, small. */
export function NowPart() {
  const health = useFresh<Health>('/health', REPORTED);
  const letters = useFresh<DeadLetterGroups>('/admin/dead-letters/groups');
  const runs = useFresh<IngestRunPage>('/ingest/runs?limit=50');
  const keys = useFresh<KeyPage>(EXPIRING);
  const metrics = useMetrics();
  const caches = useFresh<CacheStats>('/cache/stats');
  // An operator may not see keys, and caches alone are no reason to look.
  const needed = [health, letters, runs, metrics];
  const reload = () => {
    for (const one of [...needed, keys, caches]) one.reload();
  };
  const error = needed.find((one) => one.error !== null)?.error ?? null;
  const concerns = concernsOf({
    health: health.data,
    letters: letters.data?.items ?? [],
    runs: runs.data?.items ?? [],
    keys: keys.data?.items ?? [],
    metrics: metrics.data ?? [],
    now: Date.now(),
  });
  return (
    <>
      <section aria-labelledby="concerns">
        <h2 id="concerns">{texts.title}</h2>
        {error !== null && <Failure error={error} retry={reload} />}
        {concerns.length > 0 && (
          <ul class="concerns">
            {concerns.map((concern) => (
              <ConcernRow key={concern.key} concern={concern} onDone={reload} />
            ))}
          </ul>
        )}
        {concerns.length === 0 && needed.every(({ data }) => data !== null) && (
          <p role="status">{texts.none}</p>
        )}
      </section>
      <PartState fresh={health} isFailureShown={false}>
        {(report) => (
          <>
            {metrics.data !== null && <WaitingWork metrics={metrics.data} />}
            <section aria-labelledby="well" class="well">
              <h2 id="well">{operateText.well.title}</h2>
              <Figures health={report} />
              <Parts health={report} />
              <Schedule steps={report.schedule} />
              {caches.data !== null && <Caches stats={caches.data} />}
            </section>
            <p class="hint">
              {operateText.asOf(report.timestamp)}{' '}
              <Button kind="quiet" onClick={reload}>
                {operateText.refresh}
              </Button>
            </p>
          </>
        )}
      </PartState>
    </>
  );
}

/** Does what helps, and says what was done. */
async function act(help: Help): Promise<void> {
  if (help.kind === 'resume') {
    await requestJson('/admin/resume?early=true', { method: 'POST' });
    tell({ text: texts.resumed });
  } else if (help.kind === 'replay') {
    const { type, code, upstream } = help.group;
    const body = { type, code, upstream };
    const { replayed } = await requestJson<{ replayed: number }>('/admin/dead-letters/replay', { body });
    tell({ text: texts.replayed(replayed) });
  }
}

function ConcernRow({ concern: { text, help }, onDone }: { concern: Concern; onDone: () => void }) {
  const { isBusy, error, run } = useAction(async () => {
    if (help !== null) await act(help);
    onDone();
  });
  return (
    <li>
      <p>{text}</p>
      {help?.kind === 'look' && <a href={`/app/operate?part=${help.part}`}>{texts.look[help.part]}</a>}
      {(help?.kind === 'resume' || help?.kind === 'replay') && (
        <Button isBusy={isBusy} onClick={() => void run()}>
          {help.kind === 'resume' ? texts.resume : texts.replay}
        </Button>
      )}
      {error !== null && <Failure error={error} />}
    </li>
  );
}
