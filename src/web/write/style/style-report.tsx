import { writeText } from '../../text/write.ts';
import { FactList } from '../fact-list.tsx';
import { writerOf } from '../verse/verse-report.tsx';
import type { StyleMeasures } from './use-style-desk.ts';

const { style: text, report } = writeText;

/** How far the text went, and what stayed of it, in sentences. */
export function StyleReport({ measures }: { measures: StyleMeasures }) {
  const { style, content, rhyme, originality, notes, provenance } = measures;
  const facts = [
    text.moved(style.moved),
    text.content(content.words_kept),
    content.similarity !== null && text.meaning(content.similarity),
    text.scheme(rhyme.before.scheme, rhyme.after.scheme),
    report.original(originality.longest_run, originality.compared_songs),
    writerOf(provenance),
  ];
  return <FactList id="style-report" title={report.title} facts={facts} notes={notes} />;
}
