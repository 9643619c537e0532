import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { PageHeading } from '../shell/page-heading.tsx';
import { readText } from '../text/read.ts';
import { verseText } from '../text/verse.ts';
import { EngineNote } from '../verse/engine-note.tsx';
import type { Jump } from '../verse/findings/jump.tsx';
import { unheardText } from '../verse/heard-text.ts';
import { markEvidence } from '../verse/mark-evidence.ts';
import { RhymeKey } from '../verse/rhyme-key.tsx';
import { SavePicture } from '../verse/save-picture.tsx';
import { Strip } from '../verse/strip.tsx';
import { SurenessSlider } from '../verse/sureness-slider.tsx';
import { useLit } from '../verse/use-lit.ts';
import { useReading } from '../verse/use-reading.ts';
import { useVerseKeys } from '../verse/use-verse-keys.ts';
import { toVerse, type VerseModel } from '../verse/verse-model.ts';
import { VerseText } from '../verse/verse-text.tsx';
import { ReadFindings } from './read-findings.tsx';
import type { ReadState } from './read-state.ts';
import { useEngineAnalysis } from './use-engine-analysis.ts';
import { useServer } from './use-server.ts';

interface ReadVerseProps {
  text: string;
  state: ReadState;
  onChange: (part: Partial<ReadState>, replace?: boolean) => void;
  onEdit: () => void;
}

function goToLine(line: number): void {
  const element = document.getElementById(`L${line + 1}`);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

/** Rows that a screen of usual height holds. */
const SHORT = 22;

const isShort = ({ blocks }: VerseModel): boolean =>
  blocks.reduce((rows, { lines }) => rows + lines.length + 1, 0) <= SHORT;

/** A text that is read: set as verse, with the strip and what is found beside it. */
export function ReadVerse({ text, state, onChange, onEdit }: ReadVerseProps) {
  const [sureness, setSureness] = useState(state.sureness);
  useEffect(() => setSureness(state.sureness), [state.sureness]);
  const { reading, failure, retry } = useReading(text, sureness);
  const told = useEngineAnalysis(reading === null ? null : text);
  const server = useServer(text);
  const analysis = server.model.state === 'there' ? server.model.answer : told;
  const model = useMemo(() => toVerse(reading ?? unheardText(text)), [reading, text]);
  const groups = model.heard.rhyme.groups.length;
  const chosen = state.group !== null && state.group < groups ? state.group : null;
  const lit = useLit(chosen, (group) => onChange({ group }));
  useVerseKeys(lit, groups);
  const root = useRef<HTMLElement>(null);
  const jump: Jump = {
    text,
    href: null,
    go: goToLine,
    mark: (evidence) => root.current && markEvidence(root.current, text, evidence),
  };
  const { legend, ...margins } = verseText.margins;
  return (
    <article ref={root} class="reader">
      <header class="reader-head">
        <PageHeading title={state.title || readText.title} class="reader-title">
          {state.title || readText.untitled}
        </PageHeading>
        <Button kind="quiet" onClick={onEdit}>
          {readText.change}
        </Button>
      </header>
      {failure !== null && <EngineNote failure={failure} retry={retry} />}
      {reading === null && failure === null && <Waiting text={verseText.engine.opening} />}
      <div class="reader-body">
        <section
          class={isShort(model) ? 'reader-text is-short' : 'reader-text'}
          aria-label={readText.textTitle}
        >
          <div class="reader-controls">
            <Choice
              legend={legend}
              name="margins"
              value={state.margins}
              options={(['letters', 'syllables', 'stresses'] as const).map((value) => ({
                value,
                label: margins[value],
              }))}
              onChoose={(value) => onChange({ margins: value })}
            />
            <RhymeKey />
          </div>
          <VerseText model={model} lit={lit} margins={state.margins} chosen={null} />
        </section>
        <aside class="reader-findings" aria-label={readText.findings}>
          {analysis?.summary && <p class="reader-sentence">{analysis.summary}</p>}
          <SurenessSlider
            sureness={sureness}
            onMove={setSureness}
            onSettle={(settled) => onChange({ sureness: settled, group: null })}
          />
          <Strip model={model} lit={lit} onLine={goToLine} />
          {reading !== null && <SavePicture model={model} title={state.title || readText.untitled} />}
          {reading !== null && <ReadFindings {...{ model, lit, jump, analysis, server }} />}
        </aside>
      </div>
    </article>
  );
}
