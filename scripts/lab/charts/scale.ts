/** Maps values of a domain to places on an axis. */
export interface Scale {
  at(value: number): number;
  ticks: number[];
}

const STEPS = [1, 2, 2.5, 5, 10];
const WANTED_TICKS = 5;

/** A step of one, two, two and a half or five times a power of ten that gives about five ticks. */
function stepOf(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / WANTED_TICKS));
  return (STEPS.find((step) => step * power * WANTED_TICKS >= span) ?? 10) * power;
}

/** Equal values, or nearly, get an axis as wide as the value. */
function spanOf(low: number, high: number): number {
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low > 1e-9 * Math.max(1, size)) return high - low;
  return size > 1e-9 ? size : 1;
}

const tidy = (value: number): number => Number(value.toPrecision(12));

/** A linear axis that begins and ends at ticks around the values. */
export function linearScale(values: readonly number[], [from, to]: readonly [number, number]): Scale {
  const known = values.filter(Number.isFinite);
  const [low, high] = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
  const step = stepOf(spanOf(low, high));
  const [first, last] = [
    Math.floor(low / step) * step,
    Math.max(Math.ceil(high / step), Math.floor(low / step) + 1) * step,
  ];
  const ticks: number[] = [];
  for (let at = 0; first + at * step <= last + step / 1000; at++) ticks.push(tidy(first + at * step));
  return { at: (value) => from + ((value - first) / (last - first)) * (to - from), ticks };
}

/** A logarithmic axis of whole powers of ten around the positive values. */
export function logScale(values: readonly number[], [from, to]: readonly [number, number]): Scale {
  const known = values.filter((value) => value > 0 && Number.isFinite(value)).map(Math.log10);
  const low = Math.floor(known.length === 0 ? 0 : Math.min(...known));
  const high = Math.max(low + 1, Math.ceil(known.length === 0 ? 1 : Math.max(...known)));
  const ticks = Array.from({ length: high - low + 1 }, (_, at) => tidy(10 ** (low + at)));
  return { at: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from), ticks };
}
