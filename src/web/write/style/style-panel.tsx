import { useState } from 'preact/hooks';
import type { TransferEvent, TransferRequest } from '../../api/types.ts';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../shell/failure.tsx';
import { writeText } from '../../text/write.ts';
import type { Stretch } from '../pad/edit.ts';
import type { PadController } from '../pad/pad-controller.ts';
import { countLines, wholeLines } from '../pad/pad-text.ts';
import { useSelection } from '../pad/use-selection.ts';
import { ArtistField } from '../stream/artist-field.tsx';
import type { Writing } from '../stream/use-writing.ts';
import { StyleLines } from './style-lines.tsx';
import { StyleReport } from './style-report.tsx';

type DataOf<Name extends TransferEvent['event']> = Extract<TransferEvent, { event: Name }>['data'];
export type StyledLine = DataOf<'line'>;
export type StyleMeasures = DataOf<'report'>;

/** The API's limits of a text. */
const SHORTEST = 20;
const LONGEST = 1000;
const MOST_LINES = 32;

const { style: text } = writeText;

interface PanelProps {
  pad: PadController;
  artist: string;
  onArtist: (artist: string) => void;
  writing: Writing<StyledLine, StyleMeasures>;
}

/** Why a text cannot be rewritten; null where it can. */
function unfit(lyrics: string): string | null {
  if (lyrics.trim().length < SHORTEST) return text.short;
  return lyrics.length > LONGEST || countLines(lyrics) > MOST_LINES ? text.long : null;
}

/** The pad's text, or the selected lines, in the style of an artist: each line before and after. */
export function StylePanel({ pad, artist, onArtist, writing: { written, start, stop } }: PanelProps) {
  const selection = useSelection(pad);
  const [taken, setTaken] = useState<readonly number[]>([]);
  const isSelection = selection.start < selection.end;
  const whole: Stretch = isSelection
    ? wholeLines(pad.document.text, selection)
    : { start: 0, end: pad.document.text.length };
  const lyrics = pad.document.text.slice(whole.start, whole.end);
  const fault = unfit(lyrics);
  const isWriting = written.phase === 'writing';
  const write = (event?: Event) => {
    event?.preventDefault();
    if (isWriting || fault !== null) return;
    setTaken([]);
    const body: TransferRequest = { lyrics, target_artist: artist.trim(), stream: true };
    start(body);
  };
  const take = (lines: readonly StyledLine[]) => {
    takeLines(pad, lines);
    setTaken((before) => [...before, ...lines.map(({ number }) => number)]);
  };
  return (
    <section class="style" aria-label={writeText.beside.style}>
      <p class="muted">{text.intro}</p>
      <form
        class="order"
        onSubmit={write}
        onInput={({ target }) => target instanceof HTMLInputElement && onArtist(target.value)}
      >
        <ArtistField label={text.artist} value={artist} required />
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
        <StyleLines lines={written.lines} taken={taken} isDone={!isWriting} onTake={take} />
      )}
      {written.report !== null && <StyleReport measures={written.report} />}
    </section>
  );
}

/** Puts each line in the place of the one it was made from; where that is gone, below the caret. */
function takeLines(pad: PadController, lines: readonly StyledLine[]): void {
  const lost: string[] = [];
  for (const { before, after } of lines) {
    const place = findLine(pad.document.text, before);
    if (place === null) lost.push(after);
    else pad.replaceByMachine(place, after);
  }
  if (lost.length > 0) pad.insertLines(lost);
}

/** The first line that is this one but for spaces around it. */
function findLine(text: string, wanted: string): Stretch | null {
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === wanted.trim()) return { start, end: start + line.length };
    start += line.length + 1;
  }
  return null;
}
