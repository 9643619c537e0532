import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { violations } from '../support/axe.ts';
import { openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

const SEARCH = '/?q=keep+a+shovel+by+the+door&language=en';

async function openSong(page: Page): Promise<void> {
  await page.locator('.hit-title a').first().click();
  await page.locator('.strip').waitFor({ state: 'attached' });
  await page.locator('.similar li').first().waitFor();
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it('the empty search page has no accessibility violation', async () => {
    await using opened = await openPage('/', { colorScheme });
    await opened.page.locator('.health').waitFor();
    await opened.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await violations(opened.page)).toEqual([]);
  });

  it('the results have no accessibility violation, with the filters open', async () => {
    await using opened = await openPage(SEARCH, { colorScheme });
    await opened.page.locator('.hit').first().waitFor();
    await opened.page.locator('.filters summary').click();
    expect(await violations(opened.page)).toEqual([]);
  });

  it('the song has no accessibility violation, with a rhyme group lit', async () => {
    await using opened = await openPage(SEARCH, { colorScheme });
    const { page } = opened;
    await page.locator('.hit').first().waitFor();
    await openSong(page);
    await page.locator('.groups button').first().click();
    expect(await violations(page)).toEqual([]);
  });
});

describe('on a screen of 360 px', () => {
  const viewport = { width: 360, height: 740 };
  const isTooWide = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

  it('no page is wider than the screen', async () => {
    await using opened = await openPage('/', { viewport });
    const { page } = opened;
    expect(await isTooWide(page)).toBe(false);
    await page.goto(SEARCH);
    await page.locator('.hit').first().waitFor();
    await page.locator('.filters summary').click();
    expect(await isTooWide(page)).toBe(false);
    await openSong(page);
    expect(await isTooWide(page)).toBe(false);
    await page.getByRole('button', { name: 'Analysis' }).click();
    await page.getByRole('dialog', { name: 'Analysis' }).locator('.groups-more summary').click();
    expect(await isTooWide(page)).toBe(false);
  });

  it('a song can be found and opened by touch', async () => {
    await using opened = await openPage('/', { viewport, hasTouch: true });
    const { page } = opened;
    await page.getByRole('searchbox').fill('"keep a shovel by the door"');
    await page.getByRole('button', { name: 'Search' }).tap();
    await page.locator('.hit-lines').first().tap();
    await page.locator('.line-chosen').first().waitFor();
  });
});

describe('keyboard use', () => {
  it('the first tab stop skips to the content', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await page.locator('.health').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  it('a song can be found and opened with visible focus throughout', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('"keep a shovel by the door"');
    await page.keyboard.press('Enter');
    await page.locator('.hit').first().waitFor();
    for (let stops = 0; stops < 12; stops++) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const focused = document.activeElement;
        const drawn = focused instanceof HTMLInputElement ? (focused.nextElementSibling ?? focused) : focused;
        return {
          title: focused?.closest('.hit-title') !== null,
          outline: drawn && getComputedStyle(drawn).outlineStyle,
        };
      });
      expect(seen.outline).toBe('solid');
      if (seen.title) break;
    }
    await page.keyboard.press('Enter');
    await page.locator('.song-title').waitFor();
  });
});
