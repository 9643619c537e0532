/** How a value is shown: a share as per cent, everything else as a number with its unit. */
export interface Format {
  /** Decimals of the number that is shown; of a share, of the per cent. */
  readonly digits: number;
  readonly isShare?: boolean;
  /** Of the value as stored. */
  readonly unit: string;
}

/** A value in plain units: `18.6 %`, `412 words`, `0.12` for a score. */
export function formatValue(format: Format, value: number): string {
  return format.isShare === true ? `${(value * 100).toFixed(format.digits)} %` : withUnit(format, value);
}

/** A difference in plain units, with its sign: `+4.2 percentage points`, `-31 words`. */
function formatChange(format: Format, change: number): string {
  const size = Math.abs(change);
  const shown =
    format.isShare === true
      ? `${(size * 100).toFixed(format.digits)} percentage points`
      : withUnit(format, size);
  return `${change < 0 ? '-' : '+'}${shown}`;
}

/** From one value to another with the difference: `3.0 to 6.4 rhymes per 100 syllables (+3.4)`, the unit said once. */
export function formatStep(format: Format, { from, to, change }: Step): string {
  if (format.isShare === true)
    return `${formatValue(format, from)} to ${formatValue(format, to)} (${formatChange(format, change)})`;
  const sign = change < 0 ? '-' : '+';
  return `${from.toFixed(format.digits)} to ${withUnit(format, to)} (${sign}${Math.abs(change).toFixed(format.digits)})`;
}

export interface Step {
  from: number;
  to: number;
  change: number;
}

const withUnit = ({ digits, unit }: Format, value: number): string =>
  unit.startsWith('score') ? value.toFixed(digits) : `${value.toFixed(digits)} ${unit}`;
