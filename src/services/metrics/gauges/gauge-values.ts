import type { Labels } from '../../../lib/metrics/definitions.ts';
import type { GaugeName } from '../../../lib/metrics/gauges.ts';
import { seriesField } from '../../../lib/metrics/recorder.ts';

/** Values by the field of their series, beside the counts. */
export type GaugeFields = Record<string, number>;

export const gauge = <N extends GaugeName>(name: N, labels: Labels<N>, value: number): GaugeFields => ({
  [seriesField(name, labels)]: value,
});
