import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import '../styles/verse.css';
import '../styles/strip.css';
import '../styles/findings.css';
import '../styles/mood.css';
import '../styles/sheet.css';
import { Choice } from '../parts/choice.tsx';
import { useSheet } from '../parts/sheet.tsx';
import { PHONE, useMedia } from '../parts/use-media.ts';
import { verseText } from '../text/verse.ts';
import { ChosenLines } from './chosen-lines.tsx';
import { EngineNote, UnheardNote } from './engine-note.tsx';
import type { AnyAnalysis } from './findings/any-analysis.ts';
import type { Jump } from './findings/jump.tsx';
import { FindingsFrame, SheetBar } from './findings-frame.tsx';
import type { HeardText } from './heard-text.ts';
import type { LineRange } from './line-hash.ts';
import { markEvidence } from './mark-evidence.ts';
import { MoodMargin } from './mood-margin.tsx';
import type { ReaderState } from './reader-state.ts';
import { RhymeKey } from './rhyme-key.tsx';
import { SavePicture } from './save-picture.tsx';
import { Strip } from './strip.tsx';
import { StripAwaited, StripBandAwaited } from './strip-awaited.tsx';
import { StripBand } from './strip-band.tsx';
import { SurenessSlider } from './sureness-slider.tsx';
import { tenthsOf } from './tenths.ts';
import { type Lit, useLit } from './use-lit.ts';
import { useReading } from './use-reading.ts';
import { useVerseKeys } from './use-verse-keys.ts';
import { toVerse, type VerseModel } from './verse-model.ts';
import { VerseText } from './verse-text.tsx';

export interface ReaderParts {
  model: VerseModel;
  lit: Lit;
  jump: Jump;
}

interface ReaderProps {
  /** What is known of the text without the engine; its own text is what is read. */
  heard: HeardText;
  title: string;
  state: ReaderState;
  onChange: (part: Partial<ReaderState>) => void;
  /** Lines that the address names. */
  chosen?: LineRange | null;
  /** The address of a line, where the address has room for one. */
  href?: Jump['href'];
  lang?: string | undefined;
  /** Null while nothing is known of the text but its rhymes. */
  analysis: AnyAnalysis | null;
  /** What is found in the text, under the strip. */
  findings: (parts: ReaderParts) => ComponentChildren;
}

/** Rows that a screen of usual height holds. */
const SHORT = 22;

const countLines = ({ blocks }: VerseModel): number =>
  blocks.reduce((rows, { lines }) => rows + lines.length + 1, 0);

function goToLine(line: number): void {
  const element = document.getElementById(`L${line + 1}`);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

/** A text that is read: set as verse, with the strip and what is found beside it. The engine of the page hears it. */
export function Reader(props: ReaderProps) {
  const { heard, title, state, onChange, chosen = null, href = null, lang, analysis, findings } = props;
  const [sureness, setSureness] = useState(state.sureness);
  useEffect(() => setSureness(state.sureness), [state.sureness]);
  const { reading, failure, retry } = useReading(heard.text, sureness);
  const model = useMemo(() => toVerse(reading ?? heard), [reading, heard]);
  const groups = model.heard.rhyme.groups.length;
  const group = state.group !== null && state.group < groups ? state.group : null;
  const lit = useLit(group, (next) => onChange({ group: next }));
  useVerseKeys(lit, model);
  const isHearing = reading === null && failure === null;
  const root = useRef<HTMLDivElement>(null);
  const isPhone = useMedia(PHONE);
  const sheet = useSheet();
  const tenths = useMemo(() => (analysis === null ? [] : tenthsOf(analysis, heard.text)), [analysis, heard]);
  const goTo = (line: number) => {
    sheet.close();
    goToLine(line);
  };
  const jump: Jump = {
    text: heard.text,
    href,
    go: goTo,
    mark: (evidence) => root.current && markEvidence(root.current, heard.text, evidence),
  };
  return (
    <div ref={root} class="reader-body">
      <section
        id="lyrics"
        class={countLines(model) <= SHORT ? 'reader-text is-short' : 'reader-text'}
        aria-labelledby="lyrics-title"
        tabIndex={-1}
      >
        <h2 id="lyrics-title" class="unseen">
          {verseText.text}
        </h2>
        {failure !== null && <EngineNote failure={failure} retry={retry} />}
        <Controls state={state} onChange={onChange} />
        {isHearing ? <StripBandAwaited /> : <StripBand model={model} lit={lit} onLine={goToLine} />}
        <UnheardNote rhyme={model.heard.rhyme} />
        {chosen !== null && <ChosenLines text={heard.text} chosen={chosen} />}
        <VerseText model={model} lit={lit} margins={state.margins} chosen={chosen} href={href} lang={lang}>
          {tenths.length > 1 && <MoodMargin tenths={tenths} jump={jump} />}
        </VerseText>
        {isPhone && <SheetBar sheet={sheet} groups={groups} />}
      </section>
      <FindingsFrame isPhone={isPhone} sheet={sheet}>
        {analysis?.summary && <p class="reader-sentence">{analysis.summary}</p>}
        <SurenessSlider
          sureness={sureness}
          onMove={setSureness}
          onSettle={(settled) => onChange({ sureness: settled, group: null })}
        />
        {isHearing ? (
          <StripAwaited lines={countLines(model)} />
        ) : (
          <Strip model={model} lit={lit} onLine={goTo} />
        )}
        {reading !== null && <SavePicture model={model} title={title} />}
        {findings({ model, lit, jump })}
      </FindingsFrame>
    </div>
  );
}

function Controls({ state, onChange }: Pick<ReaderProps, 'state' | 'onChange'>) {
  const { legend, ...margins } = verseText.margins;
  return (
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
  );
}
