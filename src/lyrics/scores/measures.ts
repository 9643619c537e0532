import type { Vocabulary } from '../contract.ts';
import type { FlowReport } from '../flow/contract.ts';
import type { RhymeReport } from '../rhyme/contract.ts';

/** The numbers that the scores are made of; null where the text has nothing to measure. */
export interface ScoreMeasures {
  /** Rhymed syllables over syllables, 0-1. */
  rhyme_density: number | null;
  /** Share of lines whose end rhymes, 0-1. */
  rhymed_ends: number | null;
  /** Rhymes of two syllables or more per 100 syllables. */
  multisyllabic_rhymes: number | null;
  /** Rhyming pairs inside lines, and of an end with an inside, per line. */
  internal_rhymes: number | null;
  /** Words before the type-token ratio falls to 0.72, each line counted once. */
  mtld: number | null;
  /** Letters. */
  mean_word_length: number | null;
  syllables_per_line: number | null;
  /** How little the syllables change from line to line, 0-1. */
  regularity: number | null;
  /** Share of lines that are not repeats, 0-1. */
  distinct_lines: number | null;
}

export const MEASURE_NAMES = [
  'rhyme_density',
  'rhymed_ends',
  'multisyllabic_rhymes',
  'internal_rhymes',
  'mtld',
  'mean_word_length',
  'syllables_per_line',
  'regularity',
  'distinct_lines',
] as const satisfies readonly (keyof ScoreMeasures)[];

/** For a text that the reference songs say nothing about. */
export const NO_MEASURES: ScoreMeasures = {
  rhyme_density: null,
  rhymed_ends: null,
  multisyllabic_rhymes: null,
  internal_rhymes: null,
  mtld: null,
  mean_word_length: null,
  syllables_per_line: null,
  regularity: null,
  distinct_lines: null,
};

/** Share of the lines whose end rhymes with another's, 0-1; null without a line that was heard. */
export function rhymedEnds({ schemes }: RhymeReport): number | null {
  const letters = schemes.map(({ scheme }) => scheme).join('');
  return letters === '' ? null : letters.replaceAll('-', '').length / letters.length;
}

/** Reads the measures off the reports. */
export function scoreMeasures(rhyme: RhymeReport, flow: FlowReport, vocabulary: Vocabulary): ScoreMeasures {
  const { counts, syllables } = rhyme;
  const lines = flow.lines.length;
  return {
    rhyme_density: rhyme.density,
    rhymed_ends: rhymedEnds(rhyme),
    multisyllabic_rhymes: syllables === 0 ? null : (counts.multisyllabic * 100) / syllables,
    internal_rhymes: lines === 0 ? null : (counts.internal + counts.chain) / lines,
    mtld: vocabulary.mtld,
    mean_word_length: vocabulary.mean_word_length,
    syllables_per_line: flow.syllables_per_line?.mean ?? null,
    regularity: flow.regularity,
    distinct_lines: vocabulary.distinct_line_ratio,
  };
}
