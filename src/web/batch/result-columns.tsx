import type { BatchResult } from '../api/types.ts';
import type { Column } from '../parts/table.tsx';
import { batchText } from '../text/batch.ts';
import { formatShare } from '../text/format.ts';
import { SENTIMENT_LABELS, themeLabel } from '../text/labels.ts';

const { columns, itemStates, valid } = batchText.came;

const nameOf = ({ id, index }: BatchResult): string => id ?? String(index + 1);

export function sentimentOf({ analysis }: BatchResult): string {
  return analysis?.sentiment == null ? '' : SENTIMENT_LABELS[analysis.sentiment];
}

export const themesOf = ({ analysis }: BatchResult): string =>
  (analysis?.themes ?? []).map(({ theme }) => themeLabel(theme)).join(', ');

/** What went wrong with a text, or what a check found in it. */
export function problemOf({ error, validation }: BatchResult): string {
  if (error !== null) return error.message;
  if (validation === null) return '';
  return validation.findings.length === 0
    ? valid
    : validation.findings.map(({ message }) => message).join(' ');
}

const name: Column<BatchResult> = {
  key: 'row',
  label: columns.row,
  render: nameOf,
  sortBy: ({ index }) => index,
};
const state: Column<BatchResult> = {
  key: 'status',
  label: columns.status,
  render: ({ status }) => itemStates[status],
  sortBy: ({ status }) => status,
};
const problem: Column<BatchResult> = { key: 'problem', label: columns.problem, render: problemOf };

const ANALYSED: readonly Column<BatchResult>[] = [
  name,
  state,
  { key: 'sentiment', label: columns.sentiment, render: sentimentOf, sortBy: sentimentOf },
  { key: 'themes', label: columns.themes, render: themesOf },
  {
    key: 'rhyme',
    label: columns.rhyme,
    isNumber: true,
    render: ({ analysis }) => (analysis?.rhyme.density == null ? '' : formatShare(analysis.rhyme.density)),
    sortBy: ({ analysis }) => analysis?.rhyme.density ?? null,
  },
  problem,
];

/** The columns of the results of an operation. */
export const columnsOf = (operation: 'analyze' | 'validate'): readonly Column<BatchResult>[] =>
  operation === 'analyze' ? ANALYSED : [name, state, problem];
