import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { violations } from '../support/axe.ts';
import { failWith, openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

const TRENDS = '/app/explore/trends';
const WORDS = '/app/explore/words';
const NIGHT = `${WORDS}?term=night&term=snow`;

describe('the trends', () => {
  const figures = (page: Page) => page.getByRole('figure');

  it('are charts with a sentence each, grey where they may be chance', async () => {
    await using opened = await openPage(TRENDS);
    const { page } = opened;
    await page.getByRole('heading', { level: 2, name: /^No clear change \(\d+\)$/ }).waitFor();
    await page.getByText('Nothing here changes by more than chance explains.').waitFor();
    const sentences = await figures(page).locator('figcaption').allTextContents();
    expect(sentences.length).toBeGreaterThan(10);
    expect(sentences.filter((text) => !/^[A-Z].* stays? at about .*\(.*\)\.$/.test(text))).toEqual([]);
    expect(await page.locator('.trend:not(.trend-quiet)').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  it('lead to the songs of a period by pulling, and by keys', async () => {
    await using opened = await openPage(TRENDS);
    const { page } = opened;
    const chart = figures(page).first().getByRole('img');
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (box === null) throw new Error('No chart is shown');
    await page.mouse.move(box.x + box.width * 0.3, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 40, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/series=\w+&from=.+&to=.+/);
    const panel = page.locator('.period-songs');
    await panel.getByRole('link', { name: 'Close' }).press('Enter');
    await expect.poll(() => panel.count()).toBe(0);
    await page.getByRole('link', { name: 'Songs behind words a song' }).press('Enter');
    const first = panel.getByLabel('From');
    const labels = await first.locator('option').allTextContents();
    await first.selectOption(labels[2] ?? '');
    await page.waitForURL((url) => url.searchParams.get('from') === labels[2]);
    await panel.locator('.song-rows li').first().waitFor();
    await page.goBack();
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBeNull();
    expect(opened.complaints).toEqual([]);
  });

  it('go on as broken lines where a forecast is nearer than the last value, and say so in words', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await page.route(/\/analyze-trends$/, async (route) => {
      if (route.request().postDataJSON().analysis_type !== 'forecast') return route.continue();
      const answer = await route.fetch();
      const made = (name: string, method: string, ratio: number) => ({
        ...{ name, group: 'themes', label: name, unit: 'share', about: '', text: '', method },
        values: [0.1, 0.2],
        forecast: [
          { label: '2027', from: '2027-01-01', to: '2027-12-31', value: 0.3, lower: 0.2, upper: 0.4 },
        ],
        backtest: { ratio_to_naive: ratio, mase: 1, origins: 4 },
      });
      const series = [made('theme_place', 'theta', 0.7), made('theme_social_justice', 'naive', 1)];
      await route.fulfill({
        response: answer,
        json: { ...(await answer.json()), insufficient: null, level: 0.8, series },
      });
    });
    await page.goto(TRENDS);
    await page.getByText('1 of 2 lines came nearer').waitFor();
    const one = figures(page).filter({ hasText: 'Foreseen: about 30 songs in 100 in 2027' });
    expect(await one.count()).toBe(1);
    expect(await one.locator('.trend-ahead').count()).toBe(1);
    expect(await page.locator('.trend-ahead').count()).toBe(1);
    expect(await page.getByText('Not foreseen: nothing came nearer').count()).toBeGreaterThan(5);
    expect(await violations(page)).toEqual([]);
    await page.unroute(/\/analyze-trends$/);
    await page.reload();
    await page.getByText('Nothing is foreseen: that takes more.').waitFor();
    expect(opened.complaints).toEqual([]);
  });

  it('say what is too little, who is unknown, and what failed', async () => {
    await using opened = await openPage(`${TRENDS}?theme=wealth`);
    const { page } = opened;
    await page.getByText('There is too little to tell a trend from chance.').waitFor();
    await page.getByLabel('Artist').fill('Nobody <b>At All</b>');
    await page.getByRole('button', { name: 'Show' }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('Nobody <b>At All</b>');
    await failWith(page, /\/analyze-trends$/, {
      status: 503,
      title: 'The database does not answer',
      detail: 'Wait.',
    });
    await page.goto(TRENDS);
    await alert.getByText('The database does not answer').waitFor();
    await page.unroute(/\/analyze-trends$/);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await figures(page).first().waitFor();
  });
});

describe('the words', () => {
  it('begin with one sentence and one example', async () => {
    await using opened = await openPage(WORDS);
    const { page } = opened;
    await page.getByRole('link', { name: /^Compare / }).click();
    await page.getByRole('link', { name: 'Take away on my mind' }).waitFor();
    await page.getByLabel('A word or a phrase').fill('snow, run*');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('link', { name: 'Take away run*' }).waitFor();
    await page.getByRole('link', { name: 'Take away on my mind' }).click();
    await expect.poll(() => page.getByRole('link', { name: /^Take away/ }).count()).toBe(4);
    expect(opened.complaints).toEqual([]);
  });

  it('open the songs behind a point with their lines, by keys alone', async () => {
    await using opened = await openPage(NIGHT);
    const { page } = opened;
    const last = page.getByRole('link', { name: /^night, 2025:/ });
    await last.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('link', { name: /^snow, 2025:/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.goto(`${NIGHT}&show=night&at=1994`);
    await page.getByRole('link', { name: /^night, 1994:/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL(/at=1995/);
    const panel = page.getByRole('region', { name: '“night” in 1995' });
    await panel.getByRole('heading', { level: 2 }).nth(1).waitFor();
    expect(await panel.locator('mark').allTextContents()).toContain('night');
    expect(opened.complaints).toEqual([]);
  });

  it('name no song behind a point that none holds', async () => {
    await using opened = await openPage(`${NIGHT}&show=night&at=2021`);
    const panel = opened.page.getByRole('region', { name: '“night” in 2021' });
    await panel.getByText('No song').waitFor();
    expect(await panel.getByRole('link', { name: /^(?!Close)/ }).count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  it('are a table too, and show markup as text', async () => {
    await using opened = await openPage(
      `${WORDS}?term=night&term=${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
    );
    const { page } = opened;
    await page.getByText('No song of these years holds').first().waitFor();
    await page.getByText('The same as a table').click();
    await page.getByRole('table').getByRole('cell', { name: '1994' }).waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });
});
