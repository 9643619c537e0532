import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { violations } from '../support/axe.ts';
import { failWith, openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

const titlesOf = (page: Page) => page.getByRole('list', { name: 'Titles and artists' });
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

describe('titles and artists while typing', () => {
  it('are chosen by the arrows, and nothing else is asked before Enter', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    const searches: string[] = [];
    page.on('request', (request) => {
      if (/\/search\?/.test(request.url())) searches.push(request.url());
    });
    const box = page.getByRole('searchbox');
    await box.pressSequentially('snow em');
    await titlesOf(page)
      .getByRole('link', { name: /Snow Emergency Route/ })
      .waitFor();
    expect(await box.inputValue()).toBe('snow em');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).toContain('Snow Emergency Route');
    await page.keyboard.press('ArrowUp');
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await titlesOf(page).count()).toBe(0);
    expect(searches).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('.hit').first().waitFor();
    expect(searches).toHaveLength(1);
    expect(opened.complaints).toEqual([]);
  });

  it('lead to an artist', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await page.getByRole('searchbox').pressSequentially('oda bri');
    await titlesOf(page)
      .getByRole('link', { name: /artist/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Oda Brightwater' }).waitFor();
  });

  it('say so when they fail, and the search works all the same', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await failWith(page, /\/tracks\?name=/, { status: 503, title: 'Busy', detail: 'Busy.' });
    await page.getByRole('searchbox').pressSequentially('snow');
    await page.getByText('Titles cannot be shown').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.hit').first().waitFor();
  });
});

describe('a list of songs', () => {
  it('is walked by j and k, also past the button for more', async () => {
    await using opened = await openPage('/?q=night');
    const { page } = opened;
    const titles = page.locator('.hit-title a');
    await titles.first().waitFor();
    const before = await titles.count();
    for (let i = 0; i < before; i++) await page.keyboard.press('j');
    expect(await focusedText(page)).toBe(await titles.last().textContent());
    await page.keyboard.press('j');
    await expect.poll(() => titles.count()).toBeGreaterThan(before);
    expect(await focusedText(page)).toBe(await titles.nth(before).textContent());
    await page.keyboard.press('k');
    expect(await focusedText(page)).toBe(await titles.nth(before - 1).textContent());
  });

  it('is narrowed by its facets, and back undoes it', async () => {
    await using opened = await openPage('/?q=night');
    const { page } = opened;
    await page.getByText('Narrow down').click();
    await page.getByRole('link', { name: '2010s' }).click();
    await page.waitForURL('**/?q=night&decade=2010');
    await page.getByRole('link', { name: 'Remove filter 2010s' }).waitFor();
    await expect
      .poll(async () =>
        (await page.locator('.hit-facts').allTextContents()).every((fact) => /\b201\d\b/.test(fact)),
      )
      .toBe(true);
    await page.goBack();
    await page.waitForURL('**/?q=night');
  });

  it('shows the songs of a decade where nothing is asked', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await page.getByRole('link', { name: '1990s' }).click();
    await page.locator('.hit').first().waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Songs');
    expect(await violations(page)).toEqual([]);
  });
});

