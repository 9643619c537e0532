import { Button } from '../../parts/button.tsx';
import { Failure } from '../../shell/failure.tsx';
import { writeText } from '../../text/write.ts';
import type { Stretch } from '../pad/edit.ts';
import type { PadController } from '../pad/pad-controller.ts';
import { countLines, wholeLines } from '../pad/pad-text.ts';
import { useSelection } from '../pad/use-selection.ts';
import { ArtistField } from '../stream/artist-field.tsx';
import { StyleLines } from './style-lines.tsx';
import { StyleReport } from './style-report.tsx';
import type { StyleDesk } from './use-style-desk.ts';

/** The API's limits of a text. */
const SHORTEST = 20;
const LONGEST = 1000;
const MOST_LINES = 32;

const { style: text } = writeText;

interface PanelProps {
  pad: PadController;
  desk: StyleDesk;
}

/** Why a text cannot be rewritten; null where it can. */
function unfit(lyrics: string): string | null {
  if (lyrics.trim().length < SHORTEST) return text.short;
  return lyrics.length > LONGEST || countLines(lyrics) > MOST_LINES ? text.long : null;
}

/** The pad's text, or the selected lines, in the style of an artist: each line before and after. */
export function StylePanel({ pad, desk }: PanelProps) {
  const { written, stop } = desk.writing;
  const selection = useSelection(pad);
  const isSelection = selection.start < selection.end;
  const whole: Stretch = isSelection
    ? wholeLines(pad.document.text, selection)
    : { start: 0, end: pad.document.text.length };
  const lyrics = pad.document.text.slice(whole.start, whole.end);
  const fault = unfit(lyrics);
  const isWriting = written.phase === 'writing';
  const write = (event?: Event) => {
    event?.preventDefault();
    if (!isWriting && fault === null) desk.send(whole);
  };
  return (
    <section class="style" aria-label={writeText.beside.style}>
      <p class="muted">{text.intro}</p>
      <form
        class="order"
        onSubmit={write}
        onInput={({ target }) => target instanceof HTMLInputElement && desk.setArtist(target.value)}
      >
        <ArtistField label={text.artist} value={desk.artist} required />
        <p class="muted">{fault ?? text.from(countLines(lyrics), isSelection)}</p>
        <p class="order-act">
          <Button kind="primary" type="submit" isBusy={isWriting || fault !== null}>
            {text.write}
          </Button>
          {isWriting && <Button onClick={stop}>{text.stop}</Button>}
        </p>
      </form>
      <p class="verse-state" role="status">
        {isWriting && text.writing(written.lines.length)}
        {written.phase === 'stopped' && writeText.verse.stopped(written.lines.length)}
        {written.phase === 'failed' && writeText.verse.cut(written.lines.length)}
      </p>
      {written.error !== null && <Failure error={written.error} retry={write} />}
      {written.lines.length > 0 && (
        <StyleLines lines={written.lines} taken={desk.taken} isDone={!isWriting} onTake={desk.take} />
      )}
      {written.report !== null && <StyleReport measures={written.report} />}
    </section>
  );
}
