import type { Clock } from '../clock.ts';
import { describeError } from '../errors.ts';
import { createId } from '../ids.ts';
import type { Logger } from '../logger.ts';
import { createMetricBuffer, type MetricBuffer } from './metric-buffer.ts';
import { createMetricCounter, type MetricRecorder, seriesField } from './recorder.ts';
import type { MetricBatch, MetricStore } from './store.ts';

/** How long counts are gathered before they are sent. */
export const GATHERING_MS = 1000;
/** An invocation that has not sent by then was ended by the runtime, and the next count lets another send. */
const OVERDUE_MS = 5000;

const UNSENT = seriesField('barline_metrics_unsent_total', {});

/** What the invocation that counts gives: its own connection, since a Worker may not do I/O for another request. */
interface Invocation {
  readonly store: () => MetricStore;
  readonly log: Logger;
  /** Keeps the invocation alive while it waits to send; null if the invocation flushes at its end. */
  readonly waitUntil: ((work: Promise<unknown>) => void) | null;
}

/** The counts of one isolate. */
export interface GatheredMetrics {
  /** The recorder of an invocation. */
  record(invocation: Invocation): MetricRecorder;
  /** A store whose answers include what this isolate had gathered. */
  readThrough(invocation: Pick<Invocation, 'store' | 'log'>): MetricStore;
}

/**
 * Gathers the counts of all invocations of an isolate. The first count after a flush makes its invocation wait
 * `gatheringMs` and send them, so that an isolate sends once a second at most and has sent everything when it idles.
 */
export function gatherMetrics(clock: Clock, gatheringMs: number = GATHERING_MS): GatheredMetrics {
  const buffer = createMetricBuffer(() => createId('iso', clock.now()));
  let senderIsDueUntil = 0;

  const flushLater = async (invocation: Invocation): Promise<void> => {
    await clock.sleep(gatheringMs);
    // Before sending, since what is counted from here on may not be in this batch.
    senderIsDueUntil = 0;
    await flush(buffer, invocation);
  };
  const armSender = (invocation: Invocation): void => {
    const now = clock.now();
    if (invocation.waitUntil === null || now < senderIsDueUntil) return;
    senderIsDueUntil = now + gatheringMs + OVERDUE_MS;
    invocation.waitUntil(flushLater(invocation));
  };
  return {
    record: (invocation) => ({
      ...createMetricCounter((field, by) => {
        buffer.add(field, by);
        armSender(invocation);
      }),
      flush: () => flush(buffer, invocation),
    }),
    readThrough: (invocation) => readThrough(buffer, invocation),
  };
}

type Sender = Pick<Invocation, 'store' | 'log'>;

/** First the batch whose fate is unknown, then all that was counted since. */
async function flush(buffer: MetricBuffer, sender: Sender): Promise<void> {
  const before = buffer.unsettled();
  if (before !== null && !(await send(buffer, sender, before))) return;
  const batch = buffer.take();
  if (batch !== null) await send(buffer, sender, batch);
}

async function send(buffer: MetricBuffer, { store, log }: Sender, batch: MetricBatch): Promise<boolean> {
  try {
    await store().add(batch);
    buffer.settle(batch);
    return true;
  } catch (error) {
    buffer.add(UNSENT, 1);
    log.warn('metrics not sent, kept for the next time', { error: describeError(error) });
    return false;
  }
}

function readThrough(buffer: MetricBuffer, sender: Sender): MetricStore {
  let flushing: Promise<void> | null = null;
  // Reads of one invocation that run together send once.
  const flushOnce = async (): Promise<void> => {
    flushing ??= flush(buffer, sender);
    await flushing;
    flushing = null;
  };
  const afterOwn = async <T>(read: (store: MetricStore) => Promise<T>): Promise<T> => {
    await flushOnce();
    return await read(sender.store());
  };
  return {
    add: (batch) => sender.store().add(batch),
    read: () => afterOwn((store) => store.read()),
    readLastHour: () => afterOwn((store) => store.readLastHour()),
  };
}
