import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { demo } from '../support/demo.ts';
import { type OpenPage, openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

const MOOD = 'The mood in tenths of the song';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** Opens the example of the page on which texts are read, with all that the engine finds in it. */
async function openExample(options: Parameters<typeof openPage>[1]): Promise<OpenPage> {
  const opened = await openPage('/app/read', options);
  await opened.page.getByRole('button', { name: 'Read an example' }).click();
  await opened.page.locator('.who').waitFor({ state: 'attached' });
  return opened;
}

async function openSong(options: Parameters<typeof openPage>[1]): Promise<OpenPage> {
  const query = new URLSearchParams({ q: '"keep a shovel by the door"', mode: 'lexical' });
  const { items } = (await (await fetch(`${demo.url}/search?${query}`)).json()) as {
    items: { track: { id: number } }[];
  };
  const opened = await openPage(`/app/tracks/${items[0]?.track.id}`, options);
  await opened.page.locator('.who').waitFor({ state: 'attached' });
  return opened;
}

const sheetOf = (page: Page) => page.getByRole('dialog', { name: 'Analysis' });
const opener = (page: Page) => page.getByRole('button', { name: 'Analysis' });
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);
const marked = (page: Page) =>
  page.evaluate(() => Array.from(CSS.highlights.get('evidence') ?? [], String).join(' '));

describe('on a phone', () => {
  it('the text comes first, and a bar opens the findings as a sheet that keeps the focus and gives it back', async () => {
    await using opened = await openExample(PHONE);
    const { page } = opened;
    expect(await sheetOf(page).count()).toBe(0);
    await opener(page).press('Enter');
    await sheetOf(page).waitFor();
    await sheetOf(page).getByRole('heading', { name: 'Scheme' }).waitFor();
    for (let stops = 0; stops < 4; stops++) await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.verse, .main-nav'))).toBeNull();
    await page.keyboard.press('Escape');
    expect(await sheetOf(page).count()).toBe(0);
    expect(await opener(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await opener(page).tap();
    await page.touchscreen.tap(200, 60);
    await expect.poll(() => sheetOf(page).count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  it('a row of the band leads to its line, and a tenth of the feeling closes the sheet and does too', async () => {
    await using opened = await openExample(PHONE);
    const { page } = opened;
    await page.locator('.strip-band [data-line="16"] rect').first().tap();
    await expect.poll(() => focusedId(page)).toBe('L17');
    await opener(page).tap();
    await sheetOf(page).getByRole('list', { name: MOOD }).getByRole('button').last().tap();
    await expect.poll(() => focusedId(page)).toBe('L18');
    expect(await sheetOf(page).count()).toBe(0);
  });

  it('the findings are printed below the text, also where the sheet was open', async () => {
    await using opened = await openExample(PHONE);
    const { page } = opened;
    await opener(page).tap();
    await sheetOf(page).waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const [text, findings] = [
      await page.locator('.verse').boundingBox(),
      await page.locator('.sheet').boundingBox(),
    ];
    expect(findings?.y ?? 0).toBeGreaterThan((text?.y ?? 0) + (text?.height ?? 0));
    expect(await page.locator('.who').isVisible()).toBe(true);
    expect(await opener(page).isVisible()).toBe(false);
  });

  it('a link of a song closes the sheet and leads to its line', async () => {
    await using opened = await openSong(PHONE);
    const { page } = opened;
    await opener(page).tap();
    const link = sheetOf(page).locator('.evidence a').first();
    const line = (await link.getAttribute('href')) ?? '';
    await link.tap();
    await page.locator(`.line-chosen${line}`).waitFor();
    expect(await sheetOf(page).count()).toBe(0);
    await expect.poll(() => focusedId(page)).toBe(line.slice(1));
  });
});

describe('the mood', () => {
  it('stands beside the lines, leads to them, and marks the words of feeling on focus', async () => {
    await using opened = await openExample({ viewport: { width: 1440, height: 900 } });
    const { page } = opened;
    const arc = page.getByRole('list', { name: MOOD });
    const bar = arc.getByRole('button').last();
    const [line, box] = [await page.locator('#L18').boundingBox(), await bar.boundingBox()];
    expect(Math.abs((box?.y ?? 0) - (line?.y ?? -100))).toBeLessThan(2);
    expect(await marked(page)).toBe('');
    await bar.focus();
    expect(await marked(page)).not.toBe('');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedId(page)).toBe('L18');
    expect(await page.getByRole('list', { name: MOOD }).count()).toBe(1);
  });

  it('of a song has an address for the lines of each tenth', async () => {
    await using opened = await openSong({ viewport: { width: 1440, height: 900 } });
    const { page } = opened;
    const links = page.getByRole('list', { name: MOOD }).getByRole('link');
    expect(await links.first().getAttribute('href')).toMatch(/^#L\d+-\d+$/);
    await links.last().click();
    await page.locator('.line-chosen').first().waitFor();
    expect(page.url()).toMatch(/#L\d+-\d+$/);
  });
});

it('Enter on a line lights what its end rhymes with, and Escape leads from the findings back to the text', async () => {
  await using opened = await openExample({ viewport: { width: 1440, height: 900 } });
  const { page } = opened;
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.verse #L2 .is-lit').count()).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.is-lit').count()).toBe(0);
  await page.getByRole('button', { name: 'Save as SVG' }).focus();
  await page.keyboard.press('Escape');
  expect(await focusedId(page)).toBe('L2');
});
