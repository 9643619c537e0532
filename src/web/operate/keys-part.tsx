import { useState } from 'preact/hooks';
import { requestJson } from '../api/request-json.ts';
import type { KeyFacts } from '../api/types.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { tell } from '../parts/toast.tsx';
import { Failure } from '../shell/failure.tsx';
import { formatMoment } from '../text/moments.ts';
import { keysText as texts } from '../text/operate-keys.ts';
import { MakeKey } from './make-key.tsx';
import { PartState } from './part-state.tsx';
import { RotateKey } from './rotate-key.tsx';
import { useAction } from './use-action.ts';
import { useFreshList } from './use-fresh.ts';

const { columns } = texts;
const KEYS = '/admin/keys?limit=100';
const DEAD: readonly KeyFacts['status'][] = ['revoked', 'expired', 'replaced'];

type Doing = { what: 'rotate' | 'revoke'; key: KeyFacts };

const columnsWith = (onDo: (doing: Doing) => void): readonly Column<KeyFacts>[] => [
  { key: 'name', label: columns.name, render: ({ name }) => name, sortBy: ({ name }) => name },
  { key: 'role', label: columns.role, render: ({ role }) => texts.roles[role], sortBy: ({ role }) => role },
  {
    key: 'state',
    label: columns.state,
    render: ({ status, grace_until }) =>
      status === 'in_grace' ? texts.states.in_grace(grace_until) : texts.states[status],
    sortBy: ({ status }) => status,
  },
  {
    key: 'ends',
    label: columns.ends,
    render: ({ expires_at }) => formatMoment(expires_at),
    sortBy: ({ expires_at }) => expires_at,
  },
  {
    key: 'used',
    label: columns.used,
    render: ({ last_used_at }) => (last_used_at === null ? texts.never : formatMoment(last_used_at)),
    sortBy: ({ last_used_at }) => last_used_at,
  },
  {
    key: 'action',
    label: columns.action,
    render: (key) =>
      DEAD.includes(key.status) ? null : (
        <span class="row-buttons">
          {key.status === 'active' && (
            <Button
              kind="quiet"
              aria-label={`${texts.rotate} ${key.name}`}
              onClick={() => onDo({ what: 'rotate', key })}
            >
              {texts.rotate}
            </Button>
          )}
          <Button
            kind="quiet"
            aria-label={`${texts.revoke} ${key.name}`}
            onClick={() => onDo({ what: 'revoke', key })}
          >
            {texts.revoke}
          </Button>
        </span>
      ),
  },
];

/** All keys, with ways to make, to replace and to revoke one. */
export function KeysPart() {
  const { fresh: keys, more } = useFreshList<KeyFacts>(KEYS);
  const [doing, setDoing] = useState<Doing | null>(null);
  const done = () => {
    setDoing(null);
    keys.reload();
  };
  return (
    <>
      <MakeKey onMade={keys.reload} />
      <section aria-label={texts.caption}>
        <PartState fresh={keys}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState sentence={texts.none} />
            ) : (
              <Table
                caption={texts.caption}
                columns={columnsWith(setDoing)}
                rows={items}
                rowKey={({ id }) => id}
              />
            )
          }
        </PartState>
        {more !== null && <Button onClick={more}>{texts.more}</Button>}
      </section>
      {doing?.what === 'revoke' && <Revoke apiKey={doing.key} onClose={done} />}
      {doing?.what === 'rotate' && <RotateKey apiKey={doing.key} onClose={done} />}
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
