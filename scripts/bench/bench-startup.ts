import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { buildAssets, buildWorker, WORKER_DIR } from '../build.ts';
import { withoutSignalHandlers } from '../local/stop-signals.ts';
import { round } from './figures.ts';

export interface StartupBench {
  /** Bytes of the Worker as it is uploaded: the script and the data beside it, each gzipped. */
  readonly gzip_bytes: number;
  readonly files: Readonly<Record<string, number>>;
  /** Time in which a new isolate loads the modules of the Worker: the quickest of some, since load only adds to it. */
  readonly startup_ms: number;
  readonly isolates: number;
}

/** workerd's clock runs on while a request computes, unlike Cloudflare's. */
const TIMER = `export default {
  async fetch() {
    const started = performance.now();
    await import('./worker.js');
    return Response.json({ ms: performance.now() - started });
  },
};`;

/** Sizes and start-up time of the Worker as wrangler bundles it for upload. */
export async function benchStartup(isolates: number): Promise<StartupBench> {
  await buildAssets();
  await buildWorker();
  const files = await gzipSizes();
  const times: number[] = [];
  for (let i = 0; i < isolates; i++) times.push(await timeLoading());
  return {
    gzip_bytes: Object.values(files).reduce((sum, bytes) => sum + bytes, 0),
    files,
    startup_ms: round(Math.min(...times)),
    isolates,
  };
}

const uploaded = async (): Promise<string[]> =>
  (await readdir(WORKER_DIR)).filter((name) => /\.(?:js|bin)$/.test(name));

async function gzipSizes(): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const name of await uploaded()) {
    sizes[name] = gzipSync(await readFile(join(WORKER_DIR, name)), { level: 9 }).length;
  }
  return sizes;
}

async function modulesUnderTimer() {
  const built = (await uploaded()).map(async (path) => ({
    type: path.endsWith('.js') ? ('ESModule' as const) : ('Data' as const),
    path,
    contents: await readFile(join(WORKER_DIR, path)),
  }));
  return [{ type: 'ESModule' as const, path: 'timer.js', contents: TIMER }, ...(await Promise.all(built))];
}

async function timeLoading(): Promise<number> {
  const settings = convertV4MiniflareOptions({
    name: 'startup',
    modules: await modulesUnderTimer(),
    compatibilityDate: '2026-08-04',
    compatibilityFlags: ['nodejs_compat'],
    cf: false,
  });
  const miniflare = withoutSignalHandlers(() => new Miniflare(settings));
  try {
    const response = await fetch(await miniflare.ready);
    return ((await response.json()) as { ms: number }).ms;
  } finally {
    await miniflare.dispose();
  }
}
