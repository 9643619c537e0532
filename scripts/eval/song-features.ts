import type { AlgorithmicAnalysis } from '../../src/lyrics/contract.ts';

/** Every continuous value in the analysis of a song, by name; null when it is absent. */
export function songFeatures(analysis: AlgorithmicAnalysis): Record<string, number | null> {
  const { sentiment_detail, emotional_profile, vocabulary, rhyme, flow } = analysis;
  const perLine = (count: number): number | null =>
    flow.lines.length === 0 ? null : count / flow.lines.length;
  return {
    sentiment_score: analysis.sentiment_score,
    sentiment_slope: sentiment_detail.slope,
    sentiment_positive: sentiment_detail.positive,
    sentiment_neutral: sentiment_detail.neutral,
    sentiment_negative: sentiment_detail.negative,
    ...prefixed('emotion', emotional_profile.scores),
    emotion_intensity: emotional_profile.intensity,
    complexity_score: analysis.complexity_score,
    quality_score: analysis.quality_score,
    confidence: analysis.confidence,
    ...prefixed('percentile', {
      ...analysis.percentiles,
      rhymed_ends: analysis.percentiles.rhymed_ends ?? null,
    }),
    vocabulary_ttr: vocabulary.ttr,
    vocabulary_mattr: vocabulary.mattr,
    vocabulary_mtld: vocabulary.mtld,
    vocabulary_hdd: vocabulary.hdd,
    vocabulary_hapax_ratio: vocabulary.hapax_ratio,
    vocabulary_yule_k: vocabulary.yule_k,
    vocabulary_mean_word_length: vocabulary.mean_word_length,
    vocabulary_long_word_ratio: vocabulary.long_word_ratio,
    vocabulary_words_per_line: vocabulary.words_per_line,
    vocabulary_distinct_line_ratio: vocabulary.distinct_line_ratio,
    vocabulary_mattr_as_sung: vocabulary.as_sung.mattr,
    vocabulary_mtld_as_sung: vocabulary.as_sung.mtld,
    rhyme_density: rhyme.density,
    rhyme_malmi: rhyme.malmi,
    rhyme_alliteration: rhyme.alliteration,
    rhyme_assonance: rhyme.assonance,
    rhyme_end_per_line: perLine(rhyme.counts.end),
    rhyme_internal_per_line: perLine(rhyme.counts.internal),
    rhyme_chain_per_line: perLine(rhyme.counts.chain),
    rhyme_multisyllabic_per_line: perLine(rhyme.counts.multisyllabic),
    flow_syllables_per_line: flow.syllables_per_line?.mean ?? null,
    flow_stresses_per_line: flow.stresses_per_line?.mean ?? null,
    flow_regularity: flow.regularity,
    flow_stress_regularity: flow.stress_regularity,
    flow_breath: flow.breath?.mean ?? null,
    flow_repeated_lines: flow.repeated_lines,
    flow_repeated_trigrams: flow.repeated_trigrams,
  };
}

function prefixed(
  prefix: string,
  values: Readonly<Record<string, number | null>>,
): Record<string, number | null> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}_${name}`, value]));
}
