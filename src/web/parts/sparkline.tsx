import { SPARK_PAD, sparkPieces } from './spark-pieces.ts';

interface SparklineProps {
  /** What it shows, for who does not see it: "12 songs in 1998, 40 in 2020". */
  label: string;
  /** From left to right; null where nothing was measured. */
  values: readonly (number | null)[];
  /** The values at the foot and the top; by default the least and the greatest of them. */
  min?: number;
  max?: number;
  width?: number;
  height?: number;
}

/** A small line of values without axes, with a dot at the last; what was not measured is a gap. */
export function Sparkline({ label, values, width = 96, height = 24, ...bounds }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  const { min = Math.min(...known), max = Math.max(...known) } = bounds;
  const pieces = known.length === 0 ? [] : sparkPieces(values, { min, max, width, height });
  const [x = '0', y = '0'] = pieces.at(-1)?.split(' ').at(-1)?.split(',') ?? [];
  return (
    <svg class="sparkline" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img">
      <title>{label}</title>
      {pieces.map((points) => (
        <polyline key={points} points={points} />
      ))}
      {pieces.length > 0 && <circle cx={x} cy={y} r={SPARK_PAD} />}
    </svg>
  );
}
