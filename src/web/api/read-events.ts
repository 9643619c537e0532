import { ApiError } from './api-error.ts';
import { eventParser, type StreamEvent } from './parse-events.ts';
import { readAnswer } from './read-answer.ts';
import { type RequestOptions, requestInit } from './request-json.ts';
import { cutOff, noAnswer, tooSlow, wrongKind } from './transport-failures.ts';
import { tellUnreached } from './unreached.ts';

const EVENT_STREAM = 'text/event-stream';
/** The server says something at least this often, be it a comment. */
const IDLE_MS = 45_000;

interface StreamOptions extends Omit<RequestOptions, 'accept' | 'timeoutMs'> {
  /** How long the stream may be silent. */
  idleMs?: number;
  /** The event after which nothing comes; a stream that ends without it was cut off. */
  last: string;
}

/** Ends a request that is silent for too long, and with the caller's own signal. */
function idleLimit(idleMs: number, signal: AbortSignal | undefined) {
  const limit = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const heard = () => {
    stop();
    timer = setTimeout(() => limit.abort(), idleMs);
  };
  heard();
  return { signal: signal ? AbortSignal.any([signal, limit.signal]) : limit.signal, limit, heard, stop };
}

async function* eventsOf(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<StreamEvent> {
  const parse = eventParser();
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      yield* parse(value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * Asks this origin for a stream of events. Throws ApiError where it is refused, silent, or ends before its last event;
 * the caller's own abort is thrown as it is.
 */
export async function* readEvents(path: string, options: StreamOptions): AsyncGenerator<StreamEvent> {
  const { idleMs = IDLE_MS, last, signal } = options;
  const idle = idleLimit(idleMs, signal);
  let hasStarted = false;
  try {
    const response = await fetch(path, { ...requestInit(options, EVENT_STREAM), signal: idle.signal });
    if (!response.ok) await readAnswer(response, []);
    const type = response.headers.get('content-type') ?? '';
    if (!type.startsWith(EVENT_STREAM) || response.body === null) throw wrongKind(response.status);
    hasStarted = true;
    for await (const event of eventsOf(response.body, idle.heard)) {
      yield event;
      if (event.event === last) return;
    }
    throw cutOff(response.status);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ApiError) throw error;
    tellUnreached();
    if (idle.limit.signal.aborted) throw tooSlow(idleMs);
    throw hasStarted ? cutOff(null) : noAnswer();
  } finally {
    idle.stop();
  }
}
