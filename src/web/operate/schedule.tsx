import type { Health } from '../api/types.ts';
import { Disclosure } from '../parts/disclosure.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { operateText } from '../text/operate.ts';

type Step = Health['schedule'][number];

const { schedule: texts, moment } = operateText;
const { columns } = texts;

const COLUMNS: readonly Column<Step>[] = [
  { key: 'step', label: columns.step, render: ({ step }) => texts.name(step), sortBy: ({ step }) => step },
  {
    key: 'state',
    label: columns.state,
    render: ({ state }) => texts.states[state],
    sortBy: ({ state }) => state,
  },
  {
    key: 'begun',
    label: columns.begun,
    render: ({ started_at }) => moment(started_at),
    sortBy: ({ started_at }) => started_at,
  },
  {
    key: 'took',
    label: columns.took,
    isNumber: true,
    render: ({ duration_ms }) => (duration_ms === null ? '' : texts.took(duration_ms)),
    sortBy: ({ duration_ms }) => duration_ms,
  },
];

/** How the schedule went, and the last run of each of its steps. */
export function Schedule({ steps }: { steps: readonly Step[] }) {
  const last = steps
    .map(({ started_at }) => started_at)
    .toSorted()
    .at(-1);
  if (last === undefined) return <p class="muted">{texts.none}</p>;
  const done = steps.filter(({ state }) => state === 'ok' || state === 'running').length;
  return (
    <Disclosure summary={texts.summary(done, steps.length, last)}>
      <Table caption={texts.caption} columns={COLUMNS} rows={steps} rowKey={({ step }) => step} />
    </Disclosure>
  );
}
