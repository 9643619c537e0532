import type { Foreseen } from '../../ml/quality/predict.ts';
import type { TrainedQuality } from '../../ml/quality/trained-quality.ts';

const two = (value: number): string => value.toFixed(2);

/** How far the model can be believed, in plain words; it is in every answer. */
export function tellEvidence({ metrics, data }: TrainedQuality): string {
  const { model, constant_mean: mean, constant_median: median } = metrics;
  const [low] = metrics.gain_over_constant_median_interval;
  const against = metrics.beats_both_constants
    ? `On artists it had not seen, its most likely rating misses by ${two(model.mae)} points of ten on average; the same rating for every song misses by ${two(median.mae)} (the median) or ${two(mean.mae)} (the mean)`
    : `It does not beat a constant: on artists it had not seen, its most likely rating misses by ${two(model.mae)} points of ten on average, the same rating for every song by ${two(median.mae)} (the median) or ${two(mean.mae)} (the mean)`;
  const chance =
    metrics.beats_both_constants && low <= 0
      ? ', and with so few artists the gain over the median may be chance'
      : '';
  return `${against}${chance}. It has learned from ${data.songs} songs of ${data.artists} artists, all rated 7 to 10 by a language model (${data.labelled_by}): it cannot tell that a text is bad, only where it would stand among released songs.`;
}

/** The result in a few sentences. */
export function tellForeseen({ expected, median, low, high, rank }: Foreseen, level: number): string {
  const below = Math.round(rank * 100);
  return (
    `Expected rating ${expected.toFixed(1)} of 10, most likely ${median}; ${Math.round(level * 100)} % of such ratings lie between ${low.toFixed(1)} and ${high.toFixed(1)}. ` +
    `Less is expected of ${below} of 100 released songs. Their ratings were all 7 to 10, so that ${expected.toFixed(1)} is no praise by itself.`
  );
}
