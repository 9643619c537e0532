import type { SeriesForecast, TrendForecasts } from '../../../services/trends/contract.ts';
import { requestJson } from '../../api/request-json.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { type TrendState, trendBody } from './trend-state.ts';

export interface Forecasts {
  /** By the name of the series: those that came nearer than the last value going on, tried on earlier years. */
  better: ReadonlyMap<string, SeriesForecast>;
  /** The coverage of the intervals, 0-1. */
  level: number;
  /** Series that were tried. */
  tried: number;
  /** Why nothing could be tried; null where something was. */
  tooLittle: string | null;
}

const isBetter = ({ method, backtest: { ratio_to_naive: ratio } }: SeriesForecast): boolean =>
  method !== 'naive' && ratio !== null && ratio < 1;

export function readForecasts({ series, level, insufficient }: TrendForecasts): Forecasts {
  return {
    better: new Map(series.filter(isBetter).map((one) => [one.name, one])),
    level,
    tried: series.length,
    tooLittle: insufficient?.message ?? null,
  };
}

/** The bins that are foreseen for some series, by their labels. */
export function aheadOf(forecasts: Forecasts | null): string[] {
  const all = [...(forecasts?.better.values() ?? [])].map(({ forecast }) =>
    forecast.map(({ label }) => label),
  );
  return all.reduce((longest, labels) => (labels.length > longest.length ? labels : longest), []);
}

/** How the series of a view go on; null until it is known, where it could not be asked, and where no view is given. */
export function useForecasts(state: TrendState | null): Forecasts | null {
  const body = state === null ? null : { ...trendBody(state), analysis_type: 'forecast' };
  const { data } = useAnswer(body === null ? null : `forecasts ${JSON.stringify(body)}`, (signal) =>
    requestJson<TrendForecasts>('/analyze-trends', { body, signal }),
  );
  return data === null || body === null ? null : readForecasts(data);
}
