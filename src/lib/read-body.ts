export interface ReadBody {
  body: Uint8Array;
  truncated: boolean;
}

function joinChunks(chunks: readonly Uint8Array[], totalBytes: number): Uint8Array {
  const joined = new Uint8Array(totalBytes);
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return joined;
}

/**
 * Reads a response up to `maxBytes` and discards the rest. Rejects with the signal's reason when it aborts, even if
 * the stream itself does not react.
 */
export async function readBody(response: Response, maxBytes: number, signal: AbortSignal): Promise<ReadBody> {
  const reader = response.body?.getReader();
  if (!reader) return { body: new Uint8Array(), truncated: false };
  const letGo = () => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', letGo, { once: true });
  const chunks: Uint8Array[] = [];
  let totalBytes = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return { body: joinChunks(chunks, totalBytes), truncated: false };
      const room = maxBytes - totalBytes;
      if (value.byteLength > room) {
        chunks.push(value.subarray(0, room));
        letGo();
        return { body: joinChunks(chunks, maxBytes), truncated: true };
      }
      chunks.push(value);
      totalBytes += value.byteLength;
    }
  } finally {
    signal.removeEventListener('abort', letGo);
  }
}
