import { useState } from 'preact/hooks';
import type { GenerationEvent } from '../../api/types.ts';
import { Failure } from '../../shell/failure.tsx';
import { writeText } from '../../text/write.ts';
import type { PadController } from '../pad/pad-controller.ts';
import { lastLines, tooLongLine } from '../pad/pad-text.ts';
import { useSelection } from '../pad/use-selection.ts';
import type { Writing } from '../stream/use-writing.ts';
import { OrderForm } from './order-form.tsx';
import { VerseLines } from './verse-lines.tsx';
import { type KeptLine, leadingLines, linesAsked, type VerseForm, verseOrder } from './verse-order.ts';
import { VerseReport } from './verse-report.tsx';

type DataOf<Name extends GenerationEvent['event']> = Extract<GenerationEvent, { event: Name }>['data'];
export type VerseLine = DataOf<'line'>;
export type VerseMeasures = DataOf<'report'>;
export type VerseWriting = Writing<VerseLine, VerseMeasures>;

const { verse: text } = writeText;

/** Lines of the pad that a verse may go on from: as many as a rhyme reaches. */
const GOES_ON_FROM = 4;

interface PanelProps {
  pad: PadController;
  form: VerseForm;
  onForm: (form: VerseForm) => void;
  writing: VerseWriting;
}

const asKept = ({ number, text }: VerseLine): KeptLine => ({ line: number, text });

/** A verse to order: what it is to be, the lines as they come, and what was measured in them. */
export function VersePanel({ pad, form, onForm, writing: { written, start, stop } }: PanelProps) {
  const { end } = useSelection(pad);
  const [kept, setKept] = useState<readonly number[]>([]);
  const [led, setLed] = useState(0);
  const before = lastLines(pad.document.text, end, GOES_ON_FROM);
  const canGoOn = !tooLongLine(before);
  const isWriting = written.phase === 'writing';
  const write = () => {
    const leading = form.goesOn && canGoOn ? before : [];
    setKept([]);
    setLed(leading.length);
    const lines = linesAsked(form) + leading.length;
    start(verseOrder(form, { lines, kept: leadingLines(leading) }));
  };
  const rewrite = () => {
    const lines = written.lines.filter(({ number }) => number <= led || kept.includes(number));
    start(verseOrder(form, { lines: written.lines.length, kept: lines.map(asKept) }), lines);
  };
  const own = written.lines.filter(({ number }) => number > led);
  return (
    <section class="verse" aria-label={writeText.beside.verse}>
      <p class="muted">{text.intro}</p>
      <OrderForm
        form={form}
        before={canGoOn ? before : []}
        isWriting={isWriting}
        onChange={onForm}
        onWrite={write}
        onStop={stop}
      />
      <p class="verse-state" role="status">
        {isWriting && text.writing(own.length)}
        {written.phase === 'stopped' && text.stopped(own.length)}
        {written.phase === 'failed' && text.cut(own.length)}
      </p>
      {written.error !== null && <Failure error={written.error} retry={write} />}
      {own.length > 0 && (
        <VerseLines
          lines={own}
          heard={written.report?.report.heard_scheme ?? null}
          kept={kept}
          isDone={!isWriting}
          onKeep={setKept}
          onAdd={(lines) => pad.insertLines(lines)}
          onRewrite={rewrite}
          onAnother={write}
        />
      )}
      {written.report !== null && <VerseReport measures={written.report} />}
    </section>
  );
}
