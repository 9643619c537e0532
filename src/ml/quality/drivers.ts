import { QUALITY_FEATURES } from './features.ts';
import type { Foreseen, OrdinalModel, TextMeasures } from './predict.ts';

/** A feature that moved a score, as a writer can use it. */
export interface Driver {
  feature: string;
  sentence: string;
  /** Points of ten. */
  effect: number;
  value: number;
  typical: number;
}

const SUBJECTS = new Map(QUALITY_FEATURES.map(({ name, subject }) => [name, subject]));
/** Smaller effects are not shown: half a hundredth of a point. */
const LEAST = 0.005;

/** The features that moved a score most, strongest first, and of one subject only the strongest. */
export function driversOf(
  model: OrdinalModel,
  { values }: Pick<TextMeasures, 'values'>,
  { effects }: Pick<Foreseen, 'effects'>,
  most: number,
): Driver[] {
  const drivers = QUALITY_FEATURES.flatMap((feature, at): Driver[] => {
    const [value, typical, effect] = [values[at], model.features[at]?.typical, effects[at] ?? 0];
    if (value === undefined || value === null || typical === undefined) return [];
    const [shown, usual] = [feature.show(value), feature.show(typical)];
    // Not a difference that a reader could see.
    if (shown === usual) return [];
    const begin = value > typical ? feature.more : feature.less;
    return [
      {
        feature: feature.name,
        sentence: `${begin}: ${shown} against ${usual}${feature.unit}, which ${effect > 0 ? 'raises' : 'lowers'} the score.`,
        effect,
        value,
        typical,
      },
    ];
  });
  return drivers
    .filter(({ effect }) => Math.abs(effect) >= LEAST)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .filter(({ feature }, at, sorted) => {
      const subject = SUBJECTS.get(feature);
      return subject === undefined || at === sorted.findIndex((one) => SUBJECTS.get(one.feature) === subject);
    })
    .slice(0, most);
}
