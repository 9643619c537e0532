import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { ERROR_TABLE } from '../../src/lib/errors.ts';
import { openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

const CODES = Object.entries(ERROR_TABLE);
const FIRST_MIDDLE_LAST = [0, Math.floor(CODES.length / 2), -1].flatMap((at) => CODES.slice(at).slice(0, 1));

/** Resolves when every operation of the document is drawn, after which the page no longer grows by itself. */
async function drawn(page: Page): Promise<void> {
  const response = await page.request.get('/openapi.json');
  const { paths }: { paths: Record<string, object> } = await response.json();
  const operations = Object.values(paths).flatMap((methods) => Object.keys(methods));
  await page.waitForFunction(
    (count) => document.querySelectorAll('.opblock').length === count,
    operations.length,
  );
}

const isInView = (row: Locator): Promise<boolean> =>
  row.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });

it('the reference page lists the operations under its own security policy', async () => {
  await using opened = await openPage('/docs');
  const { page } = opened;
  const search = page.locator('.opblock', { hasText: '/search' }).first();
  await search.waitFor();
  expect(await page.locator('.opblock').count()).toBeGreaterThanOrEqual(8);
  await search.locator('.opblock-summary-control').click();
  await search.getByText('Parameters').first().waitFor();
  expect(opened.complaints).toEqual([]);
});

it('the reference page loads nothing from elsewhere', async () => {
  await using opened = await openPage('/');
  const { page } = opened;
  const origins = new Set<string>();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:') origins.add(url.origin);
  });
  await page.goto('/docs');
  await page.locator('.opblock').first().waitFor();
  expect([...origins]).toEqual([new URL(page.url()).origin]);
});

it.each(FIRST_MIDDLE_LAST)('the type of the problem %s opens the reference page at its row', async (code) => {
  await using opened = await openPage(`/docs/#${code}`);
  const { page } = opened;
  await drawn(page);
  const row = page.locator(`tr#${code}`);
  await expect.poll(() => isInView(row)).toBe(true);
  expect(await row.getAttribute('aria-current')).toBe('true');
});

it('the address of a problem stays as it was opened, for a reload and for the button Back', async () => {
  await using opened = await openPage('/');
  const { page } = opened;
  const row = page.locator('tr#NOT_FOUND');
  await page.goto('/docs/#NOT_FOUND');
  await drawn(page);
  await expect.poll(() => new URL(page.url()).hash).toBe('#NOT_FOUND');
  await page.reload();
  await drawn(page);
  await expect.poll(() => isInView(row)).toBe(true);
  await expect.poll(() => new URL(page.url()).hash).toBe('#NOT_FOUND');
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/');
});

it('every problem code has a row to which the open reference page scrolls', async () => {
  await using opened = await openPage('/docs');
  const { page } = opened;
  await drawn(page);
  for (const [code, { status, title }] of CODES) {
    await page.evaluate((hash) => {
      window.scrollTo(0, 0);
      window.location.hash = hash;
    }, code);
    const row = page.locator(`tr#${code}`);
    await expect.poll(() => isInView(row), { message: code }).toBe(true);
    expect(await row.locator('td').allTextContents()).toEqual([String(status), code, title]);
  }
});

it('the reader who scrolls away from the row of a problem is not taken back to it', async () => {
  await using opened = await openPage('/docs/#CONFIG_INVALID');
  const { page } = opened;
  await drawn(page);
  const row = page.locator('tr#CONFIG_INVALID');
  await expect.poll(() => isInView(row)).toBe(true);
  await page.mouse.wheel(0, -100_000);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  const search = page.locator('.opblock', { hasText: '/search' }).first();
  await search.locator('.opblock-summary-control').click();
  await search.getByText('Parameters').first().waitFor();
  expect(await isInView(row)).toBe(false);
});
