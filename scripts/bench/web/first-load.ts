import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { quantile } from '../figures.ts';
import { type BrowserWorld, openAt, SLOWDOWN } from './open-at.ts';

export interface FirstLoad {
  first_load_bytes: number;
  lcp_ms: number;
  tbt_ms: number;
}

/** After the load, until the page rests. */
const SETTLE_MS = 2500;
const ASSET = /\.(?:js|css|html|svg|woff2)$|\/$/;

/** Notes long tasks and paints from the start; runs in the page. */
function notePaints(): void {
  const noted = { lcp: 0, blocked: 0 };
  Object.assign(window, { benchPaints: noted });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) noted.lcp = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.blocked += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });
}

/**
 * Bytes of the files that the first view is drawn from, as a network carries them: the local server sends them unpacked,
 * Cloudflare packed. Ends when the view stands there: a pause of the network may lie before the files of the view.
 */
export async function countFirstLoad(page: Page): Promise<number> {
  const files: Response[] = [];
  page.on('response', (response) => {
    if (ASSET.test(new URL(response.url()).pathname)) files.push(response);
  });
  await page.goto('/');
  await page.getByRole('main').getByRole('searchbox').waitFor();
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(files.map(packedSize));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function packedSize(response: Response): Promise<number> {
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}`);
  return gzipSync(await response.body()).length;
}

/** The first view of a reader who was never here: bytes, largest paint and blocking time at a quarter of the processor. */
export async function measureFirstLoad(world: BrowserWorld, rounds: number): Promise<FirstLoad> {
  await using counted = await openAt(world, {});
  const first_load_bytes = await countFirstLoad(counted.page);
  const [paints, blocked]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    await using opened = await openAt(world, { slowdown: SLOWDOWN });
    await opened.page.addInitScript(notePaints);
    await opened.page.goto('/', { waitUntil: 'load' });
    await opened.page.waitForTimeout(SETTLE_MS);
    const noted = await opened.page.evaluate(
      () => (window as unknown as { benchPaints: { lcp: number; blocked: number } }).benchPaints,
    );
    paints.push(noted.lcp);
    blocked.push(noted.blocked);
  }
  return {
    first_load_bytes,
    lcp_ms: Math.round(quantile(paints, 0.5)),
    tbt_ms: Math.round(quantile(blocked, 0.5)),
  };
}
