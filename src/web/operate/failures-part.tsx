import { requestJson } from '../api/request-json.ts';
import type { DeadLetterPage } from '../api/types.ts';
import { Button } from '../parts/button.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { tell } from '../parts/toast.tsx';
import { Failure } from '../shell/failure.tsx';
import { formatCount } from '../text/format.ts';
import { formatMoment } from '../text/moments.ts';
import { operateText } from '../text/operate.ts';
import { failuresText as texts } from '../text/operate-work.ts';
import { CountedFailures } from './counted-failures.tsx';
import { PartState } from './part-state.tsx';
import { useAction } from './use-action.ts';
import { useFreshList } from './use-fresh.ts';

type Letter = DeadLetterPage['items'][number];

const { columns } = texts;
const LETTERS = '/admin/dead-letters?limit=50';

/** What a job is about, as far as a page shows it. */
function Subject({ body }: { body: Letter['body'] }) {
  const { song, artist, batch, run } = texts.subject;
  if (typeof body !== 'object' || body === null) return null;
  if ('track_id' in body) return <a href={`/app/tracks/${body.track_id}`}>{song}</a>;
  if ('artist_id' in body) return <a href={`/app/artists/${body.artist_id}`}>{artist}</a>;
  if ('batch_id' in body) return <a href={`/app/batch?id=${body.batch_id}`}>{batch}</a>;
  return 'run_id' in body ? <span class="muted">{run(Number(body.run_id))}</span> : null;
}

const columnsWith = (onSent: () => void): readonly Column<Letter>[] => [
  {
    key: 'job',
    label: columns.job,
    render: ({ message_type, body }) => (
      <>
        {texts.job(message_type)}
        {message_type !== null && (
          <span class="job-subject">
            <Subject body={body} />
          </span>
        )}
      </>
    ),
    sortBy: ({ message_type }) => message_type,
  },
  {
    key: 'why',
    label: columns.why,
    render: ({ cause, error }) => cause?.message ?? error ?? texts.unknown,
  },
  {
    key: 'tries',
    label: columns.tries,
    isNumber: true,
    render: ({ attempts }) => formatCount(attempts),
    sortBy: ({ attempts }) => attempts,
  },
  {
    key: 'when',
    label: columns.when,
    render: ({ created_at }) => formatMoment(created_at),
    sortBy: ({ created_at }) => created_at,
  },
  { key: 'action', label: columns.action, render: ({ id }) => <SendAgain id={id} onSent={onSent} /> },
];

/** What was given up, each with a way to send it again; then what failed since counting began. */
export function FailuresPart() {
  const { fresh, more } = useFreshList<Letter>(LETTERS);
  return (
    <>
      <section aria-labelledby="letters">
        <h2 id="letters">{texts.letters}</h2>
        <PartState fresh={fresh}>
          {(items) =>
            items.length === 0 ? (
              <p>{texts.none}</p>
            ) : (
              <Table
                caption={texts.lettersCaption}
                columns={columnsWith(fresh.reload)}
                rows={items}
                rowKey={({ id }) => id}
              />
            )
          }
        </PartState>
        {more !== null && <Button onClick={more}>{operateText.more}</Button>}
      </section>
      <CountedFailures />
    </>
  );
}

function SendAgain({ id, onSent }: { id: number; onSent: () => void }) {
  const { isBusy, error, run } = useAction(async () => {
    await requestJson(`/admin/dead-letters/${id}/replay`, { method: 'POST' });
    tell({ text: texts.sent });
    onSent();
  });
  return (
    <>
      <Button kind="quiet" isBusy={isBusy} aria-label={texts.againFor(id)} onClick={() => void run()}>
        {texts.again}
      </Button>
      {error !== null && <Failure error={error} />}
    </>
  );
}
