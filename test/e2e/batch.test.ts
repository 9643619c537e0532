import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { violations } from '../support/axe.ts';
import { demo } from '../support/demo.ts';
import { openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

const LINES =
  'I left the porch light burning for the late shift crew\nThey walk in quiet when the sky goes blue';

async function openBatch() {
  const opened = await openPage('/app/batch');
  await opened.page.evaluate((key) => sessionStorage.setItem('barline-key', key), demo.adminToken);
  await opened.page.reload();
  await opened.page.getByText('choose a file').waitFor();
  return opened;
}

const choose = (page: Page, name: string, mimeType: string, content: string | Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(content) });

describe('a batch', () => {
  it('is sent in three steps, and its results are a table and a file', async () => {
    await using opened = await openBatch();
    const { page } = opened;
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try an example' }).click();
    await page.getByText('example.csv: CSV, 3 rows').waitFor();
    await page.getByText('2 texts will be sent.').waitFor();
    await page.getByText('Row 3 has fewer than 10 characters').waitFor();
    await page.getByText('no language model is configured here').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send 2 texts' }).click();
    await page.waitForURL(/\/app\/batch\?id=/);
    await page.getByRole('row', { name: /porch/ }).waitFor({ timeout: 15_000 });
    expect(await page.getByRole('row').count()).toBe(3);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Failed only' }).check();
    await page.getByText('None failed.').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    const saved = await readFile(await (await download).path(), 'utf8');
    expect(saved.split('\r\n')[1]).toMatch(/^1,porch,done,/);
    await page.reload();
    await page.getByRole('row', { name: /kettle/ }).waitFor();
    expect(opened.complaints).toEqual([]);
  });

  it('shows markup in a file as text', async () => {
    await using opened = await openBatch();
    const { page } = opened;
    const markup = '<img src=x onerror="window.broken = true">';
    const rows = JSON.stringify([{ id: markup, lyrics: `${LINES}\n${markup}` }]);
    await choose(page, `${markup}.json`, 'application/json', rows);
    await page.getByText('The first texts').click();
    await page.locator('blockquote').getByText(markup).waitFor();
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  });

  it.each([
    ['of 50 MB', 'large.csv', 'a', 50_000_000, 'This file has 50 MB'],
    ['that is a picture', 'picture.png', '\x89PNG\0\0', 1, 'This is no text file'],
    ['without a text', 'empty.csv', '', 1, 'No text was found'],
  ])('does not take a file %s, and says what to do', async (_, name, content, times, text) => {
    await using opened = await openBatch();
    const { page } = opened;
    await page.evaluate(
      ([fileName, part, count]) => {
        const file = new File([part.repeat(count)], fileName);
        const transfer = new DataTransfer();
        transfer.items.add(file);
        document
          .querySelector('.drop')
          ?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
      },
      [name, content, times] as const,
    );
    await page.getByRole('alert').getByText(text).waitFor();
    await page.getByText('choose a file').waitFor();
  });

  it('of another shape asks where the texts stand', async () => {
    await using opened = await openBatch();
    const { page } = opened;
    await choose(page, 'other.csv', 'text/csv', `who,what,year\nme,"${LINES}",1999`);
    expect(await page.getByLabel('The texts stand in').inputValue()).toBe('what');
    await page.getByLabel('The texts stand in').selectOption('year');
    await page.getByText('None of the texts can be sent.').waitFor();
  });

  it('that cannot be sent is told, keeps the file, and is sent on retry as the same batch', async () => {
    await using opened = await openBatch();
    const { page } = opened;
    const keys: (string | undefined)[] = [];
    await page.route(/\/batch$/, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length === 1) return route.abort();
      await route.continue();
    });
    await page.getByRole('button', { name: 'Try an example' }).click();
    await page.getByRole('button', { name: 'Send 2 texts' }).click();
    await page.getByRole('alert').getByText('No answer').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForURL(/\/app\/batch\?id=/);
    expect(keys[0]).toBeDefined();
    expect(keys[1]).toBe(keys[0]);
  });

  it('that does not exist is told', async () => {
    await using opened = await openPage('/app/batch?id=nonsense');
    await opened.page.getByText('There is no batch at this address').waitFor();
    expect(await violations(opened.page)).toEqual([]);
  });
});
