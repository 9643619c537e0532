import { useRef, useState } from 'preact/hooks';
import type { SeriesForecast } from '../../../services/trends/contract.ts';
import { trendsText } from '../../text/explore-trends.ts';
import { bandPath, linear, linePath, type Scale, type Spot } from '../chart/scale.ts';
import type { Series, TimeBin } from './series-facts.ts';

const WIDTH = 300;
const HEIGHT = 96;
const PAD = 4;

interface TrendChartProps {
  series: Series;
  bins: readonly TimeBin[];
  /** How it goes on; null where that is not foreseen. */
  forecast: SeriesForecast | null;
  /** Bins that the charts of a view leave room for after the last. */
  ahead: number;
  /** The bins whose songs are listed, as places; null: none. */
  brushed: { first: number; last: number } | null;
  onBrush: (first: number, last: number) => void;
}

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

/** Least and greatest value of lines and bands; a share begins at 0, so that small ones look small. */
function boundsOf(
  { values, lower, upper, unit }: Series,
  forecast: SeriesForecast | null,
): [low: number, high: number] {
  const ahead = forecast?.forecast.flatMap((bin) => [bin.lower, bin.upper]) ?? [];
  const all = [...known(values), ...known(lower), ...known(upper), ...ahead];
  const low = unit === 'share' ? 0 : Math.min(...all);
  return [low, Math.max(...all, low + 1e-9)];
}

/** A line of values with the band in which each of them may lie. Pulling across it chooses a period. */
export function TrendChart({ series, bins, forecast, ahead, brushed, onBrush }: TrendChartProps) {
  const svg = useRef<SVGSVGElement>(null);
  const [pull, setPull] = useState<{ first: number; last: number } | null>(null);
  const [low, high] = boundsOf(series, forecast);
  const steps = Math.max(1, bins.length + ahead - 1);
  const across = linear([0, steps], [PAD, WIDTH - PAD]);
  const up = linear([low, high], [HEIGHT - PAD, PAD]);
  const spots = (values: readonly (number | null)[]): (Spot | null)[] =>
    values.map((value, at) => (value === null ? null : { x: across(at), y: up(value) }));

  const binAt = (event: PointerEvent): number => {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined) return 0;
    const share = (event.clientX - box.left) / Math.max(1, box.width);
    return Math.min(bins.length - 1, Math.max(0, Math.round(share * steps)));
  };
  const shown = pull ?? brushed;
  const half = (WIDTH - 2 * PAD) / steps / 2;
  return (
    <svg
      ref={svg}
      class="trend-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={trendsText.chart(series, bins)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        svg.current?.setPointerCapture(event.pointerId);
        setPull({ first: binAt(event), last: binAt(event) });
      }}
      onPointerMove={(event) => pull !== null && setPull({ ...pull, last: binAt(event) })}
      onPointerCancel={() => setPull(null)}
      onPointerUp={(event) => {
        if (pull === null) return;
        const ends = [pull.first, binAt(event)].toSorted((a, b) => a - b);
        setPull(null);
        onBrush(ends[0] ?? 0, ends[1] ?? 0);
      }}
    >
      {shown !== null && (
        <rect
          class="trend-brush"
          x={across(Math.min(shown.first, shown.last)) - half}
          width={across(Math.abs(shown.last - shown.first)) - PAD + 2 * half}
          y="0"
          height={HEIGHT}
        />
      )}
      <path class="trend-band" d={bandPath(spots(series.upper), spots(series.lower))} />
      <line class="trend-foot" x1="0" x2={WIDTH} y1={HEIGHT - PAD} y2={HEIGHT - PAD} />
      <path class="trend-line" d={linePath(spots(series.values))} />
      {forecast !== null && <Ahead forecast={forecast} bins={bins.length} across={across} up={up} />}
    </svg>
  );
}

interface AheadProps {
  forecast: SeriesForecast;
  bins: number;
  across: Scale;
  up: Scale;
}

/** What is foreseen, from the last value on: a broken line in its band. */
function Ahead({ forecast: { values, forecast }, bins, across, up }: AheadProps) {
  const last = values.at(-1) ?? 0;
  const line = (pick: (bin: (typeof forecast)[number]) => number): Spot[] =>
    [last, ...forecast.map(pick)].map((value, step) => ({ x: across(bins - 1 + step), y: up(value) }));
  return (
    <g class="trend-ahead">
      <path
        class="trend-band"
        d={bandPath(
          line(({ upper }) => upper),
          line(({ lower }) => lower),
        )}
      />
      <path class="trend-line" d={linePath(line(({ value }) => value))} />
    </g>
  );
}

/** The values at the top and at the foot of a chart. */
export const trendBounds = boundsOf;
