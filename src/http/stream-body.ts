/**
 * A response body of text that is produced only as it is read; when the reader disconnects, production stops. A
 * failure aborts the body. `onEnd` is always called at the end.
 */
export function streamBody(
  parts: AsyncGenerator<string>,
  onEnd: () => void = () => undefined,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const part = await parts.next();
          if (!part.done) return controller.enqueue(encoder.encode(part.value));
          onEnd();
          controller.close();
        } catch (error) {
          onEnd();
          throw error;
        }
      },
      cancel: async () => {
        await parts.return(undefined);
        onEnd();
      },
    },
    { highWaterMark: 0 },
  );
}

/** The types of a route that also answers JSON do not support streams; the route's schema describes this one. */
export const asDocumented = (response: Response): never => response as never;
