import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../../scripts/local/browser.ts';
import { openPad, padOf, waitForColours } from '../../support/open-pad.ts';

afterAll(closeBrowser);

const LINES = ['I fold the paper in the rain', 'and hum the number of the train'];

const valueIn = (page: Page) => padOf(page).inputValue();
const caretIn = (page: Page) =>
  padOf(page).evaluate((area) => (area instanceof HTMLTextAreaElement ? area.selectionStart : -1));

it('lights rhymes up while they are typed, with syllables and letters in the margins', async () => {
  await using opened = await openPad();
  const { page, complaints } = opened;
  await padOf(page).pressSequentially(LINES.join('\n'));
  await waitForColours(page, ['rain', 'train']);
  expect(await page.locator('.pad-count').allTextContents()).toEqual(['8', '8']);
  expect(await page.locator('.pad-letter').allTextContents()).toEqual(['A', 'A']);
  await page.getByText('2 lines · 16 syllables · rhymes AA').waitFor();
  await padOf(page).press('Home');
  await page.getByText('Line 2, 8 syllables, rhyme A').waitFor({ state: 'attached' });
  expect(complaints).toEqual([]);
});

it('a first visit has an example, and sends nothing', async () => {
  await using opened = await openPad();
  const { page } = opened;
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await page.getByRole('button', { name: 'Try it on four lines' }).click();
  await waitForColours(page, ['tune', 'spoon', 'coast', 'toast']);
  expect(sent).toEqual([]);
});

describe('taking back', () => {
  it('goes step by step through what was typed and what was put in', async () => {
    await using opened = await openPad();
    const { page } = opened;
    await padOf(page).pressSequentially('over the moon ');
    await page.getByRole('button', { name: 'spoon' }).click();
    expect(await valueIn(page)).toBe('over the moon spoon');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await padOf(page).press('Control+z');
    expect(await valueIn(page)).toBe('over the moon ');
    await padOf(page).press('Control+z');
    expect(await valueIn(page)).toBe('over the ');
    await padOf(page).press('Control+Shift+z');
    await padOf(page).press('Control+y');
    expect(await valueIn(page)).toBe('over the moon spoon');
    expect(await caretIn(page)).toBe(19);
  });

  it('reaches back across a reload', async () => {
    await using opened = await openPad();
    const { page } = opened;
    await padOf(page).pressSequentially('first words');
    await padOf(page).press('Control+a');
    await padOf(page).press('Delete');
    await page.reload();
    await padOf(page).waitFor();
    expect(await valueIn(page)).toBe('');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await valueIn(page)).toBe('first words');
  });
});

it('a word that is composed is one step, coloured meanwhile', async () => {
  await using opened = await openPad();
  const { page } = opened;
  await padOf(page).pressSequentially('a line\n');
  const keys = await page.context().newCDPSession(page);
  for (const text of ['か', 'かん', '感'])
    await keys.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await padOf(page).press('Control+z');
  expect(await page.locator('.pad-text').nth(1).textContent()).toBe('感');
  await keys.send('Input.insertText', { text: '感じ' });
  expect(await valueIn(page)).toBe('a line\n感じ');
  await padOf(page).press('Control+z');
  expect(await valueIn(page)).toBe('a line\n');
});

describe('a paste', () => {
  const paste = (page: Page, text: string) => page.keyboard.insertText(text);

  it('of 5,000 characters is coloured and can be taken back at once', async () => {
    await using opened = await openPad();
    const { page } = opened;
    const lines = Array.from(
      { length: 100 },
      (_, at) => `and for the ${at % 7}th of many times ${LINES[at % 2]}`,
    );
    await padOf(page).focus();
    await paste(page, lines.join('\n'));
    expect((await valueIn(page)).length).toBeGreaterThan(4900);
    await page.waitForFunction(() => document.querySelectorAll('.pad-count').item(99).textContent !== '');
    await page.locator('.pad-mark').first().waitFor();
    await padOf(page).press('Control+z');
    expect(await valueIn(page)).toBe('');
  });

  it('that is longer than the pad holds changes nothing, and says so', async () => {
    await using opened = await openPad();
    const { page } = opened;
    await padOf(page).pressSequentially('mine');
    await paste(page, 'x'.repeat(50_000));
    await page.getByText(/The pad holds 50,000 characters/).waitFor();
    expect(await valueIn(page)).toBe('mine');
  });

  it('of a page’s source is text', async () => {
    await using opened = await openPad();
    const { page, complaints } = opened;
    const source = '<img src=x onerror="alert(1)"> <script>alert(2)</script>\u2028&amp;';
    await padOf(page).focus();
    await paste(page, source);
    expect(await page.locator('.pad-text').first().textContent()).toBe(source);
    expect(complaints).toEqual([]);
  });
});
