import { createChannel } from '../../../lib/channel.ts';
import type { WrittenLine } from '../contract.ts';
import { askModels, type Drafted, type WriteContext, type WriteTask } from './ask-models.ts';

export interface StreamedDraft extends Drafted {
  /** Texts that were sent, by the number of their line. */
  sent: ReadonlyMap<number, string>;
}

/**
 * Asks the models and sends each line when it stands, then returns what they gave. When the reader stops, the call to the
 * model is cut off. `started`: when the request began, in milliseconds since the epoch; the time limit counts from then.
 */
export async function* streamDraft<Line>(
  ctx: WriteContext,
  task: WriteTask,
  { started, shown }: { started: number; shown: (line: WrittenLine) => Line },
): AsyncGenerator<{ line: Line }, StreamedDraft> {
  const gone = new AbortController();
  const signal = ctx.signal === null ? gone.signal : AbortSignal.any([ctx.signal, gone.signal]);
  const channel = createChannel<WrittenLine>();
  const sent = new Map<number, string>();
  try {
    const drafting = askModels(ctx, task, { signal, started, onLine: (line) => channel.push(line) });
    drafting.then(
      () => channel.close(),
      (error: unknown) => channel.close({ error }),
    );
    for await (const line of channel.read()) {
      sent.set(line.number, line.text);
      yield { line: shown(line) };
    }
    return { ...(await drafting), sent };
  } finally {
    gone.abort();
  }
}
