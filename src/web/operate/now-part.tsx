import { requestJson } from '../api/request-json.ts';
import type { Health, IngestRunPage, KeyPage } from '../api/types.ts';
import { Button } from '../parts/button.tsx';
import { tell } from '../parts/toast.tsx';
import { Failure } from '../shell/failure.tsx';
import { operateText } from '../text/operate.ts';
import { type Concern, concernsOf, type LetterGroup } from './concerns.ts';
import { Figures, PartsTable } from './health-tables.tsx';
import { PartState } from './part-state.tsx';
import { useAction } from './use-action.ts';
import { useFresh } from './use-fresh.ts';

const texts = operateText.now;
const EXPIRING = '/admin/keys?expiring_within_days=14&limit=20';
/** /health answers 503 with a report when the database is gone. */
const REPORTED = [503];

/** What needs a hand first, each with the button that helps; then what is well, small. */
export function NowPart() {
  const health = useFresh<Health>('/health', REPORTED);
  const letters = useFresh<{ items: LetterGroup[] }>('/admin/dead-letters/groups');
  const runs = useFresh<IngestRunPage>('/ingest/runs?limit=50');
  const keys = useFresh<KeyPage>(EXPIRING);
  const all = [health, letters, runs];
  const reload = () => {
    for (const one of [...all, keys]) one.reload();
  };
  const error = all.find((one) => one.error !== null)?.error ?? null;
  const isKnown = all.every((one) => one.data !== null);
  const concerns = concernsOf({
    health: health.data,
    letters: letters.data?.items ?? [],
    runs: runs.data?.items ?? [],
    keys: keys.data?.items ?? [],
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
        {concerns.length === 0 && isKnown && <p role="status">{texts.none}</p>}
      </section>
      <PartState fresh={health}>
        {(report) => (
          <>
            <Figures health={report} />
            <PartsTable health={report} />
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
async function help(concern: Concern): Promise<void> {
  if (concern.help === 'resume') {
    await requestJson('/admin/resume', { method: 'POST' });
    tell({ text: texts.resumed });
  } else if (typeof concern.help === 'object' && concern.help !== null) {
    const { type, code, upstream } = concern.help;
    const body = { type, code, upstream };
    const { replayed } = await requestJson<{ replayed: number }>('/admin/dead-letters/replay', { body });
    tell({ text: texts.replayed(replayed) });
  }
}

function ConcernRow({ concern, onDone }: { concern: Concern; onDone: () => void }) {
  const { isBusy, error, run } = useAction(async () => {
    await help(concern);
    onDone();
  });
  return (
    <li>
      <p>{concern.text}</p>
      {concern.help === 'keys' && <a href="/app/operate?part=keys">{texts.toKeys}</a>}
      {concern.help !== null && concern.help !== 'keys' && (
        <Button isBusy={isBusy} onClick={() => void run()}>
          {concern.help === 'resume' ? texts.resume : texts.replay}
        </Button>
      )}
      {error !== null && <Failure error={error} />}
    </li>
  );
}
