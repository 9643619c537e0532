import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import type { ComposeOrder } from '../../ml/compose/types.ts';
import { roundNumbers } from '../../ml/round-numbers.ts';
import { meanOf } from '../../ml/statistics.ts';
import type { WritingReport } from './contract.ts';
import { type HeardVerse, hearVerse, offScheme } from './measure-verse.ts';
import { rangeAt } from './model/line-judge.ts';
import type { StyleProfile } from './style-profile.ts';

const DECIMALS = 4;

/** A value beside the songs of a style. */
function beside(value: number | null, songs: readonly number[] | undefined): WritingReport['density'] {
  const known = songs ?? [];
  const below = value === null ? 0 : known.filter((one) => one < value).length;
  return {
    value,
    style_mean: meanOf(known).mean,
    style_percentile: value === null || known.length === 0 ? null : below / known.length,
  };
}

export interface ReportParts {
  order: ComposeOrder;
  style: StyleProfile | null;
  originality: WritingReport['originality'];
  /** Positions that the caller keeps, whatever their length. */
  kept: readonly number[];
}

/** Measures a finished verse with the engine that reads songs. */
export function reportVerse(
  lines: readonly string[],
  lexicon: Lexicon,
  { order, style, originality, kept }: ReportParts,
): { report: WritingReport; heard: HeardVerse } {
  const heard = hearVerse(lines, lexicon);
  const { rhyme, scheme, syllables } = heard;
  const fits = (count: number, at: number): boolean => {
    const { min, max } = rangeAt(order, at);
    return kept.includes(at) || (count >= min && count <= max);
  };
  const { min, max } = rangeAt(order, 0);
  const report = {
    scheme: order.scheme,
    heard_scheme: scheme,
    scheme_met: offScheme(scheme, order.scheme).length === 0,
    syllables: { min, max },
    syllables_met: syllables.every(fits),
    characters: lines.join('\n').length,
    density: beside(rhyme.density, style?.densities),
    malmi: beside(rhyme.malmi, style?.malmis),
    rhymes: {
      end: rhyme.counts.end,
      internal: rhyme.counts.internal,
      multisyllabic: rhyme.counts.multisyllabic,
    },
    originality,
  };
  return { report: roundNumbers(report, DECIMALS), heard };
}
