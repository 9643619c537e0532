import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { failWith, openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

const navOf = (page: Page) => page.getByRole('navigation', { name: 'Main' });

describe('the navigation', () => {
  it.each([1100, 1440])('is one line at the top at %i px', async (width) => {
    await using opened = await openPage('/', { viewport: { width, height: 800 } });
    const nav = navOf(opened.page);
    const boxes = await nav
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
    expect(new Set(boxes).size).toBe(1);
    expect(boxes[0]).toBeLessThan(80);
    expect(await nav.getByRole('link', { name: 'Search' }).getAttribute('aria-current')).toBe('page');
  });

  it('is a bar at the foot of a phone, with targets that a thumb can hit', async () => {
    await using opened = await openPage('/', { viewport: { width: 390, height: 780 } });
    const nav = navOf(opened.page);
    await nav.getByRole('link', { name: 'Search' }).waitFor();
    const boxes = await nav.locator('.nav-words > li').evaluateAll((items) =>
      items
        .map((item) => item.getBoundingClientRect())
        .filter(({ width }) => width > 0)
        .map(({ bottom, width, height }) => ({ bottom, width, height })),
    );
    expect(boxes.length).toBeLessThanOrEqual(5);
    for (const { bottom, width, height } of boxes) {
      expect(bottom).toBeGreaterThan(770);
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
  });
});

describe('a view that does not arrive', () => {
  it('is told with a way on, and comes after a reload', async () => {
    await using opened = await openPage('/?q=night');
    const { page } = opened;
    await page.locator('.hit-title a').first().waitFor();
    await page.route(/song-page/, (route) => route.abort());
    await page.locator('.hit-title a').first().click();
    await page.getByRole('alert').getByText('This page could not be loaded').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
    await page.unroute(/song-page/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.song-title').waitFor();
  });

  it('comes by itself when the connection does', async () => {
    await using opened = await openPage('/?q=night');
    const { page } = opened;
    await page.locator('.hit-title a').first().waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline', { exact: true }).waitFor();
    await page.locator('.hit-title a').first().click();
    await page.getByRole('alert').getByText('You are offline.').waitFor();
    await page.context().setOffline(false);
    await page.locator('.song-title').waitFor();
  });

  it('says that it takes longer than usual when it does', async () => {
    await using opened = await openPage('/?q=night');
    const { page } = opened;
    await page.locator('.hit-title a').first().waitFor();
    const held = Promise.withResolvers<void>();
    await page.route(/song-page/, async (route) => {
      await held.promise;
      await route.continue().catch(() => undefined);
    });
    await page.locator('.hit-title a').first().click();
    await page.getByText('Opening… This takes longer than usual.').waitFor();
    held.resolve();
    await page.locator('.song-title').waitFor();
  });
});

it('a server that answers 503 without a report leaves no gap at the foot of the page', async () => {
  await using opened = await openPage('/');
  const { page } = opened;
  await failWith(page, /\/health$/, { status: 503, title: 'Busy', detail: 'Busy.' });
  const asked = page.waitForResponse(/\/health$/);
  await page.reload();
  await asked;
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('contentinfo').textContent()).not.toContain('undefined');
});
