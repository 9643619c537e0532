import { useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { requestJson } from '../api/request-json.ts';
import type { Batch } from '../api/types.ts';
import { Button } from '../parts/button.tsx';
import { Progress } from '../parts/progress.tsx';
import { secondsLeft } from '../parts/time-left.ts';
import { tell } from '../parts/toast.tsx';
import { Waiting } from '../parts/waiting.tsx';
import type { Arrival } from '../router/history.ts';
import { Failure } from '../shell/failure.tsx';
import { batchText } from '../text/batch.ts';
import { BatchResults } from './batch-results.tsx';
import { hasEnded, useBatch } from './use-batch.ts';

const texts = batchText.came;
// An id that no batch can have is refused as malformed.
const MISSING = [404, 422];

interface CameStepProps {
  id: string;
  arrival: Arrival;
  anotherHref: string;
}

/** The third step: the batch while it runs, and its results. */
export function CameStep({ id, arrival, anotherHref }: CameStepProps) {
  const { batch, error, isLost, retry } = useBatch(id);
  const isMissing = error?.status != null && MISSING.includes(error.status);
  return (
    <section aria-labelledby="came">
      <h2 id="came">{texts.title}</h2>
      {batch === null && error === null && <Waiting text={texts.opening} />}
      {isMissing && <p>{texts.missing}</p>}
      {error !== null && !isMissing && <Failure error={error} retry={retry} />}
      {isLost && (
        <p class="notice notice-degraded" role="status">
          {texts.lost}
        </p>
      )}
      {batch !== null && <Running batch={batch} retry={retry} />}
      {batch !== null && hasEnded(batch) && <BatchResults batch={batch} arrival={arrival} />}
      <p>
        <a href={anotherHref}>{texts.again}</a>
      </p>
    </section>
  );
}

function Running({ batch, retry }: { batch: Batch; retry: () => void }) {
  const { counts, items_count, status, created_at } = batch;
  const done = counts.done + counts.failed + counts.cancelled;
  const left = secondsLeft(done, items_count, Date.now() - Date.parse(created_at));
  const [error, setError] = useState<ApiError | null>(null);
  const cancel = async () => {
    setError(null);
    try {
      await requestJson(`/batch/${batch.batch_id}`, { method: 'DELETE' });
      tell({ text: texts.cancelled });
      retry();
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown);
    }
  };
  return (
    <>
      <p class="label" role="status">
        {texts.states[status]}
      </p>
      <Progress label={texts.progress} done={done} total={items_count} secondsLeft={left} />
      {counts.degraded > 0 && <p class="notice notice-degraded">{texts.degraded(counts.degraded)}</p>}
      {error !== null && <Failure error={error} retry={cancel} />}
      {!hasEnded(batch) && (
        <p>
          <Button kind="danger" onClick={() => void cancel()}>
            {texts.cancel}
          </Button>
        </p>
      )}
    </>
  );
}
