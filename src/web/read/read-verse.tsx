import { useMemo } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { PageHeading } from '../shell/page-heading.tsx';
import { readText } from '../text/read.ts';
import { unheardText } from '../verse/heard-text.ts';
import { Reader } from '../verse/reader.tsx';
import { ReadFindings } from './read-findings.tsx';
import type { ReadState } from './read-state.ts';
import { useEngineAnalysis } from './use-engine-analysis.ts';
import { useServer } from './use-server.ts';

interface ReadVerseProps {
  text: string;
  state: ReadState;
  onChange: (part: Partial<ReadState>) => void;
  onEdit: () => void;
}

/** A text that was pasted, as it is read. */
export function ReadVerse({ text, state, onChange, onEdit }: ReadVerseProps) {
  const heard = useMemo(() => unheardText(text), [text]);
  const told = useEngineAnalysis(text);
  const server = useServer(text);
  const analysis = server.model.state === 'there' ? server.model.answer : told.analysis;
  const title = state.title || readText.untitled;
  return (
    <article class="reader">
      <header class="reader-head">
        <PageHeading title={state.title || readText.title} class="reader-title">
          {title}
        </PageHeading>
        <Button kind="quiet" onClick={onEdit}>
          {readText.change}
        </Button>
      </header>
      <Reader
        {...{ heard, title, state, onChange, analysis }}
        findings={(parts) => <ReadFindings {...parts} {...{ analysis, told, server }} />}
      />
    </article>
  );
}
