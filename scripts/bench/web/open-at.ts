import type { Browser, Page } from 'playwright-core';

export interface BrowserWorld {
  browser: Browser;
  /** Of the Worker, without a slash at the end. */
  url: string;
}

/** A phone of the middle class has about a quarter of the processor of a desk. */
export const SLOWDOWN = 4;
const TIMEOUT_MS = 60_000;

export interface OpenedPage extends AsyncDisposable {
  page: Page;
}

/** A page of its own, without anything stored, on a processor that is so many times slower. */
export async function openAt(
  { browser, url }: BrowserWorld,
  { slowdown = 1 }: { slowdown?: number },
): Promise<OpenedPage> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  if (slowdown > 1) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  }
  return { page, [Symbol.asyncDispose]: () => context.close() };
}
