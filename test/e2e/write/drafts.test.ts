import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../../scripts/local/browser.ts';
import { demo } from '../../support/demo.ts';
import { openPad, padOf, waitForText } from '../../support/open-pad.ts';

afterAll(closeBrowser);

const saved = (page: Page) => page.getByText('Saved in this browser').waitFor();
const draftOf = (page: Page) => new URL(page.url()).searchParams.get('draft');

/** A second tab of the same browser at the same address. */
async function secondTab(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  tab.setDefaultTimeout(10_000);
  await tab.goto(page.url());
  await padOf(tab).waitFor();
  return tab;
}

it('a draft is there again at its address and without one, and an unknown address begins a new one', async () => {
  await using opened = await openPad();
  const { page } = opened;
  await padOf(page).pressSequentially('kept words');
  await saved(page);
  const first = draftOf(page);
  await page.goto('/app/write');
  await page.waitForURL(`**/app/write?draft=${first}`);
  await waitForText(page, 'kept words');
  await page.goto('/app/write?draft=another');
  await waitForText(page, '');
  await page.goBack();
  await waitForText(page, 'kept words');
});

it('what was typed last is saved though the tab is closed at once', async () => {
  await using opened = await openPad();
  const { page } = opened;
  await padOf(page).pressSequentially('last words');
  const tab = await page.context().newPage();
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  await tab.goto('/app/write');
  await waitForText(tab, 'last words');
});

it('drafts are listed, opened, deleted and put back', async () => {
  await using opened = await openPad('?draft=one');
  const { page } = opened;
  await padOf(page).pressSequentially('first draft');
  await saved(page);
  await page.getByRole('button', { name: 'New draft' }).click();
  await waitForText(page, '');
  await padOf(page).pressSequentially('second <b>draft</b>');
  await saved(page);
  await page.getByText('Drafts (2)').click();
  await page.getByText('second <b>draft</b>', { exact: true }).last().waitFor();
  await page.getByRole('button', { name: 'Delete “first draft”' }).click();
  await page.getByText('Drafts (1)').waitFor();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await page.getByRole('link', { name: 'first draft' }).click();
  await waitForText(page, 'first draft');
});

describe('two tabs', () => {
  it('with one draft show the same text, and either can take back what the other typed', async () => {
    await using opened = await openPad();
    const { page } = opened;
    await padOf(page).pressSequentially('from the first');
    await saved(page);
    const tab = await secondTab(page);
    await padOf(tab).press('End');
    await padOf(tab).pressSequentially(' and the second');
    await waitForText(page, 'from the first and the second');
    await page.getByRole('button', { name: 'Undo' }).click();
    await waitForText(tab, 'from the first and the ');
  });

  it('that change a draft at once end as two drafts, and neither text is lost', async () => {
    await using opened = await openPad('?draft=both');
    const { page } = opened;
    await padOf(page).pressSequentially('shared');
    await saved(page);
    // What another tab saves just now, before this one hears of it.
    const theirs = JSON.stringify({ text: 'theirs', made: [], history: {}, revision: 'r', savedAt: 1 });
    await page.evaluate((draft) => {
      const area = document.querySelector('textarea');
      area?.setRangeText(' mine', 6, 6, 'end');
      area?.dispatchEvent(new Event('input', { bubbles: true }));
      localStorage.setItem('barline.draft.both', draft);
    }, theirs);
    await page.getByText(/changed in another tab at the same time/).waitFor();
    await waitForText(page, 'shared mine');
    expect(draftOf(page)).not.toBe('both');
    await page.goto('/app/write?draft=both');
    await waitForText(page, 'theirs');
  });

  it('of which one deletes the draft that the other shows lose nothing', async () => {
    await using opened = await openPad('?draft=shown');
    const { page } = opened;
    await padOf(page).pressSequentially('still here');
    await saved(page);
    const tab = await page.context().newPage();
    await tab.goto('/app/write?draft=other');
    await tab.getByText('Drafts (1)').click();
    await tab.getByRole('button', { name: 'Delete “still here”' }).click();
    await page.getByText(/deleted in another tab/).waitFor();
    await padOf(page).press('End');
    await padOf(page).pressSequentially('!');
    await saved(page);
    await page.reload();
    await waitForText(page, 'still here!');
  });
});

describe('a storage that is', () => {
  it('full keeps the text on the screen, says so, and saves once there is room', async () => {
    await using opened = await openPad();
    const { page } = opened;
    await page.evaluate(() => {
      for (let size = 4_000_000; size > 0; size = Math.floor(size / 2))
        for (let at = 0; at < 4; at++) {
          try {
            localStorage.setItem(`filler ${size} ${at}`, 'x'.repeat(size));
          } catch {
            break;
          }
        }
    });
    await padOf(page).pressSequentially('no room');
    await page
      .getByRole('alert')
      .getByText(/storage is full/)
      .waitFor();
    await waitForText(page, 'no room');
    await page.evaluate(() => localStorage.clear());
    await padOf(page).pressSequentially(' now');
    await saved(page);
  });

  it('refused says that the text ends with the tab', async () => {
    await using opened = await openPad();
    const { page, complaints } = opened;
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto('/app/write');
    await padOf(page).pressSequentially('only here');
    await page
      .getByRole('alert')
      .getByText(/keeps nothing for this page/)
      .waitFor();
    await waitForText(page, 'only here');
    expect(complaints).toEqual([]);
  });
});

it('a draft is saved as a text file and copied', async () => {
  await using opened = await openPad('', { permissions: ['clipboard-read', 'clipboard-write'] });
  const { page } = opened;
  await padOf(page).fill('a/b\nsecond');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as text' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('a b.txt');
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe('a/b\nsecond');
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByText('The text is on the clipboard.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('a/b\nsecond');
});

it('an entry that is no draft harms nothing', async () => {
  await using opened = await openPad();
  const { page, complaints } = opened;
  await page.evaluate(() => {
    localStorage.setItem('barline.draft.broken', '{"text":');
    localStorage.setItem('barline.draft.odd', '{"text":"odd","made":7,"history":[]}');
  });
  await page.goto(`${demo.url}/app/write?draft=odd`);
  await waitForText(page, 'odd');
  await page.goto(`${demo.url}/app/write?draft=broken`);
  await waitForText(page, '');
  expect(complaints).toEqual([]);
});
