import type { BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../../scripts/local/browser.ts';
import { demo } from './demo.ts';

const TIMEOUT_MS = 10_000;

export interface OpenPage extends AsyncDisposable {
  page: Page;
  /** Console errors and uncaught exceptions so far. */
  complaints: string[];
}

/** Opens a page of the running stack in a context of its own; `await using` closes it. */
export async function openPage(path: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const browser = await openBrowser();
  const context = await browser.newContext({ baseURL: demo.url, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(path);
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
}

/** Answers every request for `path` with problem details. */
export function failWith(
  page: Page,
  path: RegExp,
  problem: { status: number; title: string; detail: string },
) {
  return page.route(path, (route) =>
    route.fulfill({
      status: problem.status,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'about:blank',
        code: 'TEST',
        instance: '/',
        requestId: 'req_test1234',
        ...problem,
      }),
    }),
  );
}
