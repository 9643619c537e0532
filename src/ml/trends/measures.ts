import { EMOTIONS, type Emotion } from '../../lyrics/emotion/emotion-names.ts';
import type { Format } from './format-values.ts';

interface MeasureFacts extends Format {
  readonly name: string;
  /** As a sentence names it. */
  readonly label: string;
  /** What it is, in one sentence for a reader who knows no statistics. */
  readonly about: string;
  /** Of the two bytes in which track_measures packs it: stored = value × scale. */
  readonly scale: number;
}

const feeling = <Name extends Emotion>(name: Name, label: string) =>
  ({
    name,
    label,
    unit: 'share',
    about: `How strongly ${label} shows in the words, 0-100 %.`,
    digits: 1,
    isShare: true,
    scale: 10_000,
  }) as const;

/**
 * What is measured of every song of the catalogue: the numeric columns of track_measures, in the order in which it packs
 * them. Null where a text has nothing to measure, is too short, or its language is not judged.
 */
export const MEASURES = [
  {
    name: 'words',
    label: 'words a song',
    unit: 'words',
    about: 'Words as sung: a repeated line counts each time.',
    digits: 0,
    scale: 1,
  },
  {
    name: 'tokens',
    label: 'words a song without repeats',
    unit: 'words',
    about: 'Words of the lines of a song, each line counted once.',
    digits: 0,
    scale: 1,
  },
  {
    name: 'types',
    label: 'different words a song',
    unit: 'words',
    about: 'Different words of a song; grows with its length.',
    digits: 0,
    scale: 1,
  },
  {
    name: 'mattr',
    label: 'variety of words',
    unit: 'share',
    about: 'Different words among any fifty in a row (MATTR), each line counted once.',
    digits: 1,
    isShare: true,
    scale: 10_000,
  },
  {
    name: 'mtld',
    label: 'vocabulary',
    unit: 'words',
    about: 'Words that a song goes on without repeating many of them (MTLD).',
    digits: 1,
    scale: 20,
  },
  {
    name: 'mean_word_length',
    label: 'length of words',
    unit: 'letters',
    about: 'Letters a word, on average.',
    digits: 2,
    scale: 1000,
  },
  {
    name: 'rhyme_density',
    label: 'rhyme density',
    unit: 'share',
    about: 'Syllables that take part in a rhyme, of all syllables.',
    digits: 1,
    isShare: true,
    scale: 10_000,
  },
  {
    name: 'rhymed_ends',
    label: 'lines that rhyme',
    unit: 'share',
    about: 'Lines whose end rhymes with that of another line.',
    digits: 1,
    isShare: true,
    scale: 10_000,
  },
  {
    name: 'malmi',
    label: 'length of rhymes',
    unit: 'vowels',
    about: 'Vowels that match in a row, on average (Malmi et al. 2016).',
    digits: 2,
    scale: 1000,
  },
  {
    name: 'multisyllabic_rhymes',
    label: 'rhymes of several syllables',
    unit: 'rhymes per 100 syllables',
    about: 'Rhymes of two syllables or more, per 100 syllables.',
    digits: 1,
    scale: 100,
  },
  {
    name: 'internal_rhymes',
    label: 'rhymes inside lines',
    unit: 'rhymes a line',
    about: 'Rhymes within a line, or of a line end with the inside of another line.',
    digits: 2,
    scale: 100,
  },
  {
    name: 'syllables_per_line',
    label: 'syllables a line',
    unit: 'syllables',
    about: 'Syllables a line, on average.',
    digits: 1,
    scale: 100,
  },
  {
    name: 'regularity',
    label: 'regularity of lines',
    unit: 'share',
    about: 'How little the number of syllables changes from line to line.',
    digits: 1,
    isShare: true,
    scale: 10_000,
  },
  {
    name: 'repeated_lines',
    label: 'repeated lines',
    unit: 'share',
    about: 'Lines that repeat an earlier line of the song word for word.',
    digits: 1,
    isShare: true,
    scale: 10_000,
  },
  {
    name: 'explicit',
    label: 'explicit songs',
    unit: 'share',
    about: 'Songs whose words are rated explicit.',
    digits: 1,
    isShare: true,
    scale: 10_000,
  },
  {
    name: 'strong_words',
    label: 'strong words',
    unit: 'words per 100',
    about: 'Strong words, slurs and censored words, per 100 words.',
    digits: 2,
    scale: 100,
  },
  {
    name: 'sentiment_score',
    label: 'sentiment',
    unit: 'score from -1 to 1',
    about: 'From wholly negative (-1) to wholly positive (1).',
    digits: 2,
    scale: 10_000,
  },
  {
    name: 'complexity_score',
    label: 'complexity',
    unit: 'points of 10',
    about: 'Complexity of rhyme, words and metre, 0-10.',
    digits: 1,
    scale: 1000,
  },
  {
    name: 'quality_score',
    label: 'quality by the analysis',
    unit: 'share',
    about: 'The quality score of the analysis, 0-100 %.',
    digits: 1,
    isShare: true,
    scale: 10_000,
  },
  feeling('joy', 'joy'),
  feeling('sadness', 'sadness'),
  feeling('anger', 'anger'),
  feeling('fear', 'fear'),
  feeling('love', 'the feeling of love'),
  feeling('pride', 'pride'),
  feeling('hope', 'hope'),
  feeling('disgust', 'disgust'),
] as const satisfies readonly MeasureFacts[];

export type MeasureName = (typeof MEASURES)[number]['name'];

/** What is known of a measure beside its values. */
export interface Measure extends MeasureFacts {
  readonly name: MeasureName;
}

const BY_NAME: ReadonlyMap<string, Measure> = new Map(MEASURES.map((measure) => [measure.name, measure]));

/** The facts of a measure. Throws for a name that is none: names come from this table. */
export function measureOf(name: MeasureName): Measure {
  const measure = BY_NAME.get(name);
  if (measure === undefined) throw new Error(`not a measure: ${name}`);
  return measure;
}

/** The measures that are feelings. */
export const FEELINGS: readonly MeasureName[] = EMOTIONS;
