/**
 * Mean absolute scaled error: the errors by the mean absolute step of the values before the forecast (Hyndman and
 * Koehler 2006, International Journal of Forecasting 22:679). Null when those never change or nothing was forecast.
 */
export function meanAbsoluteScaledError(
  errors: readonly number[],
  training: readonly number[],
): number | null {
  const steps = training.slice(1).map((value, i) => value - (training[i] ?? 0));
  const scale = meanAbsolute(steps);
  const error = meanAbsolute(errors);
  return error === null || scale === null || scale === 0 ? null : error / scale;
}

const meanAbsolute = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + Math.abs(one), 0) / numbers.length;
