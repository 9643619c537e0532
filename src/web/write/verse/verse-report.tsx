import { writeText } from '../../text/write.ts';
import { FactList } from '../fact-list.tsx';
import type { VerseMeasures } from './use-verse-desk.ts';

const { report: text } = writeText;

export function writerOf({ writer, model, degraded }: VerseMeasures['provenance']): string {
  if (writer === 'qwen' && model !== null) return text.writers.model(model);
  return degraded ? text.writers.degraded : text.writers.composer;
}

/** What the engine measured in a written verse, in sentences. */
export function VerseReport({ measures: { report, notes, provenance } }: { measures: VerseMeasures }) {
  const { syllables, rhymes, originality } = report;
  const facts = [
    text.scheme(report.scheme, report.heard_scheme, report.scheme_met),
    text.syllables(syllables.min, syllables.max, report.syllables_met),
    text.rhymes(rhymes.end, rhymes.internal, rhymes.multisyllabic),
    report.density.value !== null && text.density(report.density.value),
    report.malmi.value !== null && text.malmi(report.malmi.value),
    text.original(originality.longest_run, originality.compared_songs),
    originality.whole_lines > 0 && text.copied(originality.whole_lines),
    writerOf(provenance),
  ];
  return <FactList id="verse-report" title={text.title} facts={facts} notes={notes} />;
}
