import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { demo } from '../support/demo.ts';
import { openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

async function songPath(): Promise<string> {
  const query = new URLSearchParams({ q: '"keep a shovel by the door"', mode: 'lexical' });
  const response = await fetch(`${demo.url}/search?${query}`);
  const { items } = (await response.json()) as { items: { track: { id: number } }[] };
  const [first] = items;
  if (first === undefined) throw new Error('The catalogue does not hold the song');
  return `/app/tracks/${first.track.id}`;
}

/** Elements in which something is cut off or has a scrollbar of its own. */
const cutElements = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('main, main *'))
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const clips = overflowX !== 'visible' || overflowY !== 'visible';
        return clips && !element.classList.contains('unseen') && element.namespaceURI?.endsWith('xhtml');
      })
      .map((element) => element.className),
  );

const topOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);

describe('the analysis', () => {
  it.each([768, 1440])('is not cut off by its own scrollbar at %i px', async (width) => {
    await using opened = await openPage(await songPath(), { viewport: { width, height: 844 } });
    const { page } = opened;
    await page.locator('.who').waitFor();
    await page.locator('.groups-more summary').click();
    expect(await cutElements(page)).toEqual([]);
  });

  it('is one tap from every line on a screen of one column, and back returns to the line', async () => {
    await using opened = await openPage(await songPath(), {
      viewport: { width: 640, height: 844 },
      hasTouch: true,
    });
    const { page } = opened;
    const link = page
      .getByRole('navigation', { name: 'Parts of the song' })
      .getByRole('link', { name: 'Analysis' });
    await page.locator('.similar li').first().waitFor();
    expect(await topOf(page, '.song-nav')).toBeLessThan(844);
    await page.evaluate(() => window.scrollTo(0, 800));
    // Playwright's own tap would scroll first.
    const box = await link.boundingBox();
    await page.touchscreen.tap((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
    await expect.poll(() => topOf(page, '#analysis')).toBeLessThan(120);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('analysis');
    await page.goBack();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(800);
  });

  it('is shown for a URL that names it', async () => {
    await using opened = await openPage(`${await songPath()}#analysis`, {
      viewport: { width: 640, height: 844 },
    });
    await opened.page.locator('.similar li').first().waitFor();
    await expect.poll(() => topOf(opened.page, '#analysis')).toBeLessThan(120);
    await opened.page.setViewportSize({ width: 390, height: 844 });
    await opened.page.getByRole('dialog', { name: 'Analysis' }).waitFor();
  });

  it('is printed completely, on white, without controls', async () => {
    await using opened = await openPage(await songPath(), { colorScheme: 'dark' });
    const { page } = opened;
    await page.locator('.who').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await cutElements(page)).toEqual([]);
    expect(await page.locator('.who').isVisible()).toBe(true);
    expect(await page.getByRole('slider').isVisible()).toBe(false);
    expect(await page.locator('.masthead nav').isVisible()).toBe(false);
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(paper).toBe('rgb(248, 248, 245)');
  });
});

describe('without colours', () => {
  const letterOf = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element, '::after').content);
  const underlineOf = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { textDecorationLine, textDecorationStyle } = getComputedStyle(element);
        return `${textDecorationLine} ${textDecorationStyle}`;
      });

  const media: [string, Parameters<Page['emulateMedia']>[0]][] = [
    ['in forced colours', { forcedColors: 'active' }],
    ['in print', { media: 'print' }],
  ];
  it.each(media)('rhymes have letters and underlines %s', async (_, emulated) => {
    await using opened = await openPage(await songPath());
    const { page } = opened;
    await page.locator('.verse .rhyme').first().waitFor();
    expect(await letterOf(page, '.verse .rhyme')).toBe('none');
    await page.emulateMedia(emulated);
    expect(await letterOf(page, '.verse .rhyme')).toMatch(/^"(?:\p{L}|\d+)"$/u);
    expect(await underlineOf(page, '.verse .rhyme-end')).toBe('underline solid');
    expect(await underlineOf(page, '.verse .rhyme-inside')).toBe('underline dotted');
    expect(await underlineOf(page, '.verse .rhyme-multi')).toBe('underline double');
  });

  it('only one tab looks selected', async () => {
    await using opened = await openPage('/?q=night&mode=lexical', { forcedColors: 'active' });
    const { page } = opened;
    await page.locator('.mode').first().waitFor();
    const borders = await page
      .locator('.mode span')
      .evaluateAll((spans) => spans.map((span) => getComputedStyle(span).borderBottomColor));
    const canvas = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(borders.map((border) => border !== canvas)).toEqual([false, false, true]);
  });

  it('matching words are highlighted', async () => {
    await using opened = await openPage('/?q=night&mode=lexical', { forcedColors: 'active' });
    const mark = opened.page.locator('mark').first();
    const [marked, around] = await mark.evaluate((element) => [
      getComputedStyle(element).backgroundColor,
      getComputedStyle(document.documentElement).backgroundColor,
    ]);
    expect(marked).not.toBe(around);
  });
});
