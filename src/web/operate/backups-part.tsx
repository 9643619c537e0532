import { requestJson } from '../api/request-json.ts';
import type { BackupList, BackupStep } from '../api/types.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { tell } from '../parts/toast.tsx';
import { Failure } from '../shell/failure.tsx';
import { formatCount } from '../text/format.ts';
import { formatMoment } from '../text/moments.ts';
import { backupsText as texts } from '../text/operate-backups.ts';
import { PartState } from './part-state.tsx';
import { useAction } from './use-action.ts';
import { useFresh } from './use-fresh.ts';

type Backup = BackupList['items'][number];

const { columns } = texts;

const COLUMNS: readonly Column<Backup>[] = [
  { key: 'id', label: columns.id, render: ({ id }) => <code>{id}</code>, sortBy: ({ id }) => id },
  { key: 'state', label: columns.state, render: ({ status }) => texts.itemStates[status] },
  {
    key: 'rows',
    label: columns.rows,
    isNumber: true,
    render: ({ rows }) => (rows === null ? '' : formatCount(rows)),
    sortBy: ({ rows }) => rows,
  },
  {
    key: 'size',
    label: columns.size,
    isNumber: true,
    render: ({ bytes }) => (bytes === null ? '' : texts.megabytes(bytes)),
    sortBy: ({ bytes }) => bytes,
  },
  { key: 'ended', label: columns.ended, render: ({ finished_at }) => formatMoment(finished_at) },
  { key: 'why', label: columns.why, render: ({ failure }) => failure?.message ?? '' },
];

/** The backups that there are, and a way to begin one. */
export function BackupsPart() {
  const backups = useFresh<BackupList>('/admin/backups');
  const { isBusy, error, run } = useAction(async () => {
    const step = await requestJson<BackupStep>('/admin/backups', { body: { now: true }, timeoutMs: 60_000 });
    tell({ text: texts.states[step.state] });
    backups.reload();
  });
  return (
    <section aria-label={texts.caption}>
      <PartState fresh={backups}>
        {({ items, database_answers }) => (
          <>
            {!database_answers && <p class="notice notice-degraded">{texts.noDatabase}</p>}
            {items.length === 0 ? (
              <EmptyState sentence={texts.none} />
            ) : (
              <Table caption={texts.caption} columns={COLUMNS} rows={items} rowKey={({ id }) => id} />
            )}
            {error !== null && <Failure error={error} retry={run} />}
            <Button isBusy={isBusy} onClick={() => void run()}>
              {isBusy ? texts.making : texts.make}
            </Button>
          </>
        )}
      </PartState>
    </section>
  );
}
