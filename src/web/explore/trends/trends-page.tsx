import type { ComponentChildren } from 'preact';
import type { CurrentTrends } from '../../../services/trends/contract.ts';
import { requestJson } from '../../api/request-json.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { navigate } from '../../router/history.ts';
import { Failure } from '../../shell/failure.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { trendsText } from '../../text/explore-trends.ts';
import { ExploreFrame } from '../explore-frame.tsx';
import { type Forecasts, useForecasts } from './forecasts.ts';
import { PeriodSongs } from './period-songs.tsx';
import { type Series, sortSeries } from './series-facts.ts';
import { TrendFigure } from './trend-figure.tsx';
import { TrendForm } from './trend-form.tsx';
import {
  DEFAULT_PERIOD,
  readTrendState,
  TRENDS_PATH,
  type TrendState,
  trendBody,
  trendsHref,
} from './trend-state.ts';
import './trends.css';

type Answer = CurrentTrends & { freshness: { stale: boolean } };

export function TrendsPage({ place }: PageProps) {
  const state = readTrendState(place.search);
  const body = trendBody(state);
  const { data, error, isLoading, retry } = useAnswer(`trends ${JSON.stringify(body)}`, (signal) =>
    requestJson<Answer>('/analyze-trends', { body, signal }),
  );
  const forecasts = useForecasts(data?.insufficient === null ? state : null);
  return (
    <ExploreFrame view="trends" title={trendsText.title} heading={trendsText.heading} isWide>
      <TrendForm state={state} />
      {data === null && error === null && <Waiting text={trendsText.waiting} />}
      {error !== null && <Failure error={error} retry={retry} />}
      {data !== null && error === null && (
        <div class={isLoading ? 'trends trends-stale' : 'trends'} aria-busy={isLoading}>
          {data.insufficient === null ? (
            <Trends answer={data} state={state} forecasts={forecasts} />
          ) : (
            <TooFew answer={data} state={state} />
          )}
        </div>
      )}
    </ExploreFrame>
  );
}

/** Why there is nothing to draw, in the words of the API, and what may help. */
function TooFew({ answer, state }: { answer: Answer; state: TrendState }) {
  const { insufficient } = answer;
  const isFiltered = state.artist !== '' || state.theme !== '' || state.language !== '';
  const isEmpty = insufficient?.reason === 'no_songs' && !isFiltered;
  return (
    <EmptyState sentence={isEmpty ? trendsText.emptyCatalogue : trendsText.tooFew}>
      {!isEmpty && <p>{insufficient?.message}</p>}
      {state.period !== DEFAULT_PERIOD && (
        <a href={trendsHref({ ...state, period: DEFAULT_PERIOD })}>{trendsText.longer}</a>
      )}
      {isFiltered && <a href={TRENDS_PATH}>{trendsText.all}</a>}
      {answer.notes.map((note) => (
        <p key={note} class="hint">
          {note}
        </p>
      ))}
    </EmptyState>
  );
}

interface TrendsProps {
  answer: Answer;
  state: TrendState;
  forecasts: Forecasts | null;
}

function Trends({ answer, state, forecasts }: TrendsProps) {
  const { window: span, songs, notes, freshness } = answer;
  const bins = span?.bins ?? [];
  const { rising, falling, level, absent } = sortSeries(answer.series, state.sort);
  const onBrush = (series: Series, first: number, last: number) =>
    navigate(
      trendsHref({
        ...state,
        series: series.name,
        from: bins[first]?.label ?? '',
        to: bins[last]?.label ?? '',
      }),
      { isChoice: true },
    );
  const grid = (some: readonly Series[]) => (
    <div class="trend-grid">
      {some.flatMap((series) => [
        <TrendFigure
          key={series.name}
          artists={songs.artists}
          {...{ series, bins, forecasts, state, onBrush }}
        />,
        ...(state.series === series.name
          ? [
              <PeriodSongs
                key={`${series.name} songs ${state.from} ${state.to}`}
                {...{ series, bins, state }}
              />,
            ]
          : []),
      ])}
    </div>
  );
  return (
    <>
      <p class="trend-scope">
        {span !== null && trendsText.scope(songs.counted, songs.artists, span.from, span.to)}{' '}
        <span class="trend-hint">{trendsText.brushHint}</span>
      </p>
      {[...notes, ...(freshness.stale ? [trendsText.stale] : [])].map((note) => (
        <p key={note} class="notice">
          {note}
        </p>
      ))}
      {forecasts !== null && <p class="hint">{trendsText.forecasts(forecasts)}</p>}
      {rising.length + falling.length === 0 && <p>{trendsText.nothing}</p>}
      {rising.length > 0 && <Group title={trendsText.rising(rising.length)}>{grid(rising)}</Group>}
      {falling.length > 0 && <Group title={trendsText.falling(falling.length)}>{grid(falling)}</Group>}
      {level.length > 0 && <Group title={trendsText.level(level.length)}>{grid(level)}</Group>}
      {absent.length > 0 && <p class="hint">{trendsText.absent(absent.map(({ label }) => label))}</p>}
    </>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="trend-group" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
