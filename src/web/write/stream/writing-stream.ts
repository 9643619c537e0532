import { ApiError } from '../../api/api-error.ts';
import { readEvents } from '../../api/read-events.ts';
import { unreadable } from '../../api/transport-failures.ts';
import { failuresText } from '../../text/failures.ts';

/** A text that is being written by the server: what came so far, and how it ended. */
export interface Written<Line, Report> {
  phase: 'idle' | 'writing' | 'done' | 'failed' | 'stopped';
  lines: readonly Line[];
  report: Report | null;
  seed: number | null;
  error: ApiError | null;
}

/** Longer than the longest silence of a server that still works: it asks a model, and has it mend its lines twice. */
const IDLE_MS = 90_000;

export const NOTHING_WRITTEN = {
  phase: 'idle',
  lines: [],
  report: null,
  seed: null,
  error: null,
} as const satisfies Written<never, never>;

interface Numbered {
  number: number;
}

/** Events as `POST /generate` and `/style-transfer` send them. */
export type WritingEvent<Line, Report> =
  | { event: 'line'; data: Line }
  | { event: 'report'; data: Report }
  | { event: 'done'; data: { seed: number } }
  | { event: 'error'; data: { code: string; detail: string } };

/** The lines with one more; a later one of the same number replaces the former. */
export const withLine = <Line extends Numbered>(lines: readonly Line[], line: Line): Line[] =>
  [...lines.filter(({ number }) => number !== line.number), line].sort((a, b) => a.number - b.number);

function brokenOff({ detail }: { detail: string }): ApiError {
  return new ApiError({ ...failuresText.unfinished, detail, isTransient: true });
}

export function afterEvent<Line extends Numbered, Report>(
  written: Written<Line, Report>,
  event: WritingEvent<Line, Report>,
): Written<Line, Report> {
  switch (event.event) {
    case 'line':
      return { ...written, lines: withLine(written.lines, event.data) };
    case 'report':
      return { ...written, report: event.data };
    case 'done':
      return { ...written, seed: event.data.seed, phase: 'done' };
    case 'error':
      return { ...written, phase: 'failed', error: brokenOff(event.data) };
    default:
      // An event of a newer server.
      return written;
  }
}

/**
 * Asks for a text and shows each line as it comes. Ends in `done`, in `stopped` by the writer, or in `failed`, each
 * with the lines that came; a stream without a last event is one that was cut.
 */
export async function followWriting<Line extends Numbered, Report>(
  path: string,
  { body, signal, start }: { body: unknown; signal: AbortSignal; start: Written<Line, Report> },
  show: (written: Written<Line, Report>) => void,
): Promise<void> {
  let written: Written<Line, Report> = { ...start, phase: 'writing', error: null };
  show(written);
  try {
    for await (const { event, data } of readEvents(path, { body, signal, last: 'done', idleMs: IDLE_MS })) {
      if (data === undefined) throw unreadable(200);
      written = afterEvent(written, { event, data } as WritingEvent<Line, Report>);
      show(written);
      if (written.phase !== 'writing') return;
    }
  } catch (error) {
    if (signal.aborted) show({ ...written, phase: 'stopped' });
    else if (error instanceof ApiError) show({ ...written, phase: 'failed', error });
    else throw error;
  }
}
