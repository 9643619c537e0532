import { afterAll, expect, it } from 'vitest';
import { closeBrowser } from '../support/browser.ts';
import { openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

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

it('the type of a problem links to its code on the reference page', async () => {
  await using opened = await openPage('/docs/#NOT_FOUND');
  const row = opened.page.locator('tr#NOT_FOUND');
  await row.waitFor();
  expect(await row.textContent()).toContain('404');
});
