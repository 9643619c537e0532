import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { getJson } from '../api/get-json.ts';
import type { Batch, BatchResult, BatchResults as Results } from '../api/types.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { saveFile } from '../parts/save-file.ts';
import { Table } from '../parts/table.tsx';
import { Waiting } from '../parts/waiting.tsx';
import type { Arrival } from '../router/history.ts';
import { usePages } from '../search/use-pages.ts';
import { Failure } from '../shell/failure.tsx';
import { batchText } from '../text/batch.ts';
import { columnsOf } from './result-columns.tsx';
import { toCsv } from './to-csv.ts';

const texts = batchText.came;
type Shown = 'all' | 'failed';
const SHOWN: readonly Shown[] = ['all', 'failed'];
const PER_PAGE = 100;

async function allResults(path: string): Promise<BatchResult[]> {
  const results: BatchResult[] = [];
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Results = await getJson<Results>(path + from);
    results.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return results;
}

/** The results of a batch that has ended, as a table and as files. */
export function BatchResults({ batch, arrival }: { batch: Batch; arrival: Arrival }) {
  const [shown, setShown] = useState<Shown>('all');
  const path = `/batch/${batch.batch_id}/results?limit=${PER_PAGE}`;
  const { found, retry, more } = usePages<Results>(path, arrival);
  const { answer, error, loading } = found;
  const hasMore = answer !== null && answer.next_cursor !== null;
  // Failed ones may stand on pages that are not loaded yet.
  const isSeeking = shown === 'failed' && hasMore && error === null;
  useEffect(() => {
    if (isSeeking && !loading) more();
  }, [isSeeking, loading]);
  const rows = (answer?.items ?? []).filter(({ status }) => shown === 'all' || status === 'failed');
  return (
    <>
      <div class="batch-tools">
        <Choice
          legend={texts.show}
          name="shown"
          value={shown}
          options={SHOWN.map((value) => ({ value, label: texts.filters[value] }))}
          onChoose={setShown}
        />
        <Downloads path={path} name={batch.batch_id} />
      </div>
      {answer === null && error === null && <Waiting text={texts.loading} />}
      {answer !== null && rows.length === 0 && shown === 'failed' && !hasMore && (
        <p role="status">{texts.noFailed}</p>
      )}
      {isSeeking && <Waiting text={texts.loading} />}
      {rows.length > 0 && (
        <Table
          caption={texts.caption}
          columns={columnsOf(batch.operation)}
          rows={rows}
          rowKey={({ index }) => index}
        />
      )}
      {error !== null && <Failure error={error} {...(answer === null && { retry })} />}
      {hasMore && !isSeeking && (
        <Button isWide isBusy={loading} onClick={more}>
          {loading ? texts.loading : texts.more}
        </Button>
      )}
    </>
  );
}

/** All results as a file, asked for page by page, because a link could not carry the key. */
function Downloads({ path, name }: { path: string; name: string }) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const download = async (kind: 'csv' | 'ndjson') => {
    setBusy(true);
    setError(null);
    try {
      const results = await allResults(path);
      const lines = () => results.map((one) => `${JSON.stringify(one)}\n`).join('');
      if (kind === 'csv') saveFile(`${name}.csv`, 'text/csv', toCsv(results));
      else saveFile(`${name}.ndjson`, 'application/x-ndjson', lines());
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown);
    }
    setBusy(false);
  };
  return (
    <div>
      <p class="buttons">
        <Button isBusy={isBusy} onClick={() => void download('csv')}>
          {texts.downloadCsv}
        </Button>
        <Button isBusy={isBusy} onClick={() => void download('ndjson')}>
          {texts.downloadLines}
        </Button>
      </p>
      {error !== null && <Failure error={error} />}
    </div>
  );
}
