import { Failure } from '../../shell/failure.tsx';
import { writeText } from '../../text/write.ts';
import type { PadController } from '../pad/pad-controller.ts';
import { lastLines, tooLongLine } from '../pad/pad-text.ts';
import { useSelection } from '../pad/use-selection.ts';
import { OrderForm } from './order-form.tsx';
import type { VerseDesk } from './use-verse-desk.ts';
import { VerseLines } from './verse-lines.tsx';
import { VerseReport } from './verse-report.tsx';

const { verse: text } = writeText;

/** Lines of the pad that a verse may go on from: as many as a rhyme reaches. */
const GOES_ON_FROM = 4;

/** A verse to order: what it is to be, the lines as they come, and what was measured in them. */
export function VersePanel({ pad, desk }: { pad: PadController; desk: VerseDesk }) {
  const { form, led, kept } = desk;
  const { written, stop } = desk.writing;
  const { end } = useSelection(pad);
  const before = lastLines(pad.document.text, end, GOES_ON_FROM);
  const canGoOn = !tooLongLine(before);
  const isWriting = written.phase === 'writing';
  const write = () => desk.write(form.goesOn && canGoOn ? before : []);
  const own = written.lines.filter(({ number }) => number > led);
  return (
    <section class="verse" aria-label={writeText.beside.verse}>
      <p class="muted">{text.intro}</p>
      <OrderForm
        form={form}
        before={canGoOn ? before : []}
        isWriting={isWriting}
        onChange={desk.setForm}
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
          onKeep={desk.setKept}
          onAdd={(lines) => pad.insertLines(lines)}
          onRewrite={desk.rewrite}
          onAnother={write}
        />
      )}
      {written.report !== null && <VerseReport measures={written.report} />}
    </section>
  );
}
