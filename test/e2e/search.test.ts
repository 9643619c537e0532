import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { failWith, openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

const SONG = 'Snow Emergency Route';
const WORDS = '"keep a shovel by the door"';

describe('the search page', () => {
  it('finds songs by a question and shows matching lines', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await page.getByRole('searchbox').fill('a father and his son digging the car out of the snow');
    await page.getByRole('searchbox').press('Enter');
    const hits = page.getByRole('listitem').filter({ has: page.getByRole('heading') });
    await hits.first().waitFor();
    expect(await hits.getByRole('heading').allTextContents()).toContain(SONG);
    expect(await hits.first().locator('.hit-line').count()).toBeGreaterThan(0);
    expect(await page.title()).toContain('digging the car');
    expect(opened.complaints).toEqual([]);
  });

  it('highlights matching words', async () => {
    await using opened = await openPage(`/?mode=lexical&q=${encodeURIComponent(WORDS)}`);
    const hit = opened.page.getByRole('listitem').filter({ hasText: SONG });
    await hit.waitFor();
    expect(await hit.locator('mark').allTextContents()).toEqual(expect.arrayContaining(['shovel', 'door']));
    expect(await opened.page.getByRole('radio', { name: 'Words' }).isChecked()).toBe(true);
  });

  it('keeps the search in the URL, with working back and forward', async () => {
    await using opened = await openPage('/?q=snow');
    const { page } = opened;
    const box = page.getByRole('searchbox');
    await page.locator('.hit').first().waitFor();
    await page.getByRole('radio', { name: 'Words' }).check();
    await page.waitForURL('**/?q=snow&mode=lexical');
    await box.fill('river');
    await box.press('Enter');
    await page.waitForURL('**/?q=river&mode=lexical');
    await page.goBack();
    await page.goBack();
    await page.waitForURL('**/?q=snow');
    await expect.poll(() => box.inputValue()).toBe('snow');
    await expect.poll(() => page.getByRole('radio', { name: 'Hybrid' }).isChecked()).toBe(true);
    await page.goForward();
    await expect.poll(() => page.getByRole('radio', { name: 'Words' }).isChecked()).toBe(true);
  });

  it('opens a song and returns to its hit with the focus on it', async () => {
    await using opened = await openPage(`/?mode=lexical&q=${encodeURIComponent(WORDS)}`);
    const { page } = opened;
    await page.getByRole('link', { name: SONG }).click();
    await page.getByRole('heading', { level: 1, name: SONG }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/app\/tracks\/\d+$/);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.goBack();
    await page.locator('.hit').first().waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(SONG);
    expect(opened.complaints).toEqual([]);
  });

  it('applies filters, lists the active ones, and removes them', async () => {
    await using opened = await openPage('/?q=night');
    const { page } = opened;
    await page.locator('.hit').first().waitFor();
    await page.getByText('Filters', { exact: true }).click();
    await page.getByLabel('Artist').fill('Marlow Vane');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.waitForURL('**/?q=night&artist=Marlow+Vane');
    await page.locator('[aria-busy=false] .hit').first().waitFor();
    const facts = await page.locator('.hit-facts').allTextContents();
    expect(facts.every((fact) => fact.startsWith('Marlow Vane'))).toBe(true);
    await page.getByRole('link', { name: 'Remove filter By Marlow Vane' }).click();
    await page.waitForURL('**/?q=night');
  });

  it('loads more songs and still shows them after opening one', async () => {
    await using opened = await openPage('/?q=night');
    const { page } = opened;
    const hits = page.locator('.hit');
    await hits.first().waitFor();
    const before = await hits.count();
    await page.getByRole('button', { name: 'More songs' }).click();
    await expect.poll(() => hits.count()).toBeGreaterThan(before);
    const loaded = await hits.count();
    await page.locator('.hit-title a').last().click();
    await page.getByRole('heading', { level: 2, name: 'Lyrics' }).waitFor();
    await page.goBack();
    await expect.poll(() => hits.count()).toBe(loaded);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(500);
  });

  it('shows the error message of the API, and retries', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await failWith(page, /\/search\?/, {
      status: 503,
      title: 'The database does not answer',
      detail: 'Wait a bit.',
    });
    await page.getByRole('link', { name: /night bus/ }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('The database does not answer');
    expect(await alert.textContent()).toContain('Wait a bit.');
    expect(await alert.textContent()).toContain('req_test1234');
    await page.unroute(/\/search\?/);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.hit').first().waitFor();
    expect(await alert.count()).toBe(0);
  });

  it('names the invalid parameter of the URL', async () => {
    await using opened = await openPage('/?q=rain&from_year=abc');
    const alert = opened.page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('From year');
  });

  it('says when a search used words only', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await page.route(/\/search\?/, async (route) => {
      const answer = await route.fetch({ url: route.request().url().concat('&mode=lexical') });
      const body = { ...(await answer.json()), degraded: true, reason: 'embeddings_unavailable' };
      await route.fulfill({ response: answer, json: body });
    });
    await page.getByRole('searchbox').fill('night');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('does not answer right now').waitFor();
  });

  it('cancels a search when the next one starts', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    const held: (() => void)[] = [];
    await page.route(/q=first/, async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue().catch(() => undefined);
    });
    const box = page.getByRole('searchbox');
    await box.fill('first');
    await box.press('Enter');
    await expect.poll(() => held.length).toBe(1);
    const aborted = page.waitForEvent('requestfailed', (request) => request.url().includes('q=first'));
    await box.fill(WORDS);
    await box.press('Enter');
    await aborted;
    await page.getByRole('link', { name: SONG }).waitFor();
    held[0]?.();
    expect(opened.complaints).toEqual([]);
  });

  it('shows markup in a query as text', async () => {
    const markup = '<script>window.broken = true</script><img src=x onerror="window.broken = true">';
    await using opened = await openPage(`/?q=${encodeURIComponent(markup)}`);
    await opened.page.locator('[aria-busy=false]').waitFor();
    expect(await opened.page.getByRole('searchbox').inputValue()).toBe(markup);
    expect(await opened.page.getByRole('heading', { level: 1 }).textContent()).toContain(markup);
    expect(await opened.page.evaluate(() => 'broken' in window)).toBe(false);
    expect(opened.complaints).toEqual([]);
  });
});
