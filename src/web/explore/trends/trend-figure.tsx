import { trendsText } from '../../text/explore-trends.ts';
import type { Series, TimeBin } from './series-facts.ts';
import { TrendChart, trendBounds } from './trend-chart.tsx';
import { type TrendState, trendsHref } from './trend-state.ts';

interface TrendFigureProps {
  series: Series;
  bins: readonly TimeBin[];
  artists: number;
  state: TrendState;
  onBrush: (series: Series, first: number, last: number) => void;
}

/** What a series does, in a sentence and as a picture; grey where it may be chance. */
export function TrendFigure({ series, bins, artists, state, onBrush }: TrendFigureProps) {
  const isOpen = state.series === series.name;
  const [low, high] = trendBounds(series);
  return (
    <figure class={series.significant ? 'trend' : 'trend trend-quiet'}>
      <figcaption>{trendsText.sentence(series, bins, artists)}</figcaption>
      {series.significant &&
        series.warnings.map((warning) => (
          <p key={warning} class="hint">
            {warning}
          </p>
        ))}
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
          brushed={isOpen ? brushedOf(bins, state) : null}
          onBrush={(first, last) => onBrush(series, first, last)}
        />
        <p class="trend-axis number" aria-hidden="true">
          <span>{bins[0]?.label}</span>
          <span>{bins.at(-1)?.label}</span>
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
