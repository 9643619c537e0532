import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { laneOf } from '../../../scripts/release/decide/release-names.ts';
import { BUCKETS_SECONDS } from '../../../src/lib/metrics/definitions.ts';
import { findVersion, type StoredVersion, type StoredWorker } from './account.ts';

/** How a version answers what is no file. */
export interface Behaviour {
  /** Of the requests, from 0 to 1; the first ones of every hundred. */
  failing: number;
  /** What the version counts as its time. */
  seconds: number;
}

export interface FakeSite {
  url: string;
  /** By version; absent: it answers quickly and never fails. */
  behaviours: Map<string, Behaviour>;
  /** Every file that was not there, as `version path`. */
  missing: string[];
  /** How many requests each version answered. */
  answered: Map<string, number>;
  close(): Promise<void>;
}

const CALM: Behaviour = { failing: 0, seconds: 0.02 };
const OVERRIDE = /="([^"]+)"/;

/** Cloudflare's edge before one Worker: it chooses the version by its share or by the override, and serves its files. */
export async function startFakeSite(worker: StoredWorker): Promise<FakeSite> {
  const counts = new Map<string, number>();
  let requests = 0;
  const site: FakeSite = {
    url: '',
    behaviours: new Map(),
    missing: [],
    answered: new Map(),
    close: async () => {},
  };

  const choose = (request: IncomingMessage): StoredVersion | undefined => {
    const shares = worker.deployments[0]?.versions ?? [];
    const wanted = OVERRIDE.exec(String(request.headers['cloudflare-workers-version-overrides'] ?? ''))?.[1];
    if (wanted !== undefined && shares.some(({ version_id }) => version_id === wanted))
      return findVersion(worker, wanted);
    requests += 1;
    // Spread evenly: every hundred requests in a row are shared exactly.
    let place = (requests * 37) % 100;
    for (const { version_id, percentage } of shares) {
      if (place < percentage) return findVersion(worker, version_id);
      place -= percentage;
    }
    return undefined;
  };

  const count = (version: StoredVersion, status: number, seconds: number): void => {
    const bound = BUCKETS_SECONDS.find((upper) => seconds <= upper) ?? '+Inf';
    const key = `${laneOf(version.id)} ${Math.floor(status / 100)}xx ${bound}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };

  const metrics = (): string => {
    const series = new Set([...counts.keys()].map((key) => key.split(' ').slice(0, 2).join(' ')));
    return [...series]
      .flatMap((one) => {
        const [lane, status] = one.split(' ');
        let below = 0;
        return [...BUCKETS_SECONDS, '+Inf'].map((bound) => {
          below += counts.get(`${one} ${bound}`) ?? 0;
          return `barline_release_request_seconds_bucket{lane="${lane}",le="${bound}",status="${status}"} ${below}`;
        });
      })
      .join('\n');
  };

  const answerProgram = (version: StoredVersion, path: string, response: ServerResponse): void => {
    const { failing, seconds } = site.behaviours.get(version.id) ?? CALM;
    const served = (site.answered.get(version.id) ?? 0) + 1;
    site.answered.set(version.id, served);
    const status = path === '/releases.json' ? 404 : served % 100 < failing * 100 ? 500 : 200;
    count(version, status, seconds);
    const bodies: Record<string, string> = {
      '/health/live': JSON.stringify({ status: 'live', version: '0', deployment: version.id }),
      '/metrics': metrics(),
    };
    const isAllowed = path === '/health/live' || status !== 200;
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(isAllowed || bodies[path] ? bodies[path] : '{}');
  };

  const respond = (request: IncomingMessage, response: ServerResponse): void => {
    const version = choose(request);
    if (version === undefined) return void response.writeHead(404).end();
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const asset = version.assets.get(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (asset !== undefined) {
      response.writeHead(200, { 'content-type': asset.type }).end(asset.body);
      return;
    }
    if (pathname.startsWith('/assets/')) {
      site.missing.push(`${version.annotations['workers/tag']} ${pathname}`);
      response.writeHead(404).end();
      return;
    }
    const page = version.assets.get('/index.html');
    if (page !== undefined && request.headers.accept?.includes('text/html')) {
      response.writeHead(200, { 'content-type': page.type }).end(page.body);
      return;
    }
    answerProgram(version, pathname, response);
  };

  const server = createServer(respond);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake has no port.');
  site.url = `http://127.0.0.1:${address.port}`;
  site.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return site;
}
