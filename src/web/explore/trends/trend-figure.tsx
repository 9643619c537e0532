import { trendsText } from '../../text/explore-trends.ts';
import { aheadOf, type Forecasts } from './forecasts.ts';
import type { Series, TimeBin } from './series-facts.ts';
import { TrendChart, trendBounds } from './trend-chart.tsx';
import { type TrendState, trendsHref } from './trend-state.ts';

interface TrendFigureProps {
  series: Series;
  bins: readonly TimeBin[];
  artists: number;
  forecasts: Forecasts | null;
  state: TrendState;
  onBrush: (series: Series, first: number, last: number) => void;
}

/** What a series does, in a sentence and as a picture; grey where it may be chance. */
export function TrendFigure({ series, bins, artists, forecasts, state, onBrush }: TrendFigureProps) {
  const isOpen = state.series === series.name;
  const forecast = forecasts?.better.get(series.name) ?? null;
  const ahead = aheadOf(forecasts);
  const [low, high] = trendBounds(series, forecast);
  return (
    <figure class={series.significant ? 'trend' : 'trend trend-quiet'}>
      <figcaption>{trendsText.sentence(series, bins, artists)}</figcaption>
      {series.significant &&
        series.warnings.map((warning) => (
          <p key={warning} class="hint">
            {warning}
          </p>
        ))}
      {forecast !== null && forecasts !== null && (
        <p class="hint">{trendsText.foreseen(series, forecast, forecasts.level)}</p>
      )}
      {forecast === null && ahead.length > 0 && <p class="hint">{trendsText.notForeseen}</p>}
      <div class="trend-plot">
        <span class="trend-top number" aria-hidden="true">
          {trendsText.value(series, high)}
        </span>
        {low !== 0 && (
          <span class="trend-low number" aria-hidden="true">
            {trendsText.bare(series, low)}
          </span>
        )}
        <TrendChart
          series={series}
          bins={bins}
          forecast={forecast}
          ahead={ahead.length}
          brushed={isOpen ? brushedOf(bins, state) : null}
          onBrush={(first, last) => onBrush(series, first, last)}
        />
        <p class="trend-axis number" aria-hidden="true">
          <span>{bins[0]?.label}</span>
          <span>{ahead.at(-1) ?? bins.at(-1)?.label}</span>
        </p>
      </div>
      <a
        class="hint-link"
        href={trendsHref({ ...state, series: series.name, from: '', to: '' })}
        aria-label={trendsText.songsOf(series)}
        aria-expanded={isOpen}
        data-choice
      >
        {trendsText.songs}
      </a>
    </figure>
  );
}

function brushedOf(bins: readonly TimeBin[], { from, to }: TrendState): { first: number; last: number } {
  const placeOf = (label: string, otherwise: number) => {
    const place = bins.findIndex((bin) => bin.label === label);
    return place < 0 ? otherwise : place;
  };
  return { first: placeOf(from, 0), last: placeOf(to, bins.length - 1) };
}
