import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { failWith, openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

const ARTISTS = '/app/explore/artists';

describe('artists', () => {
  it('are chosen, compared and taken away, by keys alone', async () => {
    await using opened = await openPage(ARTISTS);
    const { page } = opened;
    const first = page.getByRole('region', { name: 'Artists with the most songs' });
    await first.getByRole('link', { name: 'Marlow Vane' }).press('Enter');
    await page.getByText('Add another one to compare.').waitFor();
    await page.getByLabel('Artist', { exact: true }).fill('sister caden');
    const offered = page.waitForResponse(/\/artists\?name=sister/);
    await offered;
    await page.locator('#artist-names option').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.waitForURL(/ids=\d+,\d+$/);
    await page.getByRole('heading', { level: 3, name: 'Marlow Vane and Sister Cadence' }).waitFor();
    const number = page.getByRole('region', { name: 'Vocabulary' }).getByRole('button').first();
    await number.focus();
    await page
      .getByRole('tooltip', { name: /^Different words among the first 1,000/ })
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Take away Marlow Vane' }).press('Enter');
    await page.waitForURL(/ids=\d+$/);
    expect(opened.complaints).toEqual([]);
  });

  it('are named beside each of their numbers on a phone', async () => {
    await using opened = await openPage(`${ARTISTS}?ids=1,2`, { viewport: { width: 390, height: 844 } });
    const cell = opened.page.locator('.measure-cell').first();
    await cell.waitFor();
    expect(await cell.locator('.measure-artist').isVisible()).toBe(true);
  });

  it('that nobody knows are told, and what fails can be asked again', async () => {
    await using opened = await openPage(ARTISTS);
    const { page } = opened;
    await page.getByLabel('Artist', { exact: true }).fill('<b>zzzzqqq</b>');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByText('No artist is called anything like “<b>zzzzqqq</b>”.').waitFor();
    const path = /\/artists\/compare/;
    await failWith(page, path, { status: 503, title: 'The database does not answer', detail: 'Wait.' });
    await page.goto(`${ARTISTS}?ids=1,2`);
    const alert = page.getByRole('alert');
    await alert.getByText('The database does not answer').waitFor();
    await page.unroute(path);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('region', { name: 'What they have in common' }).waitFor();
    await page.goto(`${ARTISTS}?ids=1,99999`);
    await alert.waitFor();
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

const VIEWS: [path: string, ready: string][] = [
  ['/app/explore/trends?series=words', '.period-songs .song-rows li'],
  ['/app/explore/words?term=night&term=snow&show=night&at=1994', '.point-songs .hit'],
  ['/app/explore/map?list=0', '.chosen-songs li'],
  [`${ARTISTS}?ids=1,2,3`, '.pairs article'],
];

describe.each(VIEWS)('%s', (path, ready) => {
  it.each(['light', 'dark'] as const)('has no accessibility violation in %s colours', async (colorScheme) => {
    await using opened = await openPage(path, { colorScheme });
    await opened.page.locator(ready).first().waitFor();
    expect(await violations(opened.page)).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  it('is not wider than a screen of 320 px', async () => {
    await using opened = await openPage(path, { viewport: { width: 320, height: 700 } });
    await opened.page.locator(ready).first().waitFor();
    const over = await opened.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
  });
});
