import { useEffect, useRef, useState } from 'preact/hooks';
import type { TransferEvent, TransferRequest } from '../../api/types.ts';
import { tell } from '../../parts/toast.tsx';
import { writeText } from '../../text/write.ts';
import type { Stretch } from '../pad/edit.ts';
import type { PadController } from '../pad/pad-controller.ts';
import { useWriting, type Writing } from '../stream/use-writing.ts';
import { SentLines } from './sent-lines.ts';

type DataOf<Name extends TransferEvent['event']> = Extract<TransferEvent, { event: Name }>['data'];
export type StyledLine = DataOf<'line'>;
export type StyleMeasures = DataOf<'report'>;

/** What is being rewritten, and what came of it: kept while another tool is open. */
export interface StyleDesk {
  artist: string;
  setArtist: (artist: string) => void;
  writing: Writing<StyledLine, StyleMeasures>;
  /** Numbers of the lines that are in the pad now. */
  taken: readonly number[];
  /** Sends a part of the pad. */
  send: (part: Stretch) => void;
  take: (lines: readonly StyledLine[]) => void;
}

export function useStyleDesk(pad: PadController): StyleDesk {
  const [artist, setArtist] = useState('');
  const [taken, setTaken] = useState<readonly number[]>([]);
  const writing = useWriting<StyledLine, StyleMeasures>('/style-transfer');
  const sent = useRef(new SentLines('', 0));
  useEffect(() => pad.document.onChange(({ edit }) => sent.current.follow(edit)), [pad]);
  const send = (part: Stretch) => {
    const lyrics = pad.document.text.slice(part.start, part.end);
    sent.current = new SentLines(lyrics, part.start);
    setTaken([]);
    const body: TransferRequest = { lyrics, target_artist: artist.trim(), stream: true };
    writing.start(body);
  };
  const take = (lines: readonly StyledLine[]) => {
    takeLines(pad, sent.current, { lines, all: writing.written.lines });
    setTaken((before) => [...before, ...lines.map(({ number }) => number)]);
  };
  return { artist, setArtist, writing, taken, send, take };
}

/** Puts each line in the place of the one it was made from; where that is gone or another now, below the caret. */
function takeLines(
  pad: PadController,
  sent: SentLines,
  { lines, all }: { lines: readonly StyledLine[]; all: readonly StyledLine[] },
): void {
  const lost: string[] = [];
  for (const { number, before, after } of lines) {
    const nth = all.filter((other) => other.number < number && other.before === before).length;
    const place = sent.placeOf(before, nth, pad.document.text);
    if (place === null) lost.push(after);
    else pad.replaceByMachine(place, after);
  }
  if (lost.length === 0) return;
  pad.insertLines(lost);
  tell({ text: writeText.style.changed });
}
