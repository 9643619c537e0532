import { THEME_LABELS, THEMES } from '../../lyrics/themes/theme-names.ts';
import { FEELINGS, type MeasureName, measureOf } from './measures.ts';

export const SERIES_GROUPS = [
  'themes',
  'feelings',
  'sentiment',
  'rhyme',
  'vocabulary',
  'explicitness',
  'repetition',
  'flow',
] as const;
export type SeriesGroup = (typeof SERIES_GROUPS)[number];

/** What is followed over time: the mean of a measure, or the share of songs about a theme. */
export interface Series {
  readonly name: string;
  readonly group: SeriesGroup;
  /** As a sentence names it. */
  readonly label: string;
  readonly unit: string;
  readonly about: string;
  readonly digits: number;
  readonly isShare: boolean;
  /** The lowest and the highest value that a song can have; null: none. */
  readonly range: readonly [number, number | null];
  readonly source:
    | { readonly kind: 'measure'; readonly name: MeasureName }
    | { readonly kind: 'theme'; readonly bit: number };
}

const ofMeasure = (group: SeriesGroup, name: MeasureName): Series => {
  const { label, unit, about, digits, isShare = false } = measureOf(name);
  const range = name === 'sentiment_score' ? ([-1, 1] as const) : ([0, isShare ? 1 : null] as const);
  const source = { kind: 'measure' as const, name };
  return { name: seriesName(group, name), group, label, unit, about, digits, isShare, range, source };
};

/** The feeling love is another series than the theme love. */
const seriesName = (group: SeriesGroup, name: MeasureName): string =>
  group === 'feelings' ? `feeling_${name}` : name;

/** Every series of `/analyze-trends`, all of which are tested together. */
export const SERIES: readonly Series[] = [
  ...THEMES.map(
    (theme, place): Series => ({
      name: `theme_${theme}`,
      group: 'themes',
      label: `songs about ${THEME_LABELS[theme]}`,
      unit: 'share',
      about: `Songs with the theme ${theme}, of all songs.`,
      digits: 1,
      isShare: true,
      range: [0, 1],
      source: { kind: 'theme', bit: 2 ** place },
    }),
  ),
  ...FEELINGS.map((name) => ofMeasure('feelings', name)),
  ofMeasure('sentiment', 'sentiment_score'),
  ...(['rhyme_density', 'rhymed_ends', 'multisyllabic_rhymes', 'internal_rhymes', 'malmi'] as const).map(
    (name) => ofMeasure('rhyme', name),
  ),
  ...(['words', 'mattr', 'mtld', 'mean_word_length'] as const).map((name) => ofMeasure('vocabulary', name)),
  ...(['explicit', 'strong_words'] as const).map((name) => ofMeasure('explicitness', name)),
  ofMeasure('repetition', 'repeated_lines'),
  ofMeasure('flow', 'syllables_per_line'),
];

export const SERIES_NAMES: readonly string[] = SERIES.map(({ name }) => name);