describe('browsing', () => {
  const count = (page: Page) => page.getByRole('region', { name: 'Results' }).getByRole('status');

  it('by a decade, a year and a theme keeps in the address what is shown, and counts what is there', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await page.getByText('Each year').click();
    const ways = page.getByRole('region', { name: 'Or browse by' });
    const year = ways.getByRole('definition').filter({ hasText: '1994' });
    const songs = Number(/^1994 (\d+)$/.exec((await year.textContent()) ?? '')?.[1]);
    expect(songs).toBeGreaterThan(1);
    await year.getByRole('link').press('Enter');
    await page.waitForURL('**/?from_year=1994&to_year=1994');
    await count(page).getByText(`${songs} songs`).waitFor();
    expect(await page.locator('.hit-facts').count()).toBe(songs);
    expect(await page.locator('.hit-facts', { hasNotText: '1994' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Remove filter 1994' }).click();
    await ways.waitFor();
    await page.getByRole('link', { name: '1990s' }).click();
    await page.getByText('Narrow down').click();
    await page.getByRole('link', { name: '1994' }).click();
    await page.waitForURL('**/?from_year=1994&to_year=1994');
    await page.goBack();
    await page.waitForURL('**/?decade=1990');
    expect(opened.complaints).toEqual([]);
  });

  it('is offered to who asks for a year in words', async () => {
    await using opened = await openPage('/?q=songs+from+1994');
    const { page } = opened;
    await page.getByRole('link', { name: 'See the songs released in 1994' }).click();
    await page.waitForURL('**/?from_year=1994&to_year=1994');
    await page.goto('/?q=snow+90s');
    await page.getByRole('link', { name: 'See songs of the 1990s for “snow”' }).click();
    await page.waitForURL('**/?q=snow&decade=1990');
    await page.locator('.hit').first().waitFor();
  });

  it('says why a question finds nothing', async () => {
    await using opened = await openPage('/?q=the+of+and&mode=lexical');
    const { page } = opened;
    await page.getByText('These words stand in nearly every song.').waitFor();
    await page.goto('/?q=...');
    await page.getByText('There is no word in this question.').waitFor();
  });
});

describe('an artist', () => {
  it('is shown with measures, themes, near artists and songs', async () => {
    await using opened = await openPage('/app/artists');
    const { page } = opened;
    await page.getByRole('link', { name: 'Oda Brightwater' }).click();
    await page.getByRole('heading', { level: 1, name: 'Oda Brightwater' }).waitFor();
    await page.getByRole('row', { name: /Syllables that rhyme/ }).waitFor();
    await page.getByRole('link', { name: 'Perennial' }).waitFor();
    await page.getByRole('heading', { name: 'Near in' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  it('that does not exist is told with a way on', async () => {
    await using opened = await openPage('/app/artists/999999');
    await opened.page.getByRole('heading', { level: 1, name: 'No such artist' }).waitFor();
    await opened.page.getByRole('link', { name: 'All artists' }).click();
    await opened.page.getByRole('heading', { level: 1, name: 'Artists' }).waitFor();
    expect(await violations(opened.page)).toEqual([]);
  });

  it('that cannot be loaded is told, and comes on retry', async () => {
    await using opened = await openPage('/app/artists');
    const { page } = opened;
    await failWith(page, /:\d+\/artists\/\d+$/, { status: 503, title: 'Busy', detail: 'Busy.' });
    await page.getByRole('link', { name: 'Oda Brightwater' }).click();
    await page.getByRole('alert').getByText('Busy', { exact: true }).waitFor();
    await page.unroute(/:\d+\/artists\/\d+$/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Oda Brightwater' }).waitFor();
  });
});

describe('a taste', () => {
  it('of liked and disliked songs leads to songs that fit, by an address', async () => {
    await using opened = await openPage('/?q=night');
    const { page } = opened;
    await page
      .getByRole('button', { name: /^More like this/ })
      .nth(0)
      .click();
    await page
      .getByRole('button', { name: /^Less like this/ })
      .nth(1)
      .click();
    await page.getByText('1 liked, 1 disliked').waitFor();
    await page.getByRole('link', { name: 'See what fits' }).click();
    await page.getByRole('heading', { level: 1, name: 'Songs for your taste' }).waitFor();
    await page.locator('.hit').first().waitFor();
    expect(page.url()).toMatch(/\?liked=\d+&disliked=\d+$/);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Nearest' }).check();
    await page.waitForURL(/variety=near/);
    await page.locator('.hit').first().waitFor();
    expect(opened.complaints).toEqual([]);
  });

  it('without a song says how to begin', async () => {
    await using opened = await openPage('/app/recommendations');
    await opened.page.getByRole('link', { name: 'Find a song to like' }).waitFor();
    expect(await violations(opened.page)).toEqual([]);
  });
});

it('no page of these is wider than a phone of 320 px', async () => {
  await using opened = await openPage('/', { viewport: { width: 320, height: 640 } });
  const { page } = opened;
  for (const path of [
    '/',
    '/?theme=love',
    '/app/artists',
    '/app/artists/7',
    '/app/recommendations?liked=10',
  ]) {
    await page.goto(path);
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});
