import { PercentileMark } from '../../parts/percentile-mark.tsx';
import { formatCount, formatNumber, formatShare } from '../../text/format.ts';
import { verseText } from '../../text/verse.ts';
import type { AnyAnalysis } from './any-analysis.ts';
import { Panel } from './panel.tsx';

/** A measure: its name, its value, and the share of reference songs that lie below. */
type Row = [name: string, value: string | null, percentile: number | null];

const text = (value: number | null | undefined, format: (value: number) => string): string | null =>
  value == null ? null : format(value);
const fixed = (digits: number) => (value: number) => formatNumber(value, digits);

function rowsOf({ rhyme, flow, vocabulary, percentiles, ...scores }: AnyAnalysis): Row[] {
  const names = verseText.craft.names;
  // Where no syllable was heard nobody can say that none rhymes.
  const counted = (count: number) => (rhyme.syllables === 0 ? null : formatCount(count));
  const onTen = (value: number) => verseText.craft.onTen(formatNumber(value, 1));
  const onOne = (value: number) => verseText.craft.onOne(formatNumber(value, 2));
  return [
    [names.complexity, text(scores.complexity_score, onTen), percentiles.complexity],
    ...(scores.quality_reason
      ? []
      : [[names.quality, text(scores.quality_score, onOne), percentiles.quality] satisfies Row]),
    [names.density, text(rhyme.density, formatShare), percentiles.rhyme_density],
    [names.internal, counted(rhyme.counts.internal), percentiles.internal_rhymes],
    [names.multi, counted(rhyme.counts.multisyllabic), percentiles.multisyllabic_rhymes],
    [names.syllables, text(flow.syllables_per_line?.mean, fixed(1)), percentiles.syllables_per_line],
    [names.evenness, text(flow.regularity, fixed(2)), percentiles.regularity],
    [names.words, formatCount(vocabulary.types), null],
    [names.mtld, text(vocabulary.mtld, fixed(0)), percentiles.mtld],
    [names.letters, text(vocabulary.mean_word_length, fixed(1)), percentiles.mean_word_length],
  ];
}

/** The measures of craft, each with its place among the reference songs. */
export function Craft({ analysis }: { analysis: AnyAnalysis }) {
  return (
    <Panel title={verseText.craft.title} note={verseText.craft.note}>
      {analysis.quality_reason && (
        <p class="muted">{verseText.craft.notRated(verseText.craft.unrated[analysis.quality_reason])}</p>
      )}
      <dl class="measures">
        {rowsOf(analysis).map(([name, value, percentile]) => (
          <div key={name} class="measure">
            <dt>{name}</dt>
            <dd class="number">{value ?? <span class="muted">{verseText.craft.unmeasured}</span>}</dd>
            {value !== null && percentile !== null && (
              <dd class="measure-rank">
                <PercentileMark percentile={percentile} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </Panel>
  );
}
