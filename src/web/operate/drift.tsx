import type { ModelsStatus } from '../api/types.ts';
import { type Column, Table } from '../parts/table.tsx';
import { formatCount } from '../text/format.ts';
import { modelsText as texts } from '../text/operate-models.ts';

type Drift = ModelsStatus['drift'];
type Distribution = Drift['distributions'][number];

const { driftColumns: columns } = texts;

const COLUMNS: readonly Column<Distribution>[] = [
  { key: 'subject', label: columns.subject, render: ({ subject }) => texts.subject(subject) },
  {
    key: 'songs',
    label: columns.songs,
    isNumber: true,
    render: ({ songs }) => formatCount(songs),
    sortBy: ({ songs }) => songs,
  },
  {
    key: 'index',
    label: columns.index,
    isNumber: true,
    render: ({ index }) =>
      index === null ? <span class="muted">{texts.unmeasured}</span> : texts.index(index),
    sortBy: ({ index }) => index,
  },
  { key: 'state', label: columns.state, render: ({ state }) => texts.drifted[state] },
];

/** Whether songs that are judged again get the same answer, and whether judgements and songs are as they were. */
export function Agreement({ drift: { answers, distributions } }: { drift: Drift }) {
  const { held, failed } = answers;
  return (
    <section aria-labelledby="drift">
      <h2 id="drift">{texts.drift}</h2>
      {held === null && distributions.length === 0 && <p>{texts.noDrift}</p>}
      {held !== null && (
        <p>
          {texts.held(held)} {failed !== null && texts.unanswered(failed)}
        </p>
      )}
      {distributions.length > 0 && (
        <Table
          caption={texts.driftCaption}
          columns={COLUMNS}
          rows={distributions}
          rowKey={({ subject }) => subject}
        />
      )}
    </section>
  );
}
