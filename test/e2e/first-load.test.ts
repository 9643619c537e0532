import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { countFirstLoad } from '../../scripts/bench/web/first-load.ts';
import { closeBrowser, openBrowser } from '../../scripts/local/browser.ts';
import { demo } from '../support/demo.ts';

afterAll(closeBrowser);

it('the bytes of the first load are the same however late the files of the view come', async () => {
  const browser = await openBrowser();
  const count = async (lateMs: number): Promise<number> => {
    await using context = await browser.newContext({ baseURL: demo.url });
    const page = await context.newPage();
    await page.route(/search-page-.*\.js$/, async (route) => {
      await pause(lateMs);
      await route.continue();
    });
    return await countFirstLoad(page);
  };
  const bytes = await count(0);
  expect(await count(900)).toBe(bytes);
  expect(bytes).toBeLessThan(120_000);
});
