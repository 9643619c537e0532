/**
 * A response body of text made while it is read: nothing is made ahead of the reader, and one that goes away ends the
 * making. A failure breaks the body off. `onEnd` is called however it ends.
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

/** The types of a route that also answers JSON know no streams; what this one holds, its schema tells. */
export const asDocumented = (response: Response): never => response as never;
