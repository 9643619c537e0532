/** A number on one scale as a number on another. */
export type Scale = (value: number) => number;

export function linear(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): Scale {
  const reach = to - from || 1;
  return (value) => start + ((value - from) / reach) * (end - start);
}

const STEPS = [1, 2, 2.5, 5, 10];

/** Round numbers from at most `low` to at least `high`, about `count` of them. */
export function roundTicks(low: number, high: number, count: number): number[] {
  const raw = (high - low) / Math.max(1, count) || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = (STEPS.find((one) => one * power >= raw) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

const written = ({ x, y }: Spot): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** Runs of places that follow each other without a gap. */
export function runsOf<T>(values: readonly (T | null)[]): { at: number; value: T }[][] {
  const runs: { at: number; value: T }[][] = [];
  let run: { at: number; value: T }[] = [];
  for (const [at, value] of values.entries()) {
    if (value === null) run = [];
    else {
      if (run.length === 0) runs.push(run);
      run.push({ at, value });
    }
  }
  return runs;
}

/** An SVG path through the spots, broken where one is missing; a lone spot is a short dash, so that it is seen. */
export function linePath(spots: readonly (Spot | null)[]): string {
  return runsOf(spots)
    .map((run) => {
      const [first] = run;
      if (first !== undefined && run.length === 1)
        return `M${written({ ...first.value, x: first.value.x - 2 })}h4`;
      return `M${run.map(({ value }) => written(value)).join('L')}`;
    })
    .join('');
}

/** The area between two lines of equal length, without the places where either is missing. */
export function bandPath(upper: readonly (Spot | null)[], lower: readonly (Spot | null)[]): string {
  const pairs = upper.map((top, i) => {
    const bottom = lower[i] ?? null;
    return top === null || bottom === null ? null : { top, bottom };
  });
  return runsOf(pairs)
    .filter((run) => run.length > 1)
    .map((run) => {
      const there = run.map(({ value }) => written(value.top));
      const back = run.toReversed().map(({ value }) => written(value.bottom));
      return `M${[...there, ...back].join('L')}Z`;
    })
    .join('');
}
