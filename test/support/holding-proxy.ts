import { readBody, startHttpServer } from '../../scripts/local/http-server.ts';

const MAX_BYTES = 20_000_000;

export interface HoldingProxy {
  url: string;
  /** Resolves when this many requests have been carried out and their answers are held back. */
  held(count: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Forwards requests and withholds the answers of those that match: the work is done, but the caller never learns of it.
 */
export async function startHoldingProxy(
  target: string,
  matches: (body: string) => boolean,
): Promise<HoldingProxy> {
  let held = 0;
  const waiting: { count: number; resolve: () => void }[] = [];
  const hold = (): void => {
    held += 1;
    for (const { count, resolve } of waiting) if (held >= count) resolve();
  };
  const server = await startHttpServer({ name: 'the holding proxy' }, async (request, response) => {
    const body = await readBody(request, MAX_BYTES);
    const headers = Object.entries(request.headers).filter(
      ([name]) => !['host', 'connection', 'content-length'].includes(name),
    );
    const url = new URL(request.url ?? '/', target);
    const answer = await fetch(url, {
      method: request.method ?? 'GET',
      headers: headers.map(([name, value]): [string, string] => [name, String(value)]),
      ...(body === '' ? {} : { body }),
    });
    const text = await answer.text();
    if (matches(body)) {
      hold();
      return;
    }
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'application/json',
    });
    response.end(text);
  });
  return {
    url: server.url,
    held: (count) =>
      new Promise((resolve) => {
        if (held >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    close: server.close,
  };
}
