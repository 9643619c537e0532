/**
 * A response body of text that is produced only as it is read; when the reader disconnects, production stops. A
 * failure aborts the body.
 */
export function streamBody(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const part = await parts.next();
        if (part.done) controller.close();
        else controller.enqueue(encoder.encode(part.value));
      },
      cancel: async () => {
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The events from the first one on, which has been made: what prevents it is thrown before a response begins. */
export async function startStream<T>(events: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await events.next();
  return (async function* () {
    if (first.done) return;
    try {
      yield first.value;
      yield* events;
    } finally {
      await events.return(undefined);
    }
  })();
}

/** The types of a route that also answers JSON do not support streams; the route's schema describes this one. */
export const asDocumented = (response: Response): never => response as never;
