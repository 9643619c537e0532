interface TaggedBytes {
  /** Identifies the bytes. */
  tag: string;
  /** Null: the client has them. */
  bytes: Uint8Array<ArrayBuffer> | null;
}

/** The bytes with their tag, or 304 for a client that has them. */
export function sendBytes({ tag, bytes }: TaggedBytes, type: string): Response {
  const headers = { etag: `"${tag}"`, 'cache-control': 'no-cache' };
  return bytes === null
    ? new Response(null, { status: 304, headers })
    : new Response(bytes, { headers: { ...headers, 'content-type': type } });
}
