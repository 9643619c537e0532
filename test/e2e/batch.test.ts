import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import type { Batch } from '../../src/web/api/types.ts';
import { violations } from '../support/axe.ts';
import { demo } from '../support/demo.ts';
import { failWith, openPage } from '../support/open-page.ts';

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

  it('says that its cost is asked for, or not known', async () => {
    await using opened = await openBatch();
    const { page } = opened;
    let refuse = () => {};
    const asked = new Promise<void>((resolve) => {
      refuse = resolve;
    });
    await page.route(/\/models\/info$/, async (route) => {
      await asked;
      await route.abort();
    });
    await page.getByRole('button', { name: 'Try an example' }).click();
    await page.getByText('2 texts. Asking what they cost…').waitFor();
    refuse();
    await page.getByText('The server does not say now what a call costs.').waitFor();
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

  it('in UTF-16, or as songs between empty lines, or pasted, is read as it is meant', async () => {
    await using opened = await openBatch();
    const { page } = opened;
    const wide = Buffer.from(`\uFEFFid;lyrics\n1;"${LINES}"`, 'utf16le');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'wide.csv', mimeType: 'text/csv', buffer: wide });
    await page.getByText('wide.csv: CSV, 1 row, as UTF-16').waitFor();
    await page.getByText('1 text will be sent.').waitFor();
    await page.getByRole('button', { name: 'Another file' }).click();
    await page.getByLabel('Or paste texts here').fill(`${LINES}\n\n${LINES} again`);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText('1 text will be sent.').waitFor();
    await page.getByLabel('Between the texts stands').selectOption('an empty line');
    await page.getByText('2 texts will be sent.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Another file' }).click();
    expect(await page.getByLabel('Or paste texts here').inputValue()).toContain('again');
  });

  it('is kept when the key ends before it is sent, and sent with another', async () => {
    await using opened = await openBatch();
    const { page } = opened;
    await page.getByRole('button', { name: 'Try an example' }).click();
    await failWith(page, /\/batch$/, {
      status: 401,
      title: 'A valid key is required',
      detail: 'It has ended.',
    });
    await page.getByRole('button', { name: 'Send 2 texts' }).click();
    await page.getByRole('alert').getByText('Your key is no longer accepted').waitFor();
    await page.unroute(/\/batch$/);
    await page.getByRole('alert').getByRole('button', { name: 'Use another key' }).click();
    await page.getByRole('textbox', { name: 'Key' }).fill(` ${demo.adminToken}`);
    const sent = page.waitForRequest(
      (request) => request.method() === 'POST' && /\/batch$/.test(request.url()),
    );
    await page.getByRole('button', { name: 'Use it' }).click();
    const again = page.getByRole('button', { name: 'Send 2 texts' });
    if (await again.isVisible()) await again.click();
    expect((await sent).postDataJSON()).toMatchObject({ items: [{ id: 'porch' }, { id: 'kettle' }] });
    await page.waitForURL(/\/app\/batch\?id=/);
  });

  it('is found again by its address in the middle, and after a lost connection', async () => {
    await using opened = await openBatch();
    const { page } = opened;
    const answer = await fetch(`${demo.url}/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${demo.adminToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ operation: 'validate', items: [{ id: 'one', lyrics: LINES }] }),
    });
    const { batch_id: id } = (await answer.json()) as { batch_id: string };
    let isLost = true;
    const running = { queued: 1, running: 0, done: 0, failed: 0, cancelled: 0, degraded: 0 };
    await page.route(/\/batch\/[^/]+\/status$/, async (route) => {
      if (!isLost) return route.fallback();
      const response = await route.fetch();
      const batch = (await response.json()) as Batch;
      await route.fulfill({
        response,
        json: { ...batch, status: 'running', counts: { ...batch.counts, ...running } },
      });
    });
    await page.route(/\/batch\/[^/]+\/events$/, (route) => (isLost ? route.abort() : route.fallback()));
    await page.goto(`/app/batch?id=${id}`);
    await page.getByRole('status').getByText('The connection was lost; asking again.').waitFor();
    await page.getByText('0 of 1').waitFor();
    expect(await violations(page)).toEqual([]);
    isLost = false;
    await page.getByRole('row', { name: /one/ }).waitFor({ timeout: 15_000 });
    expect(await page.getByText('The connection was lost').count()).toBe(0);
  });

  it('shows the failed ones of all pages', async () => {
    await using opened = await openBatch();
    const { page } = opened;
    const error = { code: 'UPSTREAM_REJECTED', message: '<i>Refused</i>' };
    const result = (index: number, failed: boolean) => ({
      index,
      id: `text ${index}`,
      status: failed ? 'failed' : 'done',
      analysis: null,
      validation: null,
      error: failed ? error : null,
    });
    const counts = { queued: 0, running: 0, done: 1, failed: 1, cancelled: 0, degraded: 0 };
    const batch = {
      batch_id: 'b',
      operation: 'validate',
      status: 'completed_with_errors',
      items_count: 2,
      counts,
      created_at: '2026-01-02T10:00:00Z',
    };
    await page.route(/\/batch\/b\/status$/, (route) => route.fulfill({ json: batch }));
    await page.route(/\/batch\/b\/results\?/, (route) => {
      const isSecond = route.request().url().includes('cursor=');
      const items = [result(isSecond ? 1 : 0, isSecond)];
      return route.fulfill({ json: { items, next_cursor: isSecond ? null : 'x' } });
    });
    await page.goto('/app/batch?id=b');
    await page.getByRole('row', { name: /text 0/ }).waitFor();
    await page.getByRole('radio', { name: 'Failed only' }).check();
    await page.getByRole('row', { name: /text 1.*failed.*<i>Refused<\/i>/ }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
  });

  it('that does not exist is told', async () => {
    await using opened = await openPage('/app/batch?id=nonsense');
    await opened.page.getByText('There is no batch at this address').waitFor();
    expect(await violations(opened.page)).toEqual([]);
  });
});
