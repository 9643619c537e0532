/** One server-sent event (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export interface ServerEvent {
  event: string;
  id?: string;
  /** Sent as JSON. */
  data: unknown;
}

export const EVENT_STREAM = 'text/event-stream';
export const EVENT_STREAM_HEADERS = { 'content-type': EVENT_STREAM, 'cache-control': 'no-cache' };

/**
 * Writes values as an event stream; a value that is not an event becomes a comment, which keeps the connection alive.
 */
export async function* eventText<T>(
  values: AsyncIterable<T>,
  toEvent: (value: T) => ServerEvent | null,
): AsyncGenerator<string> {
  for await (const value of values) yield formatEvent(toEvent(value));
}

function formatEvent(event: ServerEvent | null): string {
  if (event === null) return ': nothing new\n\n';
  const id = event.id === undefined ? '' : `id: ${event.id}\n`;
  return `event: ${event.event}\n${id}data: ${JSON.stringify(event.data)}\n\n`;
}
