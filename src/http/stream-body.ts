/**
 * A response body of text made while it is read: nothing is made ahead of the reader, and one that goes away ends the
 * making. A failure breaks the body off.
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

/** The types of a route that also answers JSON know no streams; what this one holds, its schema tells. */
export const asDocumented = (response: Response): never => response as never;
