import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { failWith, openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.tagName} ${element?.textContent?.trim()}`;
  });

it('loading more songs by keyboard focuses the first new one', async () => {
  await using opened = await openPage('/?q=night');
  const { page } = opened;
  const titles = page.locator('.hit-title a');
  await titles.first().waitFor();
  const before = await titles.count();
  await page.getByRole('button', { name: 'More songs' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => titles.count()).toBeGreaterThan(before);
  expect(await focused(page)).toBe(`A ${await titles.nth(before).textContent()}`);
  expect(await titles.nth(before).getAttribute('href')).toBe(
    await page.evaluate(() => document.activeElement?.getAttribute('href') ?? null),
  );
});

it('a failure to load more songs keeps the focus on the button, and a retry loads them', async () => {
  await using opened = await openPage('/?q=night');
  const { page } = opened;
  const titles = page.locator('.hit-title a');
  await titles.first().waitFor();
  const before = await titles.count();
  await failWith(page, /cursor=/, { status: 503, title: 'The database does not answer', detail: 'Wait.' });
  await page.getByRole('button', { name: 'More songs' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await focused(page)).toBe('BUTTON More songs');
  expect(await titles.count()).toBe(before);
  await page.unroute(/cursor=/);
  await page.keyboard.press('Enter');
  await expect.poll(() => titles.count()).toBeGreaterThan(before);
  expect(await focused(page)).toBe(`A ${await titles.nth(before).textContent()}`);
});

it('removing a filter moves the focus to the heading', async () => {
  await using opened = await openPage('/?q=night&language=en');
  const { page } = opened;
  await page.locator('.hit').first().waitFor();
  await page.getByRole('link', { name: /Remove filter/ }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/?q=night');
  await expect.poll(() => focused(page)).toBe('H1 Songs for “night”');
});

it('opening an example moves the focus to the heading of its results', async () => {
  await using opened = await openPage('/');
  const { page } = opened;
  await page.getByRole('link', { name: /night bus/ }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.hit').first().waitFor();
  expect(await focused(page)).toContain('H1 Songs for');
});

it('a retry by keyboard moves the focus to the heading of the song', async () => {
  await using opened = await openPage('/?q=night');
  const { page } = opened;
  const hit = page.locator('.hit-title a').first();
  await hit.waitFor();
  const title = await hit.textContent();
  await failWith(page, /:\d+\/tracks\/\d+$/, { status: 500, title: 'Something failed', detail: 'Logged.' });
  await hit.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await focused(page)).toBe('H1 This song cannot be shown');
  await page.unroute(/:\d+\/tracks\/\d+$/);
  await page.getByRole('button', { name: 'Try again' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.song-title').waitFor();
  expect(await focused(page)).toBe(`H1 ${title}`);
});

it('every navigation moves the focus to a heading', async () => {
  await using opened = await openPage('/?q=night');
  const { page } = opened;
  await page.locator('.hit-title a').first().click();
  await page.locator('.similar li a').first().click();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await expect.poll(() => focused(page)).toBe('H1 Ask what rap has said.');
  await page.goBack();
  await page.goBack();
  await page.locator('.song-title').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
});
