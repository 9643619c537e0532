import { Presets, SingleBar } from 'cli-progress';
import { onStopSignal } from './local/stop-signals.ts';

export interface Progress {
  update(done: number, total: number, note?: string): void;
  stop(): void;
}

/** Plain lines come no oftener than this. */
const LINE_EVERY_MS = 2000;

/** A bar on a terminal, a line now and then elsewhere; always on standard error, so that output stays clean. */
export function createProgress(label: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? createBar(label, stream) : createLines(label, stream);
}

function createBar(label: string, stream: NodeJS.WriteStream): Progress {
  const format = `${label} {bar} {value}/{total} {note}`;
  const bar = new SingleBar(
    { format, stream, hideCursor: true, clearOnComplete: false },
    Presets.shades_classic,
  );
  bar.start(0, 0, { note: '' });
  // It hides the cursor, which a signal must not leave hidden.
  const withdraw = onStopSignal(async () => bar.stop());
  return {
    update: (done, total, note = '') => {
      bar.setTotal(total);
      bar.update(done, { note });
    },
    stop: () => {
      withdraw();
      bar.stop();
    },
  };
}

function createLines(label: string, stream: NodeJS.WriteStream): Progress {
  let shownAt = 0;
  let last = '';
  const show = (line: string): void => {
    if (line === last) return;
    last = line;
    stream.write(`${line}\n`);
  };
  let pending = '';
  return {
    update: (done, total, note = '') => {
      pending = `${label} ${done}/${total} ${note}`.trimEnd();
      if (Date.now() - shownAt < LINE_EVERY_MS) return;
      shownAt = Date.now();
      show(pending);
    },
    stop: () => {
      if (pending !== '') show(pending);
    },
  };
}

/** A line for every step, and one now and then for what counts up. */
export function showStep(): (step: string) => void {
  let shownAt = 0;
  return (step) => {
    if (/\d\/\d/.test(step) && performance.now() - shownAt < 5000) return;
    shownAt = performance.now();
    process.stderr.write(`${step}\n`);
  };
}
