import { useState } from 'preact/hooks';
import { requestJson } from '../api/request-json.ts';
import type { KeyFacts, KeyPage } from '../api/types.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { tell } from '../parts/toast.tsx';
import { Failure } from '../shell/failure.tsx';
import { operateText } from '../text/operate.ts';
import { MakeKey } from './make-key.tsx';
import { PartState } from './part-state.tsx';
import { useAction } from './use-action.ts';
import { useFresh } from './use-fresh.ts';

const texts = operateText.keys;
const { columns } = texts;
const KEYS = '/admin/keys?limit=100';
const DEAD: readonly KeyFacts['status'][] = ['revoked', 'expired', 'replaced'];

const columnsWith = (onRevoke: (key: KeyFacts) => void): readonly Column<KeyFacts>[] => [
  { key: 'name', label: columns.name, render: ({ name }) => name, sortBy: ({ name }) => name },
  { key: 'role', label: columns.role, render: ({ role }) => texts.roles[role], sortBy: ({ role }) => role },
  {
    key: 'state',
    label: columns.state,
    render: ({ status }) => texts.states[status],
    sortBy: ({ status }) => status,
  },
  {
    key: 'ends',
    label: columns.ends,
    render: ({ expires_at }) => operateText.moment(expires_at),
    sortBy: ({ expires_at }) => expires_at,
  },
  {
    key: 'used',
    label: columns.used,
    render: ({ last_used_at }) => (last_used_at === null ? texts.never : operateText.moment(last_used_at)),
    sortBy: ({ last_used_at }) => last_used_at,
  },
  {
    key: 'action',
    label: columns.action,
    render: (key) =>
      DEAD.includes(key.status) ? null : (
        <Button kind="quiet" aria-label={`${texts.revoke} ${key.name}`} onClick={() => onRevoke(key)}>
          {texts.revoke}
        </Button>
      ),
  },
];

/** All keys, with ways to make and to revoke one. */
export function KeysPart() {
  const keys = useFresh<KeyPage>(KEYS);
  const [revoked, setRevoked] = useState<KeyFacts | null>(null);
  return (
    <>
      <MakeKey onMade={keys.reload} />
      <section aria-label={texts.caption}>
        <PartState fresh={keys}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState sentence={texts.none} />
            ) : (
              <Table
                caption={texts.caption}
                columns={columnsWith(setRevoked)}
                rows={items}
                rowKey={({ id }) => id}
              />
            )
          }
        </PartState>
      </section>
      {revoked !== null && (
        <Revoke
          apiKey={revoked}
          onClose={() => {
            setRevoked(null);
            keys.reload();
          }}
        />
      )}
    </>
  );
}

function Revoke({ apiKey, onClose }: { apiKey: KeyFacts; onClose: () => void }) {
  const { isBusy, error, run } = useAction(async () => {
    await requestJson(`/admin/keys/${apiKey.id}`, { method: 'DELETE' });
    tell({ text: texts.revoked });
    onClose();
  });
  return (
    <Dialog title={texts.revokeTitle(apiKey.name)} onClose={onClose}>
      <p>{texts.revokeText}</p>
      {error !== null && <Failure error={error} />}
      <p class="buttons">
        <Button onClick={onClose}>{texts.keep}</Button>
        <Button kind="danger" isBusy={isBusy} onClick={() => void run()}>
          {texts.revoke}
        </Button>
      </p>
    </Dialog>
  );
}
