import { readBody, startHttpServer } from '../../local/http-server.ts';

export interface TimedDatabase {
  /** The address that the Worker uses instead of the database's. */
  url: string;
  /** Sets the address of the database; until then nothing is forwarded. */
  passTo(target: string): void;
  /** Seconds in which the database worked on one request at least, since the last call. */
  takeBusySeconds(): number;
  close(): Promise<void>;
}

const MAX_BYTES = 50_000_000;
const HOP_HEADERS = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);

/** A proxy between the Worker and its database that measures how long the database is busy. */
export async function startTimedDatabase(): Promise<TimedDatabase> {
  let target: string | null = null;
  let [underWay, since, busyMs] = [0, 0, 0];
  const enter = () => {
    if (underWay === 0) since = performance.now();
    underWay += 1;
  };
  const leave = () => {
    underWay -= 1;
    if (underWay === 0) busyMs += performance.now() - since;
  };
  const server = await startHttpServer({ name: 'the timed database' }, async (request, response) => {
    if (target === null) throw new Error('The database is not known yet.');
    const body = await readBody(request, MAX_BYTES);
    const headers = Object.entries(request.headers).filter(([name]) => !HOP_HEADERS.has(name));
    enter();
    try {
      const answer = await fetch(target, {
        method: 'POST',
        headers: headers.map(([name, value]): [string, string] => [name, String(value)]),
        body,
      });
      const text = await answer.text();
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(text);
    } finally {
      leave();
    }
  });
  return {
    url: server.url,
    passTo: (url) => {
      target = url;
    },
    takeBusySeconds: () => {
      const now = performance.now();
      const seconds = (busyMs + (underWay > 0 ? now - since : 0)) / 1000;
      busyMs = 0;
      since = now;
      return seconds;
    },
    close: server.close,
  };
}
