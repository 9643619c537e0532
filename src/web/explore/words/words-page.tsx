import { getJson } from '../../api/get-json.ts';
import type { TrendWords } from '../../api/types.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Disclosure } from '../../parts/disclosure.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Failure } from '../../shell/failure.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { wordsText } from '../../text/explore-words.ts';
import { ExploreFrame } from '../explore-frame.tsx';
import { heightOf } from './lay-out-lines.ts';
import { PointSongs } from './point-songs.tsx';
import { TermChips } from './term-chips.tsx';
import { WordsChart } from './words-chart.tsx';
import { readWordsState, type WordsState, wordsApiPath, wordsHref } from './words-state.ts';
import './words.css';

export function WordsPage({ place }: PageProps) {
  const state = readWordsState(place.search);
  const path = wordsApiPath(state);
  const isAsked = state.terms.length > 0;
  const { data, error, isLoading, retry } = useAnswer(isAsked ? path : null, (signal) =>
    getJson<TrendWords>(path, { signal }),
  );
  return (
    <ExploreFrame view="words" title={wordsText.title} heading={wordsText.heading} isWide>
      <TermChips state={state} />
      {!isAsked && (
        <EmptyState sentence={wordsText.empty}>
          <a href={wordsHref({ ...state, terms: wordsText.exampleTerms })}>{wordsText.example}</a>
        </EmptyState>
      )}
      {isAsked && data === null && error === null && <Waiting text={wordsText.waiting} />}
      {isAsked && error !== null && <Failure error={error} retry={retry} />}
      {isAsked && data !== null && error === null && (
        <div class={isLoading ? 'words words-stale' : 'words'} aria-busy={isLoading}>
          <Words answer={data} state={state} />
        </div>
      )}
    </ExploreFrame>
  );
}

function Words({ answer, state }: { answer: TrendWords; state: WordsState }) {
  if (answer.reason !== null) return <p class="notice">{answer.reason}</p>;
  const chosen = answer.terms.find(({ term }) => term === state.term);
  return (
    <>
      <p class="hint">{wordsText.scope(answer, state.of)}</p>
      <WordsChart answer={answer} state={state} />
      {answer.terms
        .filter(({ songs }) => songs === 0)
        .map(({ term }) => (
          <p key={term} class="notice">
            {wordsText.never(term)}
          </p>
        ))}
      {wordsText.notes(answer).map((note) => (
        <p key={note} class="hint">
          {note}
        </p>
      ))}
      {chosen !== undefined && state.period !== '' && (
        <PointSongs key={`${chosen.term} ${state.period}`} term={chosen} songs={answer.songs} state={state} />
      )}
      <Disclosure summary={wordsText.asTable}>
        <WordsTable answer={answer} of={state.of} />
      </Disclosure>
    </>
  );
}

type Row = TrendWords['periods'][number] & { values: (number | null)[] };

function WordsTable({ answer, of }: { answer: TrendWords; of: WordsState['of'] }) {
  const rows: Row[] = answer.periods.map((period) => ({
    ...period,
    values: answer.terms.map(({ points }) => {
      const point = points.find((one) => one.period === period.period);
      return point === undefined ? null : heightOf(point, of);
    }),
  }));
  const columns: Column<Row>[] = [
    {
      key: 'period',
      label: wordsText.period,
      render: ({ period }) => period,
      sortBy: ({ period }) => period,
    },
    {
      key: 'songs',
      label: wordsText.songsColumn,
      render: ({ songs }) => songs,
      sortBy: ({ songs }) => songs,
      isNumber: true,
    },
    ...answer.terms.map(
      ({ term }, i): Column<Row> => ({
        key: `term ${i}`,
        label: wordsText.term(term),
        render: ({ values }) => wordsText.cell(values[i] ?? null),
        sortBy: ({ values }) => values[i] ?? null,
        isNumber: true,
      }),
    ),
  ];
  return (
    <Table caption={wordsText.caption(of)} columns={columns} rows={rows} rowKey={({ period }) => period} />
  );
}
