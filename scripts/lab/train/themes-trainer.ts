import { readSong } from '../../../src/lyrics/text/song.ts';
import { MIN_SCORE, themeProbability } from '../../../src/lyrics/themes/find-themes.ts';
import { measureThemes } from '../../../src/lyrics/themes/measure-themes.ts';
import { readThemes } from '../../../src/lyrics/themes/read-themes.ts';
import type { ThemeVerse } from '../../eval/theme-verses.ts';
import { CommandError } from '../../explain.ts';
import { trainLogistic } from '../../train/feelings/logistic.ts';
import { CARD_TEXTS } from './card-texts.ts';
import type { Clustered, Trainer } from './trainer.ts';

/** A labelled verse as the model sees it. */
export interface ThemeExample extends Clustered {
  /** The kind of verse, for the report. */
  kind: string;
  right: readonly string[];
  /** What the words of each theme that has any add up to. */
  measured: readonly { theme: string; features: readonly number[] }[];
}

const PENALTY_C = 10;
const DECIMALS = 3;
/** Kinds of fewer verses are reported together. */
const FEWEST_OF_KIND = 10;
const OTHER_KINDS = 'other kinds';

const wrongOf = (right: readonly string[], named: readonly string[]): number =>
  right.filter((theme) => !named.includes(theme)).length +
  named.filter((theme) => !right.includes(theme)).length;

/** How sure a theme is from what its words weigh together: one logistic regression over all themes, the bias last. */
export const THEMES_TRAINER: Trainer<ThemeExample, number[]> = {
  name: 'themes',
  loss: CARD_TEXTS.themes.loss,
  features: ['weight of the words', 'different words', 'lines', 'strongest word', 'share of all themes'],
  learn(examples) {
    const rows = examples.flatMap(({ measured, right }) =>
      measured.map(({ theme, features }) => ({
        features,
        label: right.includes(theme) ? 1 : 0,
        weight: 1,
      })),
    );
    if (new Set(rows.map(({ label }) => label)).size < 2)
      throw new CommandError(
        `${examples.length} verses are too few, or labelled alike: themes that are right and themes that are not are needed.`,
      );
    const [no = [], yes = []] = trainLogistic(rows, 2, PENALTY_C);
    return yes.map((value, at) => Number((value - (no[at] ?? 0)).toFixed(DECIMALS)));
  },
  lossOf: (weights, { measured, right }) =>
    wrongOf(
      right,
      measured.flatMap(({ theme, features }) =>
        themeProbability(features, weights) >= MIN_SCORE ? [theme] : [],
      ),
    ),
  swapFeature: (example, { measured: others }, feature) => ({
    ...example,
    measured: example.measured.map(({ theme, features }, at) => ({
      theme,
      features: features.with(feature, others[at % Math.max(1, others.length)]?.features[feature] ?? 0),
    })),
  }),
  constantLoss(train) {
    const named = Map.groupBy(
      train.flatMap(({ right }) => right),
      (theme) => theme,
    );
    // Naming a theme of every verse helps only where more than half of them are about it.
    const always = [...named].filter(([, own]) => own.length > train.length / 2).map(([theme]) => theme);
    return ({ right }) => wrongOf(right, always);
  },
  groupOf: ({ kind }) => kind,
};

/** Verses as the model sees them; one without an artist stands for itself. */
export function measureVerses(verses: readonly ThemeVerse[]): ThemeExample[] {
  const kinds = Map.groupBy(verses, ({ kind }) => kind);
  return verses.map(({ id, artist, kind, themes, lines }) => ({
    artist: artist ?? id,
    kind: (kinds.get(kind)?.length ?? 0) < FEWEST_OF_KIND ? OTHER_KINDS : kind,
    right: themes,
    measured: Array.from(measureThemes(readThemes(readSong(lines.join('\n')))), ([theme, features]) => ({
      theme,
      features,
    })),
  }));
}
