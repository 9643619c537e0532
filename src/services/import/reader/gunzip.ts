import { type Chunks, FileFormatError } from './piece.ts';

/** The file ended or failed after rows had been read; the rows before it are good. */
export class BrokenOffError extends FileFormatError {}

/** The chunks as a stream that is read no faster than it is consumed. */
function toStream(chunks: Chunks): ReadableStream<Uint8Array<ArrayBuffer>> {
  const source = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        const next = await source.next();
        if (next.done) controller.close();
        // A chunk may be a view of a pool, which a stream must not take over.
        else controller.enqueue(new Uint8Array(next.value));
      },
      cancel: async () => {
        await source.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/** The text of a gzip archive, unpacked as it is read. Throws BrokenOffError where the archive is damaged or ends early. */
export async function* gunzip(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let failure: unknown = null;
  async function* watched() {
    try {
      yield* chunks;
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  const reader = toStream(watched()).pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } catch (error) {
    if (failure !== null) throw failure;
    throw new BrokenOffError('the gzip archive is damaged or cut off', { cause: error });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
