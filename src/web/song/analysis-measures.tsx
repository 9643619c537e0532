import type { Analysis } from '../api/types.ts';
import { formatCount, formatNumber, formatShare, plural } from '../text/format.ts';
import { Measure, Measures } from './measure.tsx';

const fixed = (digits: number) => (value: number) => formatNumber(value, digits);

const UNRATED: Record<NonNullable<Analysis['quality_reason']>, string> = {
  language: 'the reference songs are in English',
  unknown_words: 'many of its words are in no dictionary',
  no_sentences: 'it lists names, things or cries',
  refrain: 'it is only a refrain',
  short: 'it is too short',
  prose: 'it is prose, or not written in lines',
};

/** The scores and what is counted of the rhymes. */
export function Scores({ analysis }: { analysis: Analysis }) {
  const { rhyme, percentiles, complexity_score, quality_score, quality_reason } = analysis;
  const longest = rhyme.longest;
  return (
    <Measures title="Craft" note="The mark on a line shows where the song stands among reference songs.">
      <Measure
        name="Complexity"
        value={complexity_score}
        format={(v) => `${formatNumber(v, 1)} of 10`}
        percentile={percentiles.complexity}
      />
      {quality_reason ? (
        <div class="measure measure-wide">
          <dt>Quality</dt>
          <dd>not rated: {UNRATED[quality_reason]}</dd>
        </div>
      ) : (
        <Measure name="Quality" value={quality_score} format={fixed(2)} percentile={percentiles.quality} />
      )}
      <Measure
        name="Syllables that rhyme"
        value={rhyme.density}
        format={formatShare}
        percentile={percentiles.rhyme_density}
      />
      <Measure
        name="Rhymes inside lines"
        value={rhyme.counts.internal}
        format={formatCount}
        percentile={percentiles.internal_rhymes}
      />
      <Measure
        name="Of two syllables or more"
        value={rhyme.counts.multisyllabic}
        format={formatCount}
        percentile={percentiles.multisyllabic_rhymes}
      />
      {longest !== null && (
        <div class="measure measure-wide">
          <dt>Longest rhyme</dt>
          <dd>
            “{longest.first.text}” and “{longest.second.text}”, {plural(longest.syllables, 'syllable')}
          </dd>
        </div>
      )}
    </Measures>
  );
}

export function Flow({ analysis: { flow, percentiles } }: { analysis: Analysis }) {
  return (
    <Measures title="Flow">
      <Measure
        name="Syllables a line"
        value={flow.syllables_per_line?.mean ?? null}
        format={fixed(1)}
        percentile={percentiles.syllables_per_line}
      />
      <Measure
        name="Evenness of lines"
        value={flow.regularity}
        format={fixed(2)}
        percentile={percentiles.regularity}
      />
    </Measures>
  );
}

export function Vocabulary({ analysis: { vocabulary, percentiles } }: { analysis: Analysis }) {
  return (
    <Measures title="Vocabulary" note="A line that comes back is counted once.">
      <Measure name="Words" value={vocabulary.tokens} format={formatCount} />
      <Measure name="Different words" value={vocabulary.types} format={formatCount} />
      <Measure name="Diversity (MATTR)" value={vocabulary.mattr} format={fixed(2)} />
      <Measure
        name="Diversity (MTLD)"
        value={vocabulary.mtld}
        format={fixed(0)}
        percentile={percentiles.mtld}
      />
      <Measure
        name="Letters a word"
        value={vocabulary.mean_word_length}
        format={fixed(1)}
        percentile={percentiles.mean_word_length}
      />
    </Measures>
  );
}
