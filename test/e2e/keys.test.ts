import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { violations } from '../support/axe.ts';
import { demo } from '../support/demo.ts';
import { failWith, openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);
const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name });

describe('the keyboard', () => {
  it('goes to the search from a page without one', async () => {
    await using opened = await openPage('/app/tracks/1');
    const { page } = opened;
    await page.locator('.song-title').waitFor();
    await page.keyboard.press('/');
    await page.getByRole('searchbox').waitFor();
    await expect.poll(() => focusedId(page)).toBe('q');
    await page.keyboard.type('a/b?');
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/b?');
  });

  it('shows what its keys do, and gives the focus back', async () => {
    await using opened = await openPage('/?q=night');
    const { page } = opened;
    const link = page.locator('.hit-title a').first();
    await link.focus();
    await page.keyboard.press('?');
    await dialogOf(page, 'Keyboard').getByText('this list').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await dialogOf(page, 'Keyboard').count()).toBe(0);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('can be told to leave single letters alone', async () => {
    await using opened = await openPage('/?q=night');
    const { page } = opened;
    await page.getByRole('button', { name: 'Keyboard' }).click();
    await page.getByRole('checkbox', { name: /one letter/ }).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await dialogOf(page, 'Keyboard').count()).toBe(0);
    await page.reload();
    await page.locator('.hit').first().waitFor();
    await page.keyboard.press('?');
    expect(await dialogOf(page, 'Keyboard').count()).toBe(0);
  });
});

async function giveKey(page: Page, key: string): Promise<void> {
  const dialog = dialogOf(page, 'Use a key');
  await dialog.getByRole('textbox', { name: 'Key' }).fill(key);
  await dialog.getByRole('button', { name: 'Use it' }).click();
}

describe('a key', () => {
  it('is tried before it is used, and forgotten on request', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await page.getByRole('button', { name: 'Use a key' }).click();
    await giveKey(page, 'not a key');
    await page.getByText('A key has no blanks').waitFor();
    await giveKey(page, 'bl_local_nothing');
    await page.getByText('This key is not accepted').waitFor();
    expect(await violations(page)).toEqual([]);
    await giveKey(page, ` ${demo.adminToken} `);
    await page.getByText('A key is in use').waitFor();
    const request = page.waitForRequest(/\/search\?/);
    await page.goto('/?q=night');
    expect((await request).headers().authorization).toBe(`Bearer ${demo.adminToken}`);
    await page.getByRole('button', { name: 'Forget it' }).click();
    await page.getByRole('status').getByText('The key was forgotten.').waitFor();
    await page.getByRole('button', { name: 'Use a key' }).waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('that ends while the page is open is told, and either way leads on', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await page.evaluate(() => sessionStorage.setItem('barline-key', 'bl_local_ended'));
    await page.goto('/?q=night');
    await page.getByRole('alert').getByText('Your key is no longer accepted').waitFor();
    await page.getByRole('button', { name: 'Go on without it' }).click();
    await page.locator('.hit').first().waitFor();
  });

  it('can be given where one is missing, and what failed is asked again', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await failWith(page, /\/search\?/, {
      status: 401,
      title: 'A valid key is required',
      detail: 'None came.',
    });
    await page.getByRole('link', { name: /night bus/ }).click();
    await page.getByRole('alert').getByRole('button', { name: 'Use a key' }).click();
    await page.unroute(/\/search\?/);
    await giveKey(page, demo.adminToken);
    await page.locator('.hit').first().waitFor();
  });
});

it('an unknown address offers what may have been meant', async () => {
  await using opened = await openPage('/app/night-bus');
  const { page } = opened;
  await page.getByRole('heading', { level: 1, name: 'No such page' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Search for “night bus”' }).click();
  await page.locator('.hit').first().waitFor();
});
