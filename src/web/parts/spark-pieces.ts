/** Room for the dot at the end of the line. */
export const SPARK_PAD = 2;

/** The unbroken pieces of a line of values, each as the points of a polyline. */
export function sparkPieces(
  values: readonly (number | null)[],
  { min, max, width, height }: { min: number; max: number; width: number; height: number },
): string[] {
  const step = values.length > 1 ? (width - 2 * SPARK_PAD) / (values.length - 1) : 0;
  const reach = max - min || 1;
  const pieces: string[][] = [[]];
  for (const [i, value] of values.entries()) {
    if (value === null) {
      pieces.push([]);
      continue;
    }
    const x = SPARK_PAD + i * step;
    const y = height - SPARK_PAD - ((value - min) / reach) * (height - 2 * SPARK_PAD);
    pieces.at(-1)?.push(`${x.toFixed(1)},${y.toFixed(1)}`);
  }
  return pieces.filter((piece) => piece.length > 0).map((piece) => piece.join(' '));
}
