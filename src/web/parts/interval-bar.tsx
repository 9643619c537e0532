import { partsText } from '../text/parts.ts';

interface IntervalBarProps {
  value: number;
  low: number;
  high: number;
  /** The ends of the scale. */
  min: number;
  max: number;
  format: (value: number) => string;
  /** Where a typical song stands, as a tick under the bar. */
  reference?: number;
  width?: number;
}

const HEIGHT = 14;
const MARK = 3;

/** A value with the interval it is believed in, on a ruler from `min` to `max`. */
export function IntervalBar({
  value,
  low,
  high,
  min,
  max,
  format,
  reference,
  width = 160,
}: IntervalBarProps) {
  const at = (one: number) => ((Math.min(max, Math.max(min, one)) - min) / (max - min || 1)) * (width - MARK);
  return (
    <svg class="interval" viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img">
      <title>{partsText.interval(format(value), format(low), format(high))}</title>
      <rect class="interval-scale" x="0" y="6.5" width={width} height="1" />
      <rect class="interval-band" x={at(low)} y="4" width={at(high) - at(low) + MARK} height="6" />
      {reference !== undefined && (
        <rect class="interval-reference" x={at(reference) + 1} y="10" width="1" height="4" />
      )}
      <rect class="interval-value" x={at(value)} y="0" width={MARK} height={HEIGHT} />
    </svg>
  );
}
