import type { Page, Route } from 'playwright-core';

/** Ways in which a view may be met; all but `ready` change what the page's requests answer. */
export const STATES = ['ready', 'empty', 'one', 'long', 'slow', 'failing', 'offline'] as const;
export type State = (typeof STATES)[number];

const PAGE_FILE = /^\/(?:assets|docs|app)\/|^\/$|\.(?:css|js|svg|json)$|^\/docs$/;
const LONG_TITLE = 'A title that does not end where titles end but goes on '.repeat(4).slice(0, 200);
const SLOW_MS = 3000;

type Change = (key: string, value: unknown) => unknown;

const CHANGES: Partial<Record<State, Change>> = {
  empty: (key, value) => (key === 'items' || key === 'series' ? [] : key === 'total' ? 0 : value),
  one: (key, value) => (key === 'items' && Array.isArray(value) ? value.slice(0, 1) : value),
  long: (key, value) => (key === 'title' && typeof value === 'string' ? LONG_TITLE : value),
};

async function changed(route: Route, change: Change): Promise<void> {
  const response = await route.fetch();
  if (!response.headers()['content-type']?.includes('json')) return route.fulfill({ response });
  const text = JSON.stringify(JSON.parse(await response.text()), change);
  return route.fulfill({ response, body: text });
}

/** What the server says when its database is gone. */
const PROBLEM = {
  type: '/docs/#DATABASE_UNAVAILABLE',
  title: 'The database does not answer',
  status: 503,
  detail: 'Try again in a moment.',
  code: 'DATABASE_UNAVAILABLE',
  requestId: 'req_0123456789abcdef',
};

async function answer(route: Route, state: State): Promise<void> {
  const change = CHANGES[state];
  if (change !== undefined) return changed(route, change);
  if (state === 'offline') return route.abort('internetdisconnected');
  if (state === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
  if (state === 'slow') return route.continue();
  return route.fulfill({
    status: 503,
    contentType: 'application/problem+json',
    body: JSON.stringify(PROBLEM),
  });
}

/** Makes the server answer a page as the state says; the page's own files come as ever. */
export async function setState(page: Page, state: State): Promise<void> {
  if (state === 'ready') return;
  await page.route(
    (url) => !PAGE_FILE.test(url.pathname) || url.pathname === '/openapi.json',
    // A page that is closed before a slow answer has nobody to answer.
    (route) => answer(route, state).catch(() => undefined),
  );
}
